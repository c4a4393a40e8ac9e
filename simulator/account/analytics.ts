import { SimulatedGraphError, invalidParameter, missingParameter } from '../graph/errors';
import { fieldParameters } from '../graph/fieldSelection';
import type { AcceptedMessage } from '../messages/message';
import type { State } from '../state';
import type { Waba } from './waba';

/** The analytics fields of a WABA, with their granularities and breakdowns. */
const kinds: Record<string, { granularities: string[]; breakdowns: Record<string, string> }> = {
	analytics: { granularities: ['HALF_HOUR', 'DAY', 'MONTH'], breakdowns: {} },
	call_analytics: {
		granularities: ['HALF_HOUR', 'DAILY', 'MONTHLY'],
		breakdowns: { country: 'country', direction: 'direction', phone: 'phone_number' },
	},
	conversation_analytics: {
		granularities: ['HALF_HOUR', 'DAILY', 'MONTHLY'],
		breakdowns: {
			CONVERSATION_CATEGORY: 'conversation_category',
			CONVERSATION_DIRECTION: 'conversation_direction',
			CONVERSATION_TYPE: 'conversation_type',
			COUNTRY: 'country',
			PHONE: 'phone_number',
		},
	},
	pricing_analytics: {
		granularities: ['HALF_HOUR', 'DAILY', 'MONTHLY'],
		breakdowns: {
			COUNTRY: 'country',
			PHONE: 'phone_number',
			PRICING_CATEGORY: 'pricing_category',
			PRICING_TYPE: 'pricing_type',
			TIER: 'tier',
		},
	},
	template_analytics: { granularities: ['DAILY'], breakdowns: {} },
	template_group_analytics: { granularities: ['DAILY'], breakdowns: {} },
};

/** Value of each breakdown in every data point. The simulator does not break anything down. */
const breakdownValues: Record<string, string> = {
	conversation_category: 'UTILITY',
	conversation_direction: 'UNKNOWN',
	conversation_type: 'REGULAR',
	country: 'US',
	direction: 'USER_INITIATED',
	phone_number: '15550783881',
	pricing_category: 'UTILITY',
	pricing_type: 'REGULAR',
	tier: '0:MAX',
};

const secondsOf: Record<string, number> = { HALF_HOUR: 1800, DAY: 86_400, MONTH: 30 * 86_400 };
const pointsPerPage = 25;
const maximumTemplates = 10;

type Point = Record<string, unknown>;

/**
 * The analytics among the requested fields, e.g. `analytics.start(1).end(2).granularity(DAY)`. They count
 * the messages the simulator accepted.
 *
 * @throws SimulatedGraphError 100 for a missing or invalid parameter, 200007 for templates before it was confirmed
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export function analyticsFields(
	state: State,
	waba: Waba,
	fields: string | null,
): Record<string, unknown> {
	const analytics: Record<string, unknown> = {};
	for (const [, name = '', rest = ''] of (fields ?? '').matchAll(
		/\b(\w+)((?:\.\w+\([^()]*\))*)/g,
	)) {
		if (!(name in kinds)) continue;
		if (name.startsWith('template') && waba.withoutInsights) throw new SimulatedGraphError(200007);
		analytics[name] = analyticsOf(state, name, fieldParameters(rest));
	}
	return analytics;
}

function analyticsOf(state: State, name: string, parameters: Map<string, string>): unknown {
	const { granularities, breakdowns } = kinds[name] as (typeof kinds)[string];
	const [start, end] = ['start', 'end'].map((parameter) => readTime(parameter, parameters)) as [
		number,
		number,
	];
	if (end < start) throw invalidParameter('Param end must be after start');
	const granularity = parameters.get('granularity')?.toUpperCase() ?? '';
	if (!granularities.includes(granularity)) {
		throw invalidParameter(
			`Param granularity must be one of {${granularities.join(', ')}} - got "${granularity}".`,
		);
	}
	const seconds = secondsOf[
		granularity.replace('DAILY', 'DAY').replace('MONTHLY', 'MONTH')
	] as number;
	const times = intervals(start, end, seconds);
	if (name === 'analytics') {
		return {
			phone_numbers: state.phoneNumbers.map(({ digits }) => digits),
			granularity,
			data_points: times.map((time) => ({ ...time, ...counts(state.accepted, time) })),
		};
	}
	if (name === 'template_analytics') {
		return page(templatePoints(state, times, checkedIds('template_ids', parameters)), parameters);
	}
	if (name === 'template_group_analytics') {
		const ids = checkedIds('template_group_ids', parameters);
		return page(
			ids.flatMap((id) => times.map((time) => ({ template_group_id: id, ...time, ...noFigures }))),
			parameters,
		);
	}
	const extra = listOf(parameters.get('dimensions')).map((dimension) => {
		const key = breakdowns[dimension];
		if (key === undefined)
			throw invalidParameter(
				`Param dimensions must be one of {${Object.keys(breakdowns).join(', ')}}`,
			);
		return [key, breakdownValues[key]] as const;
	});
	if (name === 'call_analytics') {
		return {
			granularity,
			data_points: times.map((time) => ({ ...time, ...Object.fromEntries(extra), ...noCalls })),
		};
	}
	const metric = name === 'pricing_analytics' ? 'volume' : 'conversation';
	return page(
		times.map((time) => ({
			...time,
			...Object.fromEntries(extra),
			[metric]: counts(state.accepted, time).delivered,
			cost: 0,
		})),
		parameters,
	);
}

/** The simulator has no calls, and counts nothing by template group. */
const noCalls = { cost: 0, count: 0, average_duration: 0 };
const noFigures = { sent: 0, delivered: 0, read: 0 };

