import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { nextCursor } from '../../../graphApi/pages';
import { asObject, asObjects } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { filterFields, readFilters } from './analytics/filters';
import type { AnalyticsKind } from './analytics/filters';
import { limits } from '../../../shared/limits';
import { alphabetical, optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';

const granular: AnalyticsKind[] = ['analytics', 'conversation_analytics', 'pricing_analytics'];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics */
export const operation: Operation = {
	displayName: 'Get Analytics',
	action: 'Get the analytics of an account',
	description:
		'Get how much was sent, delivered, read and charged. Each stretch of time, with each breakdown, becomes an item.',
	fields: [
		{
			displayName: 'Type',
			name: 'analyticsType',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Conversations',
					value: 'conversation_analytics',
					description: 'Conversations and their cost, for the time when WhatsApp charged these',
				},
				{
					name: 'Messaging',
					value: 'analytics',
					description: 'Messages sent and delivered',
				},
				{
					name: 'Pricing',
					value: 'pricing_analytics',
					description: 'Messages delivered and their cost, by category, country and volume tier',
				},
				{
					name: 'Templates',
					value: 'template_analytics',
					description:
						'How often templates were sent, delivered, read and clicked. It has to be turned on in WhatsApp Manager once.',
				},
			],
			default: 'analytics',
			description: 'What the figures are about',
		},
		{
			displayName: 'Start',
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'Where the time begins: up to 1 year ago, 90 days for templates',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'Where the time ends',
		},
		{
			displayName: 'Granularity',
			name: 'granularity',
			type: 'options',
			displayOptions: { show: { analyticsType: granular } },
			options: [
				{ name: 'Day', value: 'DAY' },
				{ name: 'Half Hour', value: 'HALF_HOUR' },
				{ name: 'Month', value: 'MONTH' },
			],
			default: 'DAY',
			description: 'How long a stretch of time each item is about',
		},
		{
			displayName: 'Template IDs',
			name: 'templateIds',
			type: 'string',
			required: true,
			displayOptions: { show: { analyticsType: ['template_analytics'] } },
			default: '',
			placeholder: 'e.g. 1924084211297547, 954638012257287',
			description: `IDs of the templates, separated by commas, at most ${limits.analyticsTemplates}`,
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: alphabetical([
				...filterFields,
				{
					displayName: 'Product Type',
					name: 'productType',
					type: 'options',
					displayOptions: { show: { '/analyticsType': ['template_analytics'] } },
					options: [
						{ name: 'Cloud API', value: 'CLOUD_API' },
						{
							name: 'Marketing Messages API',
							value: 'MARKETING_MESSAGES_API_FOR_WHATSAPP',
						},
					],
					default: 'CLOUD_API',
					description: 'Only messages sent through this API',
				},
				{
					displayName: "Use the Account's Time Zone",
					name: 'useWabaTimezone',
					type: 'boolean',
					displayOptions: { show: { '/analyticsType': ['template_analytics'] } },
					default: true,
					description: 'Whether days begin in the time zone of the account instead of UTC',
				},
			]),
		},
		optionsField([wabaField]),
	],
	request: (parameters, account) => analyticsRequest(parameters, account),
	async finish(response, { parameters, account, send }) {
		const points: IDataObject[] = [];
		const seen = new Set<string>();
		let page = pageOf(response, readKind(parameters));
		for (;;) {
			points.push(...page.points);
			if (page.after === undefined || seen.has(page.after)) break;
			seen.add(page.after);
			const next = analyticsRequest(parameters, account, page.after);
			page = pageOf((await send(next)).body, readKind(parameters));
		}
		return points.map((json) => ({ json }));
	},
};

// One page: the figures are a field of the account, and the filters are written behind its name.
function analyticsRequest(parameters: Parameters, account: Account, after?: string) {
	const kind = readKind(parameters);
	const cursor = after === undefined ? '' : `.after(${after})`;
	const fields = `${kind}${readTime(parameters, kind)}${readRest(parameters, kind)}${cursor}`;
	return { method: 'GET' as const, path: `/${readWaba(parameters, account)}`, query: { fields } };
}

function readKind(parameters: Parameters): AnalyticsKind {
	return parameters.choice('analyticsType') as AnalyticsKind;
}

function readTime(parameters: Parameters, kind: AnalyticsKind): string {
	const [start, end] = (['start', 'end'] as const).map((name) => {
		const timestamp = parameters.optionalTimestamp(name);
		if (timestamp === undefined) throw parameters.error(name, 'is empty', 'Choose a date.');
		return timestamp;
	}) as [number, number];
	if (end <= start) {
		throw parameters.error('end', "is not later than 'Start'", 'Choose a later date.');
	}
	if (!inWabaTimezone(parameters, kind)) return `.start(${start}).end(${end})`;
	return `.start(${parameters.optionalDay('start')}).end(${parameters.optionalDay('end')})`;
}

function inWabaTimezone(parameters: Parameters, kind: AnalyticsKind): boolean {
	return kind === 'template_analytics' && parameters.group('filters').boolean('useWabaTimezone');
}

function readRest(parameters: Parameters, kind: AnalyticsKind): string {
	const filters = parameters.group('filters');
	if (kind !== 'template_analytics') {
		return `.granularity(${readGranularity(parameters, kind)})${readFilters(filters, kind)}`;
	}
	const product = filters.hasValue('productType')
		? `.product_type(${filters.choice('productType')})`
		: '';
	const timezone = inWabaTimezone(parameters, kind) ? '.use_waba_timezone(true)' : '';
	return `.granularity(DAILY).template_ids(${JSON.stringify(readTemplateIds(parameters))})${readFilters(filters, kind)}${product}${timezone}`;
}

// Messaging analytics has other words for the same than the others.
function readGranularity(parameters: Parameters, kind: AnalyticsKind): string {
	const granularity = parameters.choice('granularity');
	const words: Record<string, string> = { DAY: 'DAILY', MONTH: 'MONTHLY' };
	return kind === 'analytics' ? granularity : (words[granularity] ?? granularity);
}

function readTemplateIds(parameters: Parameters): string[] {
	const ids = parameters.texts('templateIds', { min: 1, max: limits.analyticsTemplates });
	if (ids.some((id) => !/^\d+$/.test(id))) {
		throw parameters.error(
			'templateIds',
			'holds something that is not a template ID',
			'The IDs have digits only; Get Many of the resource Template gives them.',
		);
	}
	return ids;
}

// Messaging analytics gives its points at once, the others in a list with pages.
function pageOf(body: JsonObject, kind: AnalyticsKind) {
	const figures = asObject<JsonObject>(body[kind]);
	const groups = figures.data === undefined ? [figures] : asObjects<JsonObject>(figures.data);
	return {
		points: groups.flatMap(({ data_points }) => asObjects<IDataObject>(data_points)),
		after: nextCursor(figures),
	};
}
