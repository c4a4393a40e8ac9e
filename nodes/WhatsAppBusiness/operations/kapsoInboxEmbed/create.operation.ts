import { path } from '../../../graphApi/path';
import {
	kapsoCustomerField,
	kapsoNumberField,
	readKapsoNumber,
	readUuid,
} from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { embedFields, embedNameField, readEmbed, scopeOptions } from './embedFields';

/** https://docs.kapso.ai/api/platform/v1/inbox-embeds/create-inbox-embed */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso inbox embed',
	description:
		'Make a link to the inbox for your pages. Only this output has its token and URL: keep them.',
	fields: [
		{ ...embedNameField, required: true },
		{
			displayName: 'Embed Scope',
			name: 'embedScope',
			type: 'options',
			noDataExpression: true,
			options: scopeOptions,
			default: 'phone_number',
			description: 'Whose conversations are shown',
		},
		{ ...kapsoCustomerField, displayOptions: { show: { embedScope: ['customer'] } } },
		{ ...kapsoNumberField, displayOptions: { show: { embedScope: ['phone_number'] } } },
		optionsField(embedFields),
	],
	request: (parameters) => ({
		method: 'POST',
		path: path`/inbox_embeds`,
		...onPlatform,
		body: {
			inbox_embed: {
				name: parameters.text(embedNameField.name).trim(),
				...readScope(parameters),
				...readEmbed(parameters.group('options')),
			},
		},
	}),
};

function readScope(parameters: Parameters): { scope_type: string; scope_id?: string } {
	const scope_type = parameters.choice('embedScope');
	if (scope_type === 'project') return { scope_type };
	const isOfCustomer = scope_type === 'customer';
	const scope_id = isOfCustomer
		? readUuid(parameters, kapsoCustomerField)
		: readKapsoNumber(parameters);
	return { scope_type, scope_id };
}
