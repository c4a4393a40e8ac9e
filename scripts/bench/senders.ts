import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { business } from '../../simulator/business';
import type { PinnedItem } from '../n8n/client';
import { actionNodeType, credentialOf } from '../workflows';
import type { SimulatorProcess } from './simulatorProcess';
import type { BenchWorld } from './world';

const [phone] = business.phoneNumbers;
const builtInType = 'n8n-nodes-base.whatsApp';
export const ours = 'this node';
export const builtIn = "n8n's node";
export const recipient = '={{ $json.to }}';
export const messageText = '=Hello {{ $json.name }}';

/** A node that sends one message for each item. */
export interface Sender {
	type: string;
	parameters: INodeParameters;
	credentials?: INode['credentials'];
}

/** The same message of both nodes. */
interface Message {
	ours: INodeParameters;
	builtIn: INodeParameters;
}

/** This node and n8n's. */
export function senders(
	{ credential, builtIn: { node: builtInCredential } }: Pick<BenchWorld, 'credential' | 'builtIn'>,
	parameters: Message,
): Record<string, Sender> {
	const { id, name } = builtInCredential;
	return {
		[ours]: {
			type: actionNodeType,
			parameters: { resource: 'message', ...parameters.ours },
			credentials: credentialOf(credential),
		},
		[builtIn]: {
			type: builtInType,
			parameters: { resource: 'message', ...parameters.builtIn },
			credentials: { whatsAppApi: { id, name } },
		},
	};
}

/** A text with two expressions. */
export function text(options: INodeParameters): Message {
	return {
		ours: { operation: 'sendText', to: recipient, text: messageText, options },
		builtIn: {
			operation: 'send',
			phoneNumberId: phone.id,
			recipientPhoneNumber: recipient,
			messageType: 'text',
			textBody: messageText,
		},
	};
}

const templateName = 'bench_six_values';
const language = 'en_US';
const sixValues = ['name', 'order', 'items', 'amount', 'day', 'shop'].map(
	(field) => `={{ $json.${field} }}`,
);

/** A template with six values, each with an expression, beside that of the recipient. */
export function template(options: INodeParameters): Message {
	return {
		ours: {
			operation: 'sendTemplate',
			to: recipient,
			template: { __rl: true, mode: 'name', value: templateName },
			languageCode: language,
			specifyValues: 'fields',
			bodyVariables: { variable: sixValues.map((value) => ({ text: value })) },
			options,
		},
		builtIn: {
			operation: 'sendTemplate',
			phoneNumberId: phone.id,
			recipientPhoneNumber: recipient,
			template: `${templateName}|${language}`,
			components: {
				component: [
					{
						type: 'body',
						bodyParameters: {
							parameter: sixValues.map((value) => ({ type: 'text', text: value })),
						},
					},
				],
			},
		},
	};
}

/** Creates the template of `template`, which a reset of the simulator removes, and approves it. */
export async function createTemplate(simulator: SimulatorProcess): Promise<void> {
	const response = await fetch(`${simulator.url}/v26.0/${business.waba.id}/message_templates`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${business.accessToken}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({
			name: templateName,
			language,
			category: 'UTILITY',
			components: [
				{
					type: 'BODY',
					text: 'Hello {{1}}, your order {{2}} of {{3}} items over {{4}} comes on {{5}} from {{6}}.',
					example: { body_text: [['Pablo', 'A-1', '3', '99.99', 'Monday', 'Lucky Shrub']] },
				},
			],
		}),
	});
	const { id } = (await response.json()) as { id?: string };
	if (id === undefined)
		throw new Error(`The simulator did not create the template ${templateName}.`);
	await simulator.call('POST', `templates/${id}/status`, { status: 'APPROVED' });
}

/** What the texts and the templates name; each # becomes the number of the item, as in `BenchItems`. */
export const recipientFields = JSON.stringify({
	to: '+4915500#',
	name: 'customer #',
	order: 'A-#',
	items: 3,
	amount: '99.99',
	day: 'Monday',
	shop: 'Lucky Shrub',
});

export function recipients(count: number): PinnedItem[] {
	return Array.from({ length: count }, (_entry, index) => {
		const number = String(index).padStart(6, '0');
		return { json: JSON.parse(recipientFields.replaceAll('#', number)) as IDataObject };
	});
}
