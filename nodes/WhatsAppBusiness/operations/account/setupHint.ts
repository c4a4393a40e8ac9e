import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';

import { asText } from '../../../graphApi/coerce';

/** Checks that are named. */
const mostNamed = 5;

/**
 * Sums up the items of Check Setup: most of its rows are fine.
 * @returns e.g. "2 of 22 checks need attention: Registration, Templates. 'todo' says what to do."
 */
export function setupHint(items: readonly IDataObject[]): NodeExecutionHint | undefined {
	if (items.length === 0) return undefined;
	const bad = items.filter(({ ok }) => ok === false);
	// Without a todo, it does not matter that it cannot be told.
	const open = items.filter(({ ok, todo }) => ok === null && todo !== '');
	const sentences = [
		bad.length === 0
			? `None of the ${items.length} checks found a problem.`
			: `${bad.length} of ${items.length} checks ${bad.length === 1 ? 'needs' : 'need'} attention: ${named(bad)}.`,
		// What is bad comes first, and is mostly the reason for these.
		...(open.length === 0
			? []
			: [`${open.length} cannot be told${bad.length === 0 ? `: ${named(open)}` : ''}.`]),
		...(bad.length + open.length === 0 ? [] : ["'todo' says what to do."]),
	];
	return {
		message: sentences.join(' '),
		type: bad.length > 0 ? 'warning' : 'info',
		location: 'outputPane',
	};
}

function named(items: readonly IDataObject[]): string {
	const names = [...new Set(items.map(({ check }) => asText(check) ?? ''))];
	const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
	return names.slice(0, mostNamed).join(', ') + more;
}
