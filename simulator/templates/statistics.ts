import { invalidParameter } from '../graph/errors';
import type { State } from '../state';
import type { Template } from './template';

/** Statistics of the seeded templates, the same for every period. */
const seeded: Readonly<Record<string, { sends: number; blocks: number; reason: string }>> = {
	seasonal_promotion: { sends: 4_200, blocks: 42, reason: 'SPAM' },
	new_arrivals_image: { sends: 1_800, blocks: 9, reason: 'NO_LONGER_NEEDED' },
	order_confirmation: { sends: 12_500, blocks: 3, reason: 'OTHER' },
};

const windowDays = [7, 30, 60, 90];
const secondsPerDay = 86_400;

/**
 * Compares two templates.
 *
 * @throws SimulatedGraphError 100 for an unsupported period or too few sends
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-comparison
 */
export function compareTemplates(
	state: State,
	templates: Template[],
	period: { start: number; end: number },
): unknown {
	const days = (period.end - period.start) / secondsPerDay;
	if (!windowDays.includes(days)) {
		throw invalidParameter('The period from start to end must be 7, 30, 60 or 90 days.');
	}
	const rows = templates.map((template) => ({ id: template.id, ...countsOf(state, template) }));
	if (rows.some(({ sends }) => sends < 1000)) {
		throw invalidParameter('Each template must have been sent at least 1,000 times in the period.');
	}
	const byBlockRate = [...rows].sort((a, b) => a.blocks / a.sends - b.blocks / b.sends);
	return {
		data: [
			{
				metric: 'BLOCK_RATE',
				type: 'RELATIVE',
				order_by_relative_metric: byBlockRate.map(({ id }) => id),
			},
			{
				metric: 'MESSAGE_SENDS',
				type: 'NUMBER_VALUES',
				number_values: rows.map(({ id, sends }) => ({ key: id, value: sends })),
			},
			{
				metric: 'TOP_BLOCK_REASON',
				type: 'STRING_VALUES',
				string_values: rows.map(({ id, reason }) => ({ key: id, value: reason })),
			},
		],
	};
}

function countsOf(state: State, { name }: Template) {
	const sent = state.accepted.filter(
		({ body }) => (body.template as { name?: string } | undefined)?.name === name,
	);
	const { sends, blocks, reason } = seeded[name] ?? {
		sends: 0,
		blocks: 0,
		reason: 'UNKNOWN_BLOCK_REASON',
	};
	return { sends: sends + sent.length, blocks, reason };
}
