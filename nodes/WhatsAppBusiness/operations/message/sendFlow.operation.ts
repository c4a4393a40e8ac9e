import type { INodeProperties } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { flowField, readFlow } from '../../fields/flow';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { limits } from '../../../shared/limits';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'flow',
	bodyExample: 'Tap below to book your appointment',
	header: 'any',
	footer: true,
};

const fields: INodeProperties[] = [
	flowField,
	{
		displayName: 'Button Text',
		name: 'buttonText',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Book now',
		description: `Text on the button that opens the Flow. Meta advises at most ${limits.flowButton} characters and no emoji.`,
	},
	{
		displayName: 'Flow Action',
		name: 'flowAction',
		type: 'options',
		options: [
			{
				name: 'Data Exchange',
				value: 'data_exchange',
				description: "Ask the Flow's endpoint for the first screen and its data",
			},
			{
				name: 'Navigate',
				value: 'navigate',
				description: 'Open a screen with the data set here',
			},
		],
		default: 'navigate',
		description: 'Where the first screen comes from',
	},
];

const options: INodeProperties[] = [
	{
		displayName: 'First Screen',
		name: 'firstScreen',
		type: 'string',
		default: '',
		placeholder: 'e.g. APPOINTMENT',
		description: 'ID of the screen that opens. By default, the first screen of the Flow.',
	},
	{
		displayName: 'Flow Token',
		name: 'flowToken',
		// eslint-disable-next-line n8n-nodes-base/node-param-type-options-password-missing -- an identifier, not a secret
		type: 'string',
		default: '',
		placeholder: 'e.g. booking-4711',
		description:
			'Text that is returned with the response and sent to the endpoint of the Flow, so that you know which message it belongs to. By default, "unused".',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{ name: 'Draft', value: 'draft', description: 'Test a Flow before it is published' },
			{ name: 'Published', value: 'published', description: 'Send a published Flow' },
		],
		default: 'draft',
		description: 'Which version of the Flow to send. By default, the published one.',
	},
	{
		displayName: 'Screen Data',
		name: 'screenData',
		type: 'json',
		default: '{}',
		description: 'Data for the first screen, as a JSON object such as { "name": "Pablo" }',
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
export const operation: Operation = {
	displayName: 'Send Flow',
	action: 'Send a flow',
	description: 'Send a message with a button that opens a WhatsApp Flow, such as a form',
	sendsMessages: true,
	fields: interactiveFields(kind, fields, options),
	request(parameters, account) {
		const chosen = parameters.group('options');
		const action = parameters.choice('flowAction');
		return interactiveRequest(parameters, account, kind, {
			name: 'flow',
			parameters: {
				// The only version.
				flow_message_version: '3',
				...readFlow(parameters),
				flow_cta: parameters.text('buttonText'),
				flow_token: chosen.optionalText('flowToken'),
				mode: chosen.optionalChoice('mode'),
				flow_action: action,
				flow_action_payload: readFirstScreen(chosen, action),
			},
		});
	},
	output: sentMessage,
};

function readFirstScreen(options: Parameters, action: string): RequestBody | undefined {
	const screen = options.optionalText('firstScreen')?.trim();
	const data = options.optionalJsonObject('screenData');
	if (screen === undefined && data === undefined) return undefined;
	if (action !== 'navigate') {
		throw options.error(
			screen === undefined ? 'screenData' : 'firstScreen',
			"has no effect with the Flow action 'Data Exchange'",
			"Remove it, or choose the Flow action 'Navigate'.",
		);
	}
	return { screen, data };
}
