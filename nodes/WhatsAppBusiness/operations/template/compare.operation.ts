import type { IDataObject } from 'n8n-workflow';

import { asObjects, asTextOrNumber } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import { limits } from '../../../shared/limits';
import { simplifyField } from '../../fields/list';
import { readTemplateId, templateIdField } from './templateId';
import { path } from '../../../graphApi/path';

const secondsPerDay = 86_400;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-comparison */
export const operation: Operation = {
	displayName: 'Compare',
	action: 'Compare two templates',
	description: `Compare how often two templates were sent and blocked. Each needs at least ${limits.comparedTemplateSends} sends in the period.`,
	fields: [
		templateIdField,
		{
			...templateIdField,
			displayName: 'Other Template',
			name: 'otherTemplateId',
			description: 'The template to compare with, in the same account',
		},
		{
			displayName: 'Period',
			name: 'period',
			type: 'options',
			options: [
				{ name: '7 Days', value: 7 },
				{ name: '30 Days', value: 30 },
				{ name: '60 Days', value: 60 },
				{ name: '90 Days', value: 90 },
			],
			default: 30,
			description: 'How far to look back',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'End of the period. Meta expects the present time.',
		},
		simplifyField,
	],
	request(parameters) {
		const templateId = readTemplateId(parameters);
		const otherTemplateId = readTemplateId(parameters, 'otherTemplateId');
		if (templateId === otherTemplateId) {
			throw parameters.error(
				'otherTemplateId',
				"is the same as 'Template'",
				'Choose two different templates.',
			);
		}
		const end = parameters.optionalTimestamp('end');
		if (end === undefined) {
			throw parameters.error('end', 'is empty', 'Enter a date, e.g. {{ $now.toISO() }}.');
		}
		return {
			method: 'GET',
			path: path`/${templateId}/compare`,
			on: 'template',
			query: {
				template_ids: `[${otherTemplateId}]`,
				start: end - Number(parameters.choice('period')) * secondsPerDay,
				end,
			},
		};
	},
	output(response, parameters) {
		if (!parameters.boolean('simplify')) return response;
		const ids = ['templateId', 'otherTemplateId'].map((name) => readTemplateId(parameters, name));
		return ids.map((id) => simplified(id, response));
	},
};

interface Metric {
	metric: string;
	order_by_relative_metric?: string[];
	number_values?: Array<{ key: string; value: number }>;
	string_values?: Array<{ key: string; value: string }>;
}

function simplified(id: string, { data }: JsonObject): IDataObject {
	const metric = (name: string) =>
		asObjects<Metric>(data).find((candidate) => candidate.metric === name);
	const rank =
		metric('BLOCK_RATE')?.order_by_relative_metric?.map(asTextOrNumber).indexOf(id) ?? -1;
	const value = (name: string) => {
		const { number_values = [], string_values = [] } = metric(name) ?? {};
		return [...number_values, ...string_values].find(({ key }) => asTextOrNumber(key) === id)
			?.value;
	};
	return {
		id,
		messageSends: value('MESSAGE_SENDS'),
		topBlockReason: value('TOP_BLOCK_REASON'),
		// Meta lists the template that is blocked less first.
		blockedLess: rank === -1 ? undefined : rank === 0,
	};
}
