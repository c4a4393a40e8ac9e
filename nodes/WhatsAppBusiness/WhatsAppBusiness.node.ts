import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';

import { testWhatsAppBusinessApi } from '../shared/credentialTest';
import { execute } from './run/execute';
import { resources } from './operationList';
import { searchApps } from './listSearch/apps';
import { searchCatalogs } from './listSearch/catalogs';
import { searchFlows } from './listSearch/flows';
import { searchGroups } from './listSearch/groups';
import { searchProducts } from './listSearch/products';
import { searchSenders } from './listSearch/senders';
import { searchPhoneNumbers } from '../shared/listSearch/phoneNumbers';
import { getTemplateFields } from './resourceMapping/templateFields';
import { searchTemplateGroups } from './listSearch/templateGroups';
import { searchTemplateIds, searchTemplates } from './listSearch/templates';
import { searchWabas } from './listSearch/wabas';
import { nodeProperties } from './properties';
import { webhook } from './sendAndWait/webhook';
import { subtitle } from './subtitle';

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
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business',
		name: 'whatsAppBusiness',
		icon: {
			light: 'file:../../icons/whatsAppBusiness.svg',
			dark: 'file:../../icons/whatsAppBusiness.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle,
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
		properties: nodeProperties(resources),
	};

	methods = {
		credentialTest: { testWhatsAppBusinessApi },
		listSearch: {
			searchApps,
			searchCatalogs,
			searchFlows,
			searchGroups,
			searchPhoneNumbers,
			searchProducts,
			searchSenders,
			searchTemplateGroups,
			searchTemplateIds,
			searchTemplates,
			searchWabas,
		},
		resourceMapping: { getTemplateFields },
	};

	execute = execute;

	webhook = webhook;
}
