import type { Account } from '../../../../graphApi/connection';
import { limits } from '../../../../shared/limits';
import { readWaba } from '../../../fields/waba';
import type { Parameters } from '../../../parameters/parameters';
import { readFilters } from './filters';
import type { AnalyticsKind } from './filters';
import { path } from '../../../../graphApi/path';

// The request for one page. The figures are a field of the account; filters are appended to the field's name.
export function analyticsRequest(parameters: Parameters, account: Account, after?: string) {
	const kind = readAnalyticsKind(parameters);
	const cursor = after === undefined ? '' : `.after(${after})`;
	const fields = `${kind}${readTime(parameters, kind)}${readBreakdown(parameters, kind)}${cursor}`;
	return {
		method: 'GET',
		path: path`/${readWaba(parameters, account)}`,
		on: 'waba',
		query: { fields },
	} as const;
}

export function readAnalyticsKind(parameters: Parameters): AnalyticsKind {
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

/** How the IDs of what is analysed day by day are sent and entered. */
const daily: Partial<Record<AnalyticsKind, { parameter: string; field: string; of: string }>> = {
	template_analytics: { parameter: 'template_ids', field: 'templateIds', of: 'Template' },
	template_group_analytics: {
		parameter: 'template_group_ids',
		field: 'templateGroupIds',
		of: 'Template Group',
	},
};

function inWabaTimezone(parameters: Parameters, kind: AnalyticsKind): boolean {
	return daily[kind] !== undefined && parameters.group('filters').boolean('useWabaTimezone');
}

function readBreakdown(parameters: Parameters, kind: AnalyticsKind): string {
	const filters = parameters.group('filters');
	if (daily[kind] === undefined) {
		return `.granularity(${readGranularity(parameters, kind)})${readFilters(filters, kind)}`;
	}
	const hasProduct = kind === 'template_analytics' && filters.hasValue('productType');
	const product = hasProduct ? `.product_type(${filters.choice('productType')})` : '';
	const timezone = inWabaTimezone(parameters, kind) ? '.use_waba_timezone(true)' : '';
	const { parameter, field, of } = daily[kind];
	const ids = JSON.stringify(readIds(parameters, field, of));
	return `.granularity(DAILY).${parameter}(${ids})${readFilters(filters, kind)}${product}${timezone}`;
}

// Messaging analytics uses other values than the rest for the same granularity.
function readGranularity(parameters: Parameters, kind: AnalyticsKind): string {
	const granularity = parameters.choice('granularity');
	const words: Record<string, string> = { DAY: 'DAILY', MONTH: 'MONTHLY' };
	return kind === 'analytics' ? granularity : (words[granularity] ?? granularity);
}

function readIds(parameters: Parameters, field: string, of: string): string[] {
	const ids = parameters.texts(field, { min: 1, max: limits.analyticsTemplates });
	if (ids.some((id) => !/^\d+$/.test(id))) {
		throw parameters.error(
			field,
			`contains an invalid ${of.toLowerCase()} ID`,
			`The IDs have digits only. Get them with '${of}: Get Many'.`,
		);
	}
	return ids;
}
