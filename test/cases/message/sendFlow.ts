import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const [published, draft] = business.flows;
const body = 'Book your appointment in a minute.';
const buttonText = 'Book now';

const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });
const byName = (value: string): INodeParameters => ({ __rl: true, mode: 'name', value });

const exampleParameters = (flow: INodeParameters, options: INodeParameters): INodeParameters => ({
	to,
	body: '<BODY_TEXT>',
	flow,
	buttonText: 'Open Flow!',
	options: {
		header: { header: { headerText: '<HEADER_TEXT>' } },
		footer: '<FOOTER_TEXT>',
		flowToken: '<FLOW_TOKEN>',
		firstScreen: '<SCREEN_ID>',
		screenData: '{ "<CUSTOM_KEY>": "<CUSTOM_VALUE>" }',
		...options,
	},
});
const exampleInteractive = (flow: IDataObject): IDataObject => ({
	type: 'flow',
	header: { type: 'text', text: '<HEADER_TEXT>' },
	body: { text: '<BODY_TEXT>' },
	footer: { text: '<FOOTER_TEXT>' },
	action: {
		name: 'flow',
		parameters: {
			flow_message_version: '3',
			flow_token: '<FLOW_TOKEN>',
			flow_cta: 'Open Flow!',
			flow_action: 'navigate',
			flow_action_payload: {
				screen: '<SCREEN_ID>',
				data: { '<CUSTOM_KEY>': '<CUSTOM_VALUE>' },
			},
			...flow,
		},
	},
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body, flow: byId(published.id), buttonText },
		request: interactiveMessage({
			type: 'flow',
			body: { text: body },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_id: published.id,
					flow_cta: buttonText,
					flow_action: 'navigate',
				},
			},
		}),
	},
	{
		name: 'a button longer than Meta advises, with an emoji',
		parameters: {
			to,
			body,
			flow: byId(published.id),
			buttonText: 'Book an appointment in our shop 📅',
		},
		request: interactiveMessage({
			type: 'flow',
			body: { text: body },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_id: published.id,
					flow_cta: 'Book an appointment in our shop 📅',
					flow_action: 'navigate',
				},
			},
		}),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			flow: byName(draft.name),
			buttonText,
			sender: otherSender,
			options: {
				...commonOptions,
				header: {
					header: {
						headerType: 'video',
						mediaSource: 'url',
						mediaUrl: 'https://example.com/welcome.mp4',
					},
				},
				footer: 'It takes a minute',
				flowToken: 'booking-4711',
				mode: 'draft',
				firstScreen: draft.firstScreen,
				screenData: '{ "name": "Pablo", "seats": 2 }',
			},
		},
		request: interactiveMessageWithCommonOptions({
			type: 'flow',
			header: { type: 'video', video: { link: 'https://example.com/welcome.mp4' } },
			body: { text: body },
			footer: { text: 'It takes a minute' },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_name: draft.name,
					flow_cta: buttonText,
					flow_token: 'booking-4711',
					mode: 'draft',
					flow_action: 'navigate',
					flow_action_payload: {
						screen: draft.firstScreen,
						data: { name: 'Pablo', seats: 2 },
					},
				},
			},
		}),
	},
	{
		name: 'with a first screen from the endpoint, the Flow chosen from the list',
		parameters: {
			to,
			body,
			flow: { __rl: true, mode: 'list', value: published.id, cachedResultName: published.name },
			buttonText,
			flowAction: 'data_exchange',
			options: { flowToken: 'booking-4711', mode: 'published' },
		},
		request: interactiveMessage({
			type: 'flow',
			body: { text: body },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_id: published.id,
					flow_cta: buttonText,
					flow_token: 'booking-4711',
					mode: 'published',
					flow_action: 'data_exchange',
				},
			},
		}),
	},
	{
		name: 'example: draft by ID',
		example: 'Send Draft Flow by ID',
		parameters: exampleParameters(byId(draft.id), { mode: 'draft' }),
		request: interactiveMessage(exampleInteractive({ flow_id: draft.id, mode: 'draft' })),
	},
	{
		name: 'example: draft by name',
		example: 'Send Draft Flow by Name',
		parameters: exampleParameters(byName(draft.name), { mode: 'draft' }),
		request: interactiveMessage(exampleInteractive({ flow_name: draft.name, mode: 'draft' })),
	},
	{
		name: 'example: published by ID',
		example: 'Send Published Flow by ID',
		parameters: exampleParameters(byId(published.id), {}),
		request: interactiveMessage(exampleInteractive({ flow_id: published.id })),
	},
	{
		name: 'example: published by name',
		example: 'Send Published Flow by Name',
		parameters: exampleParameters(byName(published.name), {}),
		request: interactiveMessage(exampleInteractive({ flow_name: published.name })),
	},
];

const parameters = { to, body, flow: byId(published.id), buttonText };

export const rejected: RejectedCase[] = [
	{
		name: 'a missing Flow',
		parameters: { ...parameters, flow: byId('') },
		message: /'Flow' is empty/,
	},
	{
		name: 'a name instead of an ID',
		parameters: { ...parameters, flow: byId(published.name) },
		message: /'Flow' is not a Flow ID/,
	},
	{
		name: 'a missing button text',
		parameters: { ...parameters, buttonText: '' },
		message: /'Button Text' is empty/,
	},
	{
		name: 'Flow action that does not exist',
		parameters: { ...parameters, flowAction: 'open' },
		message: /'Flow Action' has a value that does not exist/,
	},
	{
		name: 'a mode that does not exist',
		parameters: { ...parameters, options: { mode: 'test' } },
		message: /'Mode' has a value that does not exist/,
	},
	{
		name: 'screen that the endpoint would choose',
		parameters: {
			...parameters,
			flowAction: 'data_exchange',
			options: { firstScreen: published.firstScreen },
		},
		message: /'First Screen' has no effect with the Flow action 'Data Exchange'/,
	},
	{
		name: 'data that the endpoint would give',
		parameters: {
			...parameters,
			flowAction: 'data_exchange',
			options: { screenData: '{ "name": "Pablo" }' },
		},
		message: /'Screen Data' has no effect with the Flow action 'Data Exchange'/,
	},
	{
		name: 'screen data that is not JSON',
		parameters: { ...parameters, options: { screenData: '{ name }' } },
		message: /'Screen Data' is not valid JSON/,
	},
	{
		name: 'screen data that is not an object',
		parameters: { ...parameters, options: { screenData: '[1]' } },
		message: /'Screen Data' is not a JSON object/,
	},
];
