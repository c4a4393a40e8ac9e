import { flowField, readFlow } from '../../../fields/flow';
import type { DefinitionButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
export const flow: DefinitionButtonKind = {
	name: 'Flow',
	description: 'Opens a WhatsApp Flow',
	type: 'FLOW',
	max: 1,
	fields: [
		{
			displayName: 'Flow Source',
			name: 'flowSource',
			type: 'options',
			options: [
				{ name: 'Existing Flow', value: 'existing' },
				{
					name: 'Flow JSON',
					value: 'json',
					description: 'A Flow that is created with the template',
				},
			],
			default: 'existing',
		},
		{ ...flowField, displayOptions: { show: { flowSource: ['existing'] } } },
		{
			displayName: 'Flow JSON',
			name: 'flowJson',
			type: 'json',
			required: true,
			displayOptions: { show: { flowSource: ['json'] } },
			default: '{}',
			description: 'The whole Flow as JSON',
		},
		{
			displayName: 'Flow Action',
			name: 'flowAction',
			type: 'options',
			options: [
				{
					name: 'Data Exchange',
					value: 'data_exchange',
					description: "The Flow's endpoint provides the first screen",
				},
				{ name: 'Navigate', value: 'navigate', description: 'The first screen is set here' },
			],
			default: 'navigate',
			description: 'Where the first screen comes from',
		},
		{
			displayName: 'First Screen',
			name: 'firstScreen',
			type: 'string',
			displayOptions: { show: { flowAction: ['navigate'] } },
			default: '',
			placeholder: 'e.g. APPOINTMENT',
			description: 'ID of the screen that opens. Leave empty for the first screen of the Flow.',
		},
		{
			displayName: 'Icon',
			name: 'flowIcon',
			type: 'options',
			options: [
				{ name: 'Document', value: 'DOCUMENT' },
				{ name: 'None', value: '' },
				{ name: 'Promotion', value: 'PROMOTION' },
				{ name: 'Review', value: 'REVIEW' },
			],
			default: '',
		},
	],
	read(button) {
		const flowAction = button.choice('flowAction');
		return {
			...(button.choice('flowSource') === 'json'
				? { flow_json: JSON.stringify(button.jsonObject('flowJson')) }
				: readFlow(button)),
			flow_action: flowAction,
			navigate_screen:
				flowAction === 'navigate' ? button.optionalText('firstScreen')?.trim() : undefined,
			icon: button.choice('flowIcon') || undefined,
		};
	},
};
