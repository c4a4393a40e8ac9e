import { kapsoMessageItem } from '../../../nodes/shared/items/kapsoMessage';
import type { KapsoMessage } from '../../../nodes/shared/items/kapsoMessage';

/** As https://docs.kapso.ai/api/platform/v1/messages/get-message shows one. */
const received: KapsoMessage = {
	id: 'wamid.A1',
	timestamp: '1705395000',
	type: 'text',
	from: '14155550123',
	text: { body: 'Hello, I need help' },
	kapso: {
		direction: 'inbound',
		status: 'received',
		origin: 'cloud_api',
		phone_number: '14155550123',
		phone_number_id: '123456789012345',
		whatsapp_conversation_id: 'c63ced48-1283-4d55-8c8d-930f525aa0e5',
		contact_name: 'Alicia',
		content: 'Hello, I need help',
	},
};

const sent = (more: Partial<KapsoMessage>, kapso: KapsoMessage['kapso'] = {}): KapsoMessage => ({
	id: 'wamid.B1',
	timestamp: '1705395060',
	// The number that sent it, as one page has it.
	to: '110987654321',
	kapso: { direction: 'outbound', status: 'sent', phone_number: '+14155550123', ...kapso },
	...more,
});

describe('A message that Kapso keeps', () => {
	it('has the fields of the trigger, those of Kapso, and what Kapso says beside', () => {
		expect(kapsoMessageItem(received)).toEqual({
			event: 'message',
			type: 'text',
			id: 'wamid.A1',
			timestamp: '2024-01-16T08:50:00.000Z',
			from: '14155550123',
			recipient: null,
			userId: null,
			customer: '14155550123',
			username: null,
			profileName: 'Alicia',
			parentUserId: null,
			waId: '14155550123',
			countryCode: null,
			identityKeyHash: null,
			text: 'Hello, I need help',
			reply: null,
			media: null,
			location: null,
			contacts: null,
			order: null,
			call: null,
			context: null,
			group: null,
			referral: null,
			errors: null,
			change: null,
			conversationContext: null,
			extra: null,
			phoneNumberId: '123456789012345',
			displayPhoneNumber: null,
			wabaId: null,
			direction: 'inbound',
			status: 'received',
			conversationId: 'c63ced48-1283-4d55-8c8d-930f525aa0e5',
			raw: received,
		});
	});

	it('keeps what it is made of unchanged', () => {
		const before = JSON.stringify(received);
		kapsoMessageItem(received);
		expect(JSON.stringify(received)).toBe(before);
	});

	it('names the number that its list is about, if the message does not', () => {
		const { kapso } = received;
		const message = { ...received, kapso: { ...kapso, phone_number_id: undefined } };
		expect(kapsoMessageItem(message, { phoneNumberId: '9' }).phoneNumberId).toBe('9');
	});

	it('is of a person who shows no number', () => {
		const message: KapsoMessage = {
			...received,
			from: undefined,
			from_user_id: 'US.13491208655302741918',
			kapso: { direction: 'inbound', phone_number: null, username: '@testusername' },
		};
		expect(kapsoMessageItem(message)).toMatchObject({
			from: null,
			userId: 'US.13491208655302741918',
			customer: 'US.13491208655302741918',
			username: '@testusername',
		});
	});

	it.each<[string, Partial<KapsoMessage>, KapsoMessage['kapso'], object]>([
		[
			'a text through the API',
			{ type: 'text', text: { body: 'Hi' } },
			{ origin: 'cloud_api' },
			{ event: 'message_echoes', text: 'Hi' },
		],
		[
			'a text in the WhatsApp Business app',
			{ type: 'text', text: { body: 'Hi' } },
			{ origin: 'business_app' },
			{ event: 'smb_message_echoes', text: 'Hi' },
		],
		[
			'buttons',
			{ type: 'interactive', interactive: { type: 'button' } },
			{},
			{ type: 'button', text: null },
		],
		[
			'a template, whose text only Kapso has',
			{ type: 'template' },
			{ content: 'Your order is on its way.' },
			{ type: 'template', text: 'Your order is on its way.' },
		],
	])('is sent by the business: %s', (_name, message, kapso, expected) => {
		expect(kapsoMessageItem(sent(message, kapso))).toMatchObject({
			direction: 'outbound',
			from: null,
			recipient: '14155550123',
			customer: '14155550123',
			...expected,
		});
	});

	it('has the URL of Kapso for its file, which needs no token', () => {
		const media_url = 'https://app.kapso.ai/files/1';
		const message: KapsoMessage = {
			...received,
			type: 'image',
			image: { id: '1', sha256: 'x', caption: 'Look', url: 'https://lookaside.example.com/1' },
			kapso: {
				...received.kapso,
				content: 'Image attached',
				media_url,
				media_data: { filename: 'a.jpg', content_type: 'image/jpeg' },
			},
		};
		expect(kapsoMessageItem(message)).toMatchObject({
			text: 'Look',
			media: { id: '1', url: media_url, fileName: 'a.jpg', mimeType: 'image/jpeg' },
		});
	});

	it('says why it was not delivered, and what to do', () => {
		const errors = [{ code: 131026, title: 'Message undeliverable' }];
		const statuses = [{ status: 'sent' }, { status: 'failed', errors }];
		const item = kapsoMessageItem(sent({ type: 'text' }, { status: 'failed', statuses }));
		expect(item).toMatchObject({
			status: 'failed',
			errors: [{ code: 131026, what: expect.any(String), todo: expect.any(String) }],
		});
	});

	it.each<[string, KapsoMessage]>([
		['nothing', {}],
		['parts of another kind', { kapso: 'x', text: 3, contacts: {} } as unknown as KapsoMessage],
	])('is read without %s', (_name, message) => {
		expect(kapsoMessageItem(message)).toMatchObject({ direction: 'inbound', text: null });
	});
});
