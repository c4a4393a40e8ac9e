import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { allPages, nextCursor } from '../../../graphApi/pages';
import { asObjects, asText } from '../../../graphApi/coerce';
import type { GraphRequest, JsonObject } from '../../../graphApi/types';
import type { FollowUp, Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { optionsField } from '../../fields/options';
import { checkLanguageCode, readTemplateName, templateNameField } from '../../fields/templateName';
import { readTemplateId, templateIdField } from './templateId';
import { statusInWords } from './templateStatuses';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

const fields = 'id,name,language,category,status,rejected_reason,quality_score';

/** One template, or a page of a list. */
type Lookup = Pick<GraphRequest, 'method' | 'path' | 'on' | 'query'>;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#get-templates */
export const operation: Operation = {
	displayName: 'Get Status',
	action: 'Get the status of a template',
	description: 'Get in plain words whether a template is approved, rejected, paused or in review',
	fields: [
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'options',
			options: [
				{ name: 'Name', value: 'name', description: 'A template in one language or in all' },
				{
					name: 'Template',
					value: 'id',
					description: 'One template in one language, from a list or by its ID',
				},
			],
			default: 'id',
		},
		{ ...templateIdField, displayOptions: { show: { findBy: ['id'] } } },
		{ ...templateNameField, displayOptions: { show: { findBy: ['name'] } } },
		{
			displayName: 'Language Code',
			name: 'languageCode',
			type: 'string',
			displayOptions: { show: { findBy: ['name'] } },
			default: '',
			placeholder: 'e.g. en_US',
			description: 'Leave empty to get an item for each language of the template',
		},
		optionsField([wabaField]),
	],
	request,
	async finish(response, { parameters, account, send }) {
		if (parameters.choice('findBy') === 'id') return [{ json: statusOf(response) }];
		const { name, language } = readName(parameters);
		const found = (await entries(response, { parameters, account, send })).filter(
			(template) =>
				template.name === name && (language === undefined || template.language === language),
		);
		if (found.length === 0) {
			throw parameters.error(
				'templateName',
				`does not exist${language === undefined ? '' : ` in ${language}`}`,
				"Check the name and the language with 'Template: Get Many'.",
			);
		}
		return found.map((template) => ({ json: statusOf(template) }));
	},
};

function request(parameters: Parameters, account: Account): Lookup {
	if (parameters.choice('findBy') === 'id') {
		return {
			method: 'GET',
			path: path`/${readTemplateId(parameters)}`,
			on: 'template',
			query: { fields },
		};
	}
	return {
		method: 'GET',
		path: path`/${readWaba(parameters, account)}/message_templates`,
		on: 'waba',
		query: { ...readName(parameters), fields, limit: 100 },
	};
}

function readName(parameters: Parameters): { name: string; language?: string } {
	const name = readTemplateName(parameters);
	const language = parameters.optionalText('languageCode')?.trim();
	if (language !== undefined) {
		checkLanguageCode(parameters, 'languageCode', language);
	}
	return { name, language };
}

// Meta also returns names that contain the requested one, so there may be more pages.
async function entries(
	first: JsonObject,
	{ parameters, account, send }: Pick<FollowUp, 'parameters' | 'account' | 'send'>,
): Promise<JsonObject[]> {
	return asObjects<JsonObject>(
		nextCursor(first) === undefined
			? first.data
			: await allPages(send, request(parameters, account)),
	);
}

function statusOf(template: JsonObject): IDataObject {
	const { status, rejected_reason } = template;
	return {
		...template,
		...statusInWords(asText(status), asText(rejected_reason)),
	};
}
