import { webhooksOf } from '../../../nodes/graphApi/hosts';
import { eventKinds, kindsOf } from '../../../nodes/shared/events/eventKinds';
import {
	isOwnWebhook,
	productionUrl,
	shownUrl,
} from '../../../nodes/WhatsAppBusinessTrigger/registration/webhookUrls';
import { scopeFor } from '../../../nodes/WhatsAppBusinessTrigger/parameters/registrationScope';
import type { ScopeChoice } from '../../../nodes/WhatsAppBusinessTrigger/parameters/registrationScope';

const credentialData = { accessToken: '', phoneNumberId: '' };
const template = 'message_template_status_update';

describe('scopeFor', () => {
	it.each<[ScopeChoice, string[], string | undefined]>([
		['automatic', ['messages'], 'phoneNumber'],
		['automatic', ['messages', 'statuses', 'calls', 'history'], 'phoneNumber'],
		['automatic', ['messages', 'tracking_events', 'user_id_update'], 'phoneNumber'],
		['automatic', ['messages', template], 'app'],
		['automatic', ['other'], 'app'],
		['automatic', ['flowDataExchange'], undefined],
		['automatic', ['flowDataExchange', 'messages'], 'phoneNumber'],
		['phoneNumber', ['messages'], 'phoneNumber'],
		['account', ['messages', 'group_status_update'], 'account'],
		['app', ['messages'], 'app'],
		['app', [template, 'other'], 'app'],
		['byHand', [template], undefined],
	])('%s with the events %j returns %s', (choice, events, expected) => {
		expect(scopeFor(choice, kindsOf(events), {})).toBe(expected);
	});

	it.each<[ScopeChoice, string[], RegExp]>([
		['phoneNumber', ['messages', template], /'Phone Number', .*: Template Status$/],
		['account', ['security', 'other'], /these events: Security, Any Other Event$/],
	])('%s refuses the events %j', (choice, events, message) => {
		expect(() => scopeFor(choice, kindsOf(events), {})).toThrow(message);
	});

	describe('with a host that has one place for each number', () => {
		const { registration } = webhooksOf({ ...credentialData, host: 'kapso', apiKey: 'key' });

		it.each<[ScopeChoice, string[], string | undefined]>([
			['automatic', ['messages'], 'phoneNumber'],
			['automatic', ['messages', template], 'phoneNumber'],
			['phoneNumber', ['messages', template], 'phoneNumber'],
			['byHand', ['messages'], undefined],
		])('%s with the events %j returns %s', (choice, events, expected) => {
			expect(scopeFor(choice, kindsOf(events), { registration })).toBe(expected);
		});

		it.each<[ScopeChoice, RegExp]>([
			['app', /^'Registration' is set to 'Meta App', which only Meta has/],
			['account', /^'Registration' is set to 'WhatsApp Business Account', which only Meta has/],
		])('refuses %s', (choice, message) => {
			expect(() => scopeFor(choice, kindsOf(['messages']), { registration })).toThrow(message);
		});
	});
});

describe('eventKinds', () => {
	// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#supported-webhook-fields
	it('subscribes only to fields that Meta has', () => {
		const fields = eventKinds.map(({ field }) => field);
		// Meta, 11 August 2026: user_id_update is not a webhook field that can be subscribed to.
		expect(fields).not.toContain('user_id_update');
		expect(fields).not.toContain('tracking_events');
		expect(fields).toContain('business_username_updates');
	});

	it('allows only fields that a webhook override receives', () => {
		const carried = eventKinds.filter(({ overridable }) => overridable).map(({ field }) => field);
		expect([...new Set(carried)].sort()).toEqual([
			'account_settings_update',
			'calls',
			'consumer_profile',
			'group_lifecycle_update',
			'group_participants_update',
			'group_settings_update',
			'group_status_update',
			'history',
			'message_echoes',
			'messages',
			'messaging_handovers',
			'smb_app_state_sync',
			'smb_message_echoes',
		]);
	});
});

describe('isOwnWebhook and productionUrl', () => {
	const webhookUrl = 'https://n8n.example.com/webhook/3f2a/webhook';
	it.each([
		['itself', webhookUrl],
		['its test run', 'https://n8n.example.com/webhook-test/3f2a/webhook'],
	])('recognizes %s', (_, url) => {
		expect(isOwnWebhook(url, webhookUrl)).toBe(true);
	});

	it.each([
		['another trigger', 'https://n8n.example.com/webhook/9999/webhook'],
		['the same workflow elsewhere', 'https://other.example.com/webhook/3f2a/webhook'],
		['something else', 'https://example.com/'],
		['no URL', 'nowhere'],
	])('does not recognize %s', (_, url) => {
		expect(isOwnWebhook(url, webhookUrl)).toBe(false);
	});

	describe('if test runs have the host of the editor', () => {
		const before = { ...process.env };
		beforeEach(() => {
			process.env.WEBHOOK_URL = '"https://hooks.example.com/"';
			process.env.N8N_EDITOR_BASE_URL = 'https://n8n.example.com';
		});
		afterEach(() => {
			process.env = { ...before };
		});
		const test = 'https://n8n.example.com/webhook-test/3f2a/webhook';
		const production = 'https://hooks.example.com/webhook/3f2a/webhook';

		it('recognizes both URLs and converts the test URL into the production URL', () => {
			expect(isOwnWebhook(production, test)).toBe(true);
			expect(isOwnWebhook(test, production)).toBe(true);
			expect(isOwnWebhook('https://other.example.com/webhook/3f2a/webhook', test)).toBe(false);
			expect(productionUrl(test)).toBe(production);
		});
	});

	it('converts the test URL into the production URL', () => {
		expect(productionUrl('https://n8n.example.com/path/webhook-test/3f2a/webhook')).toBe(
			'https://n8n.example.com/path/webhook/3f2a/webhook',
		);
	});
});

describe('shownUrl', () => {
	it.each([
		['https://crm.example.com/hook', 'https://crm.example.com/hook'],
		['https://crm.example.com/hook?token=a&b=c', 'https://crm.example.com/hook?[hidden]'],
		['https://me:password@crm.example.com/hook', 'https://crm.example.com/hook'],
		['HTTPS://token@crm.example.com', 'HTTPS://crm.example.com'],
		['https://crm.example.com/a@b?x', 'https://crm.example.com/a@b?[hidden]'],
		['not a URL', 'not a URL'],
	])('of %s', (url, expected) => {
		expect(shownUrl(url)).toBe(expected);
	});
});
