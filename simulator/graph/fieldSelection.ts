import { invalidParameter } from './errors';

/**
 * The fields of a node that a request selects with `fields=…`. `id` is always included.
 *
 * @param node all fields of the node; Meta omits a field whose value is `undefined`
 * @param defaults fields returned without `fields=…`
 * @throws SimulatedGraphError 100 for an unknown field
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

/** The arguments of a field: `start` and `end` for `analytics.start(1).end(2)`. */
export function fieldParameters(field: string): Map<string, string> {
	return new Map(
		[...field.matchAll(/\.(\w+)\(([^()]*)\)/g)].map(([, name = '', value = '']) => [name, value]),
	);
}

/** Top-level names of a field list: a, b and e for `a,b{c,d},e.limit(2)`. */
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
