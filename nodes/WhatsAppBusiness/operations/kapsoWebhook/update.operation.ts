import { checkChanges } from '../../fields/checkChanges';
import { readHttpsUrl } from '../../fields/httpsUrl';
import { onPlatform, updateFieldsField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { numberEventsField, projectEventsField, readEvents } from './events';
import { isOfProject, scopeFields, webhookField, webhookPath } from './scope';
import { deliveryFields, deliverySecrets, readDelivery, urlField } from './webhookFields';
import { withoutSecret } from './withoutSecret';

/** https://docs.kapso.ai/api/platform/v1/webhooks/update-webhook */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a Kapso webhook',
	description: 'Change a webhook. Its kind stays.',
	fields: [
		...scopeFields,
		webhookField,
		updateFieldsField([
			urlField,
			{ ...numberEventsField, displayOptions: { show: { '/scope': ['phoneNumber'] } } },
			{ ...projectEventsField, displayOptions: { show: { '/scope': ['project'] } } },
			...deliveryFields,
		]),
	],
	request(parameters) {
		const given = parameters.group('updateFields');
		const { name: events } = isOfProject(parameters) ? projectEventsField : numberEventsField;
		const whatsapp_webhook = {
			url: given.hasValue(urlField.name) ? readHttpsUrl(given, urlField.name) : undefined,
			events: given.isAdded(events) ? readEvents(given, parameters) : undefined,
			...readDelivery(given),
		};
		checkChanges(parameters, 'updateFields', whatsapp_webhook);
		return {
			method: 'PATCH',
			path: webhookPath(parameters),
			...onPlatform,
			body: { whatsapp_webhook },
			secrets: deliverySecrets(given),
			idempotent: true,
		};
	},
	output: withoutSecret,
};
