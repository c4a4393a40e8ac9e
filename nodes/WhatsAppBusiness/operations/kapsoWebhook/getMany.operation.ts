import { createdFilters, readCreatedFilters } from '../../fields/kapsoFilters';
import { filtersField, numberedPages, onPlatform } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { scopeFields, webhooksPath } from './scope';
import { activeField } from './webhookFields';
import { webhookOutput } from './withoutSecret';

/** https://docs.kapso.ai/api/platform/v1/webhooks/list-webhooks */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso webhooks',
	description: 'Get the webhooks of a number or of the project, without their secrets',
	fields: [
		...scopeFields,
		...listFields,
		filtersField([
			activeField,
			...createdFilters,
			{
				displayName: 'URL Contains',
				name: 'urlContains',
				type: 'string',
				default: '',
				placeholder: 'e.g. n8n.example.com',
			},
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: webhooksPath(parameters),
			...onPlatform,
			query: {
				...numberedPages(parameters),
				active: filters.optionalBoolean(activeField.name),
				url_contains: filters.optionalText('urlContains')?.trim(),
				...readCreatedFilters(filters),
			},
		};
	},
	output: webhookOutput,
};
