import type { FromTrigger } from '../../../nodes/WhatsAppBusiness/parameters/valueParameters';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import {
	readRecipient,
	recipientFields,
} from '../../../nodes/WhatsAppBusiness/operations/message/recipient';

function recipient(
	values: Record<string, unknown>,
	more: { isExpression?: () => boolean; customerWhoWrote?: () => FromTrigger } = {},
) {
	const all: Record<string, unknown> = { recipientType: 'individual', ...values };
	return readRecipient(
		new Parameters(recipientFields, {
			value: (name) => all[name],
			binary: () => undefined,
			timezone: 'UTC',
			...more,
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
		['+16505551234', { to: '+16505551234' }],
		['US.13491208655302741918', { recipient: 'US.13491208655302741918' }],
	])('replies to the customer who wrote if the field is empty: %s', (customer, expected) => {
		expect(recipient({ to: '' }, { customerWhoWrote: () => customer })).toEqual({
			recipient_type: 'individual',
			...expected,
		});
	});

	it('sends to what is entered, whoever wrote', () => {
		const more = { customerWhoWrote: () => '+16505551234' };
		expect(recipient({ to: '+525512345678' }, more)).toMatchObject({ to: '+525512345678' });
	});

	it('does not reply to the customer if an expression gives nothing', () => {
		const more = { isExpression: () => true, customerWhoWrote: () => '+16505551234' };
		expect(() => recipient({ to: '' }, more)).toThrow(/^'To' is empty/);
		expect(() => recipient({ to: undefined }, more)).toThrow(/^'To' is empty/);
	});

	it('does not choose between customers', () => {
		expect(() => recipient({ to: '' }, { customerWhoWrote: () => ({ unclear: 2 }) })).toThrow(
			/^'To' is empty, but 2 customers wrote/,
		);
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
