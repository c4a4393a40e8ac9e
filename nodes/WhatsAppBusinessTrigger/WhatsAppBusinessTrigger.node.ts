import { NodeConnectionTypes } from 'n8n-workflow';
import type { IHookFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { builtDescription } from '../shared/builtDescription';
import { lazily } from '../shared/lazily';
import type { DerivedDescription } from './derivedDescription';
import { resumeAfterStart } from './n8n/afterStart';

const registration = async () => (await import('./registration/webhookMethods')).webhookMethods;

export class WhatsAppBusinessTrigger implements INodeType {
	readonly #derived = builtDescription<DerivedDescription>(__dirname);

	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business Trigger',
		name: 'whatsAppBusinessTrigger',
		icon: {
			light: 'file:../../icons/whatsAppBusiness.svg',
			dark: 'file:../../icons/whatsAppBusiness.dark.svg',
		},
		group: ['trigger'],
		// Both are the same, but n8n evaluates an expression with each webhook of a version 1: `parseRequestBody` in
		// https://github.com/n8n-io/n8n/blob/master/packages/cli/src/webhooks/webhook-helpers.ts
		version: [1, 2],
		defaultVersion: 2,
		subtitle: this.#derived.subtitle,
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
		webhooks: this.#derived.webhooks,
		properties: this.#derived.properties,
	};

	constructor() {
		resumeAfterStart();
	}

	methods = {
		credentialTest: {
			testWhatsAppBusinessApi: lazily(
				async () => (await import('../shared/credentialTest')).testWhatsAppBusinessApi,
			),
		},
		listSearch: {
			searchPhoneNumbers: lazily(
				async () => (await import('../shared/listSearch/phoneNumbers')).searchPhoneNumbers,
			),
		},
		resourceMapping: {
			getTextByHand: lazily(async () => (await import('./parameters/textByHand')).getTextByHand),
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await (await registration()).checkExists.call(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await (await registration()).create.call(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await (await registration()).delete.call(this);
			},
		},
	};

	webhook = lazily(async () => (await import('./receive/webhook')).webhook);
}
