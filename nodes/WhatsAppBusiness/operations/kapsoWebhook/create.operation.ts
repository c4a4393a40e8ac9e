import { onPlatform } from '../../fields/kapsoPlatform';
import { readHttpsUrl } from '../../fields/httpsUrl';
import { optionsField } from '../../fields/options';
import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { numberEventsField, projectEventsField, readEvents } from './events';
import { isOfProject, ofNumber, ofProject, scopeFields, webhooksPath } from './scope';
import { deliveryFields, deliverySecrets, readDelivery, urlField } from './webhookFields';

/**
 * https://docs.kapso.ai/api/platform/v1/webhooks/create-webhook
 * https://docs.kapso.ai/api/platform/v1/webhooks/create-project-webhook
 */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso webhook',
	description: 'Let Kapso call a URL. Only this output has the secret: keep it.',
	fields: [
		...scopeFields,
		{ ...urlField, required: true },
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			noDataExpression: true,
			displayOptions: ofNumber,
			options: [
				{ name: "Kapso's Events", value: 'kapso' },
				{
					name: "Meta's Webhooks",
					value: 'meta',
					description: 'As Meta sends them; one per number',
				},
			],
			default: 'kapso',
			description: 'What the URL gets',
		},
		{
			...numberEventsField,
			displayOptions: { show: { scope: ['phoneNumber'], kind: ['kapso'] } },
		},
		{ ...projectEventsField, displayOptions: ofProject },
		optionsField(deliveryFields),
	],
	request(parameters) {
		const options = parameters.group('options');
		return {
			method: 'POST',
			path: webhooksPath(parameters),
			...onPlatform,
			body: {
				whatsapp_webhook: {
					url: readHttpsUrl(parameters, urlField.name),
					...readKind(parameters),
					...readDelivery(options),
				},
			},
			secrets: deliverySecrets(options),
		};
	},
};

function readKind(parameters: Parameters): RequestBody {
	const kind = isOfProject(parameters) ? 'kapso' : parameters.choice('kind');
	// Meta's are not chosen: they come as Meta sends them.
	return kind === 'meta' ? { kind } : { kind, events: readEvents(parameters, parameters) };
}
