import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { senderField } from '../WhatsAppBusiness/sharedFields/sender';
import type { EventGroup } from './events';

/** What the user may set under Options. */
export interface TriggerOptions {
	acceptUnsigned?: boolean;
}

/** Not `options`: n8n itself reads a field of that name, see `rawBodyField`. */
export const optionsField = 'triggerOptions';

const eventGroups: Array<INodePropertyOptions & { value: EventGroup }> = [
	{
		name: 'Messages',
		value: 'messages',
		description: 'A customer writes, sends a file, taps a button or reacts',
	},
	{
		name: 'Statuses',
		value: 'statuses',
		description:
			'A message you sent is sent, delivered, read, played or failed. Several come for each message.',
	},
];

/**
 * Makes n8n leave the body of a request alone, so that the signature is checked before anything is
 * parsed, and what isn't JSON gets the answer Meta expects instead of an entry in the log. n8n looks for
 * this value in version 1 of a node only.
 * https://github.com/n8n-io/n8n/blob/n8n%402.0.0/packages/cli/src/webhooks/webhook-helpers.ts
 */
const rawBodyField: INodeProperties = {
	displayName: 'Leave the Body to the Node',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};

export const phoneNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	name: 'phoneNumberId',
	description: "The number to listen on. Leave empty to use the credential's.",
};

/** The fields of the trigger, in the order of the panel. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventGroups,
		default: ['messages'],
		description: 'What starts the workflow',
	},
	phoneNumberField,
	{
		displayName: 'Options',
		name: optionsField,
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Accept Unsigned Webhooks',
				name: 'acceptUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to work without an app secret in the credential. Nothing then tells a message of WhatsApp from a made-up one: anyone who knows the webhook address can start the workflow. Has no effect when the credential holds an app secret.',
			},
		],
	},
	rawBodyField,
];
