import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';

import { testWhatsAppBusinessApi } from '../shared/credentialTest';
import { encryptedResponseField } from '../shared/flowEncryption';
import { searchPhoneNumbers } from '../shared/listSearch/phoneNumbers';
import { nameLookup } from '../shared/nameLookup';
import { triggerPath } from '../shared/publishedTriggers';
import { eventKinds, flowDataExchange } from '../shared/events/eventKinds';
import { goOnAfterStart } from './n8n/ways';
import { fields } from './parameters/fields';
import { getVerifyToken } from './parameters/verifyTokenOption';
import { webhook } from './receive/webhook';
import { webhookMethods } from './registration/webhookMethods';

const eventName = nameLookup(
	'event',
	eventKinds.map(({ value, name }) => [value, name]),
);

// One URL for both: Meta verifies it with GET and delivers to it with POST.
const shared = { responseMode: 'onReceived', path: triggerPath } as const;
const webhooks: IWebhookDescription[] = [
	{ name: 'setup', httpMethod: 'GET', ...shared, ndvHideUrl: true },
	{ name: 'default', httpMethod: 'POST', ...shared, ndvHideMethod: true },
	// Flows need a separate URL, because they wait for the response of the workflow. n8n allows two names
	// only, so the method distinguishes this webhook from the first.
	{
		name: 'setup',
		httpMethod: 'POST',
		path: 'flow',
		responseMode: '={{ $parameter["flowAnswer"] || "lastNode" }}',
		responseData: 'firstEntryJson',
		responsePropertyName: encryptedResponseField,
		responseContentType: 'text/plain',
		ndvHideUrl: `={{ !$parameter["events"].includes("${flowDataExchange.value}") }}`,
		ndvHideMethod: true,
	},
];

export class WhatsAppBusinessTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business Trigger',
		name: 'whatsAppBusinessTrigger',
		icon: {
			light: 'file:../../icons/whatsAppBusiness.svg',
			dark: 'file:../../icons/whatsAppBusiness.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: `={{ $parameter["events"].map((event) => ${eventName}).join(", ") }}`,
		// The nodes panel shows it for the actions of the other node, too.
		description:
			'Send WhatsApp messages, templates and media, and start workflows when customers write',
		eventTriggerDescription: 'Waiting for you to write to your WhatsApp business number',
		activationMessage: 'You can now write to your WhatsApp business number to start the workflow.',
		triggerPanel: {
			header: 'Receive a message',
			executionsHelp: {
				inactive:
					"To test: click 'Execute step', then write to your business number in WhatsApp.<br /><br />To run on every message: publish the workflow. The trigger registers its URL at WhatsApp, and removes it when you unpublish.<br /><br />Nothing arrives? In the Meta app dashboard, under WhatsApp → Configuration, subscribe to the field 'messages', or set Registration to 'Meta App'.",
				active:
					"The workflow runs on every message to your business number; see the <a data-key='executions'>executions list</a>.<br /><br />To test a change: click 'Execute step' and write to the number. The next message goes to the test and not to the published workflow.",
			},
			activationHint:
				'Publish the workflow to run it on every message, even when this page is closed.',
		},
		defaults: { name: 'WhatsApp Business Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whatsAppBusinessApi', required: true, testedBy: 'testWhatsAppBusinessApi' },
		],
		webhooks,
		properties: fields,
	};

	constructor() {
		goOnAfterStart();
	}

	methods = {
		credentialTest: { testWhatsAppBusinessApi },
		listSearch: { searchPhoneNumbers },
		loadOptions: { getVerifyToken },
	};

	webhookMethods = webhookMethods;

	webhook = webhook;
}
