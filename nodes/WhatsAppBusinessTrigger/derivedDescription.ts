import type { INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';

import { eventKinds, flowDataExchange } from '../shared/events/eventKinds';
import { encryptedResponseField } from '../shared/flowEncryption';
import { nameLookup } from '../shared/nameLookup';
import { triggerPath } from '../shared/publishedTriggers';
import { fields } from './parameters/fields';

/** What of the trigger's description comes from its events and fields. */
export type DerivedDescription = Pick<INodeTypeDescription, 'properties' | 'subtitle' | 'webhooks'>;

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

export const derivedDescription: DerivedDescription = {
	subtitle: `={{ $parameter["events"].map((event) => ${eventName}).join(", ") }}`,
	webhooks,
	properties: fields,
};
