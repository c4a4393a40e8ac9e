import { invalidParameter } from './errors';

/**
 * The fields of a node that a request asks for with `fields=…`; `id` is always among them.
 *
 * @param node every field the node has; a value of `undefined` is a field Meta leaves out when it is empty
 * @param defaults the fields Meta gives when none are asked for
 * @throws SimulatedGraphError 100 for a field the node does not have
 */
export function selectFields(
	node: Record<string, unknown>,
	requested: string | null,
	defaults: readonly string[],
	nodeType: string,
): Record<string, unknown> {
	const names = requested ? fieldNames(requested) : defaults;
	const selected: Record<string, unknown> = {};
	for (const name of names) {
		if (!(name in node)) {
			throw invalidParameter(
				`Tried accessing nonexisting field (${name}) on node type (${nodeType})`,
			);
		}
		if (node[name] !== undefined) selected[name] = node[name];
	}
	selected.id = node.id;
	return selected;
}

/** Top-level names of a field list; `a,b{c,d},e.limit(2)` gives a, b and e. */
function fieldNames(requested: string): string[] {
	let depth = 0;
	let flat = '';
	for (const character of requested) {
		if ('{('.includes(character)) depth += 1;
		if (depth === 0) flat += character;
		if ('})'.includes(character)) depth -= 1;
	}
	return flat
		.split(',')
		.map((name) => name.trim().split('.')[0] ?? '')
		.filter((name) => name !== '');
}
