import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';

import { builtDescription } from '../shared/builtDescription';
import { lazily } from '../shared/lazily';
import type { DerivedDescription } from './derivedDescription';

// Receives replies while an execution waits. n8n appends the ID of the execution.
const replyWebhook = {
	name: 'default',
	responseMode: 'onReceived',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;
const webhooks: IWebhookDescription[] = [
	{ ...replyWebhook, httpMethod: 'GET' },
	{ ...replyWebhook, httpMethod: 'POST' },
];

export class WhatsAppBusiness implements INodeType {
	readonly #derived = builtDescription<DerivedDescription>(__dirname);

	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business',
		name: 'whatsAppBusiness',
		icon: {
			light: 'file:../../icons/whatsAppBusiness.svg',
			dark: 'file:../../icons/whatsAppBusiness.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: this.#derived.subtitle,
		description: 'Send messages and manage your account on the WhatsApp Business Platform',
		defaults: { name: 'WhatsApp Business' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whatsAppBusinessApi', required: true, testedBy: 'testWhatsAppBusinessApi' },
		],
		webhooks,
		waitingNodeTooltip:
			'={{ $parameter["operation"] !== "sendAndWait" ? "" : $parameter["responseType"] === "delivery" ? "The workflow continues when the messages are delivered" : "The workflow continues when the reply arrives" }}',
		properties: this.#derived.properties,
	};

	methods = {
		credentialTest: {
			testWhatsAppBusinessApi: lazily(
				async () => (await import('../shared/credentialTest')).testWhatsAppBusinessApi,
			),
		},
		listSearch: {
			searchApps: lazily(async () => (await import('./listSearch/apps')).searchApps),
			searchCatalogs: lazily(async () => (await import('./listSearch/catalogs')).searchCatalogs),
			searchFlows: lazily(async () => (await import('./listSearch/flows')).searchFlows),
			searchGroups: lazily(async () => (await import('./listSearch/groups')).searchGroups),
			searchKapsoBroadcasts: lazily(
				async () => (await import('./listSearch/kapso/broadcasts')).searchKapsoBroadcasts,
			),
			searchKapsoContacts: lazily(
				async () => (await import('./listSearch/kapso/contacts')).searchKapsoContacts,
			),
			searchKapsoConversations: lazily(
				async () => (await import('./listSearch/kapso/conversations')).searchKapsoConversations,
			),
			searchKapsoCustomers: lazily(
				async () => (await import('./listSearch/kapso/customers')).searchKapsoCustomers,
			),
			searchKapsoFlows: lazily(
				async () => (await import('./listSearch/kapso/flows')).searchKapsoFlows,
			),
			searchKapsoFunctions: lazily(
				async () => (await import('./listSearch/kapso/functions')).searchKapsoFunctions,
			),
			searchKapsoInboxEmbeds: lazily(
				async () => (await import('./listSearch/kapso/inboxEmbeds')).searchKapsoInboxEmbeds,
			),
			searchKapsoNumbers: lazily(
				async () => (await import('./listSearch/kapso/numbers')).searchKapsoNumbers,
			),
			searchKapsoProjectWebhooks: lazily(
				async () => (await import('./listSearch/kapso/projectWebhooks')).searchKapsoProjectWebhooks,
			),
			searchKapsoSetupLinks: lazily(
				async () => (await import('./listSearch/kapso/setupLinks')).searchKapsoSetupLinks,
			),
			searchKapsoTemplates: lazily(
				async () => (await import('./listSearch/kapso/templates')).searchKapsoTemplates,
			),
			searchKapsoUsers: lazily(
				async () => (await import('./listSearch/kapso/users')).searchKapsoUsers,
			),
			searchKapsoWebhooks: lazily(
				async () => (await import('./listSearch/kapso/webhooks')).searchKapsoWebhooks,
			),
			searchPhoneNumbers: lazily(
				async () => (await import('../shared/listSearch/phoneNumbers')).searchPhoneNumbers,
			),
			searchProducts: lazily(async () => (await import('./listSearch/products')).searchProducts),
			searchSenders: lazily(async () => (await import('./listSearch/senders')).searchSenders),
			searchTemplateGroups: lazily(
				async () => (await import('./listSearch/templateGroups')).searchTemplateGroups,
			),
			searchTemplateIds: lazily(
				async () => (await import('./listSearch/templates')).searchTemplateIds,
			),
			searchTemplates: lazily(async () => (await import('./listSearch/templates')).searchTemplates),
			searchWabas: lazily(async () => (await import('./listSearch/wabas')).searchWabas),
		},
		resourceMapping: {
			getTemplateFields: lazily(
				async () => (await import('./resourceMapping/templateFields')).getTemplateFields,
			),
		},
	};

	execute = lazily(async () => (await import('./run/execute')).execute);

	webhook = lazily(async () => (await import('./sendAndWait/webhook')).webhook);
}
