import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { path } from '../../../graphApi/path';
import type { Path } from '../../../graphApi/path';
import { kapsoNumberField, readKapsoNumber, readUuid, uuidLocator } from '../../fields/kapsoIds';
import type { Parameters } from '../../parameters/parameters';

/** Whether the webhook is about one number. */
export const ofNumber: IDisplayOptions = { show: { scope: ['phoneNumber'] } };

/** Whether the webhook is about the project. */
export const ofProject: IDisplayOptions = { show: { scope: ['project'] } };

/** Whose webhook it is. Read with `webhooksPath` or `webhookPath`. */
export const scopeFields: INodeProperties[] = [
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Phone Number', value: 'phoneNumber', description: 'Messages and conversations' },
			{ name: 'Project', value: 'project', description: 'Connected numbers and workflows' },
		],
		default: 'phoneNumber',
		description: 'What the webhook reports about',
	},
	{ ...kapsoNumberField, displayOptions: ofNumber },
];

/** Read with `webhookPath`. */
export const webhookField: INodeProperties = uuidLocator({
	displayName: 'Webhook',
	name: 'webhook',
	required: true,
	searchListMethod: 'searchKapsoWebhooks',
});

/** Whether the webhook is one of the project. */
export function isOfProject(parameters: Parameters): boolean {
	return parameters.choice('scope') === 'project';
}

/**
 * The webhooks of the number or of the project.
 * @throws InputError when no number is chosen.
 */
export function webhooksPath(parameters: Parameters): Path {
	if (isOfProject(parameters)) return path`/whatsapp/webhooks`;
	return path`/whatsapp/phone_numbers/${readKapsoNumber(parameters)}/webhooks`;
}

/**
 * The chosen webhook.
 * @throws InputError when no number or no webhook is chosen.
 */
export function webhookPath(parameters: Parameters): Path {
	const webhook = readUuid(parameters, webhookField);
	if (isOfProject(parameters)) return path`/whatsapp/webhooks/${webhook}`;
	return path`/whatsapp/phone_numbers/${readKapsoNumber(parameters)}/webhooks/${webhook}`;
}
