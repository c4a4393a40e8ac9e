import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import {
	readRecipient,
	recipientFields,
} from '../../../nodes/WhatsAppBusiness/operations/message/recipient';

function recipient(values: Record<string, unknown>) {
	const all: Record<string, unknown> = { recipientType: 'individual', ...values };
	return readRecipient(
		new Parameters(recipientFields, {
			value: (name) => all[name],
			binary: () => undefined,
			timezone: 'UTC',
		}),
	);
}

describe('readRecipient', () => {
	it('puts a phone number into `to`', () => {
		expect(recipient({ to: ' +1 650 555 1234 ' })).toEqual({
			recipient_type: 'individual',
			to: '+16505551234',
		});
	});

	it('accepts a phone number given as a number', () => {
		expect(recipient({ to: 16505551234 })).toEqual({
			recipient_type: 'individual',
			to: '+16505551234',
		});
	});

	it('puts a business-scoped user ID into `recipient`', () => {
		expect(recipient({ to: ' US.13491208655302741918 ' })).toEqual({
			recipient_type: 'individual',
			recipient: 'US.13491208655302741918',
		});
	});

	it('keeps a group ID as it is', () => {
		expect(recipient({ recipientType: 'group', groupId: ' Y2FwaV9ncm91cDox ' })).toEqual({
			recipient_type: 'group',
			to: 'Y2FwaV9ncm91cDox',
		});
	});

	it.each([
		['an empty recipient', { to: ' ' }, /^'To' is empty/],
		['an empty group', { recipientType: 'group', groupId: '' }, /^'Group' is empty/],
		[
			'the name of a group',
			{ recipientType: 'group', groupId: 'Plant lovers' },
			/^'Group' is not a group ID/,
		],
		[
			'the invite link of a group',
			{ recipientType: 'group', groupId: 'https://chat.whatsapp.com/ABC' },
			/^'Group' is not a group ID/,
		],
		[
			'an unknown recipient type',
			{ recipientType: 'channel', to: '+16505551234' },
			/^'Recipient Type' has a value/,
		],
		['an object as recipient', { to: { phone: '+16505551234' } }, /^'To' is not a text/],
	])('rejects %s', (_name, values, message) => {
		expect(() => recipient(values)).toThrow(message);
	});
});
