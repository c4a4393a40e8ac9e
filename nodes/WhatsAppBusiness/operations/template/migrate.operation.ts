import type { IDataObject } from 'n8n-workflow';

import { asObject, asTextOrNumber } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { limits } from '../../../shared/limits';
import { optionsField } from '../../fields/options';
import { readTemplateIds, templateIdsField } from '../../fields/templateIds';
import { readSourceWaba, readWaba, sourceWabaField, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import { resultOf } from './archiving';

const { migratedTemplates } = limits;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-migration */
export const operation: Operation = {
	displayName: 'Migrate',
	action: 'Migrate templates from another account',
	description:
		'Copy the approved templates of good or unknown quality from another account of the same business. Each becomes an item with its result.',
	fields: [
		sourceWabaField,
		optionsField([
			{
				displayName: 'Page',
				name: 'page',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: `Which ${migratedTemplates} templates to copy: 0 for the first, 1 for the next, and so on`,
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: migratedTemplates },
				default: 200,
				description: `How many templates to copy, at most ${migratedTemplates}. Choose fewer if Meta takes longer than 30 seconds.`,
			},
			{
				...templateIdsField,
				required: false,
				description: `IDs of the templates to copy, separated by commas, at most ${migratedTemplates}; for example those that failed before`,
			},
			{ ...wabaField, description: "The account to copy to, instead of the credential's" },
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const target = readWaba(parameters, account);
		const ids = readTemplateIds(options, templateIdsField.name, { max: migratedTemplates });
		return {
			method: 'POST',
			path: path`/${target}/migrate_message_templates`,
			on: 'waba',
			body: {
				source_waba_id: readSourceWaba(parameters, target),
				page_number: options.optionalNumber('page', { min: 0, integer: true }),
				count: options.optionalNumber('pageSize', {
					min: 1,
					max: migratedTemplates,
					integer: true,
				}),
				template_ids: ids.length === 0 ? undefined : ids,
			},
		};
	},
	output: (response) =>
		idsIn(response).map((id): IDataObject => resultOf(id, response, 'migrated_templates')),
};

function idsIn({ migrated_templates: migrated, failed_templates: failed }: JsonObject): string[] {
	const ids = (Array.isArray(migrated) ? migrated : []).flatMap((id) => asTextOrNumber(id) ?? []);
	return [...ids, ...Object.keys(asObject<JsonObject>(failed))];
}
