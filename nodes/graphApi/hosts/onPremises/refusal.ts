import { ownEntry } from '../../coerce';
import type { PathStart } from '../../types';
import type { Call, Refusal } from '../host';
import { isOffered } from './calls';
import { rawApiTodo } from './refuse';

const otherCredential = 'Use a credential whose host is Meta.';

/** What lies behind a call that the format does not have, as the beginning of a sentence. */
const behindId: Partial<Record<PathStart, string>> = {
	business: 'Business portfolios',
	catalog: 'Catalogs',
	flow: 'Flows',
	template: 'Template operations',
	templateGroup: 'Template groups',
	waba: 'Calls for a WhatsApp Business Account',
	message: 'Calls for a sent message',
	messageHistory: 'Message histories',
};

/** The same for what is behind a number or a group, by the name in Meta's path. */
const behindName: Readonly<Record<string, string>> = {
	block_users: 'Blocked users',
	calls: 'Calls',
	call_permissions: 'Call permissions',
	conversational_automation: 'Commands and ice breakers',
	deregister: 'Deregistrations',
	join_requests: 'Requests to join a group',
	marketing_messages: 'Messages through the Marketing Messages API',
	message_qrdls: 'QR codes',
	official_business_account: 'Applications for an official business account',
	flows: 'Flows',
	message_templates: 'Template lists',
	message_template_library: 'Template lists',
	migrate_flows: 'Flows',
	payment_configuration: 'Payments',
	payment_configurations: 'Payments',
	payments: 'Payments',
	payments_refund: 'Payments',
	phone_numbers: 'Phone number lists',
	product_catalogs: 'Catalogs',
	settings: "Meta's settings of a number",
	subscribed_apps: 'App subscriptions',
	template_groups: 'Template groups',
	username: 'Usernames',
	username_suggestions: 'Usernames',
	whatsapp_business_encryption: 'Flow encryption keys',
	whatsapp_commerce_settings: 'Commerce settings',
};

/** Where a server of this format has something of its own for it. */
const todos: Readonly<Record<string, string>> = {
	register:
		"Restore a backup with 'Raw API: Post' to the path /settings/restore, or register with 'Request Code' and 'Verify Code'.",
	settings:
		"The server's own settings are changed with 'Raw API: Patch' to the path /settings/application.",
};

/** Why a call of Meta's cannot be made in the On-Premises format. */
export function refusal(call: Call): Refusal | undefined {
	if (call.on === 'typed' && /^\/v1(\/|$)/.test(call.path)) {
		return {
			what: 'The path begins with the version, which the node adds itself.',
			todo: 'Enter only what comes after it, e.g. /messages.',
		};
	}
	if (isOffered(call)) return undefined;
	const name = call.path.split('/').at(2) ?? '';
	const subject = ownEntry(behindName, name) ?? behindId[call.on] ?? 'Such calls';
	return {
		what: `${subject} do not exist in the On-Premises format.`,
		todo:
			ownEntry(todos, name) ??
			(call.on === 'phoneNumber' ? `${otherCredential} ${rawApiTodo}` : otherCredential),
	};
}