function checkedIds(parameter: string, parameters: Map<string, string>): string[] {
	const ids = listOf(parameters.get(parameter));
	if (ids.length === 0) throw missingParameter(parameter);
	if (ids.length > maximumTemplates) {
		throw invalidParameter(`Param ${parameter} must be at most ${maximumTemplates} elements.`);
	}
	return ids;
}

function templatePoints(
	state: State,
	times: Array<{ start: number; end: number }>,
	ids: string[],
): Point[] {
	return ids.flatMap((id) => {
		const template = state.templates.find((candidate) => candidate.id === id);
		if (!template)
			throw new SimulatedGraphError(100, { details: `Template ${id} is not in this account` });
		const sent = state.accepted.filter(
			({ body }) => (body.template as { name?: string } | undefined)?.name === template.name,
		);
		return times.map((time) => ({ template_id: id, ...time, ...counts(sent, time) }));
	});
}

function counts(messages: AcceptedMessage[], { start, end }: { start: number; end: number }) {
	const sent = messages.filter(
		({ acceptedAt }) => acceptedAt >= start * 1000 && acceptedAt < end * 1000,
	);
	const delivered = sent.filter(({ statuses }) =>
		statuses.some(({ status }) => status === 'delivered'),
	);
	return { sent: sent.length, delivered: delivered.length };
}

function intervals(
	start: number,
	end: number,
	seconds: number,
): Array<{ start: number; end: number }> {
	const count = Math.max(1, Math.ceil((end - start) / seconds));
	return Array.from({ length: count }, (_, index) => ({
		start: start + index * seconds,
		end: start + (index + 1) * seconds,
	}));
}

/** A page of data points inside a field. The cursor is the index of the first point. */
function page(points: Point[], parameters: Map<string, string>): unknown {
	const from = Number(parameters.get('after') ?? 0);
	const after = from + pointsPerPage;
	return {
		data: [{ granularity: parameters.get('granularity'), data_points: points.slice(from, after) }],
		paging: {
			cursors: { before: String(from), after: String(after) },
			...(after < points.length && { next: 'https://graph.facebook.com/' }),
		},
	};
}

function readTime(name: string, parameters: Map<string, string>): number {
	const text = parameters.get(name);
	if (text === undefined) throw missingParameter(name);
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
	const time = isDay ? Date.parse(text) / 1000 : Number(text);
	if (!Number.isInteger(time) || time <= 0)
		throw invalidParameter(`Param ${name} must be a Unix timestamp`);
	return time;
}

function listOf(text = ''): string[] {
	return text
		.replace(/[[\]"\s]/g, '')
		.split(',')
		.filter((entry) => entry !== '');
}
