import type { NodeExecutionHint } from 'n8n-workflow';

import { rowsOf } from './rows';

/** Problems that are named. A field has the same one in many rows. */
const mostNamed = 5;

const fixedIsSentAsItIs =
	"A field that is set to 'Fixed' sends an expression as text: set it to 'Expression'.";

/**
 * The warning about texts with what wrong expressions left in them, which were sent as they are.
 * @param leftovers the problems of each item, by its index.
 * @param total items of the run.
 */
export function leftoverHint(
	leftovers: ReadonlyMap<number, Iterable<string>>,
	total: number,
): NodeExecutionHint | undefined {
	const itemsOf = new Map<string, number[]>();
	for (const [itemIndex, problems] of leftovers) {
		for (const problem of problems) {
			const items = itemsOf.get(problem) ?? [];
			items.push(itemIndex);
			itemsOf.set(problem, items);
		}
	}
	if (itemsOf.size === 0) return undefined;
	const named = [...itemsOf]
		.slice(0, mostNamed)
		.map(([problem, items]) => `${problem}${total > 1 ? ` in ${rowsOf(items)}` : ''}.`);
	const sentences = [
		...named,
		`Check the ${named.length > 1 ? 'expressions' : 'expression'}.`,
		...(named.some((problem) => problem.includes('{{')) ? [fixedIsSentAsItIs] : []),
	];
	const message = sentences.join(' ');
	return { message, type: 'warning', location: 'outputPane' };
}
