/** An object with what Kapso adds in `kapso`. */
type Extended = Record<string, unknown> & { kapso: Record<string, unknown> };

const everything = ['default', '*', 'all'];

/**
 * Keeps of `kapso` what the parameter `fields` names.
 *
 * @see https://docs.kapso.ai/docs/whatsapp/typescript-sdk/kapso-extensions
 */
export function withKapsoFields(object: Extended, fields: string | null): Record<string, unknown> {
	const { kapso, ...metas } = object;
	const chosen = chosenNames(fields ?? '');
	if (chosen.length === 0) return metas;
	if (chosen.some((name) => everything.includes(name))) return object;
	return {
		...metas,
		kapso: Object.fromEntries(Object.entries(kapso).filter(([name]) => chosen.includes(name))),
	};
}

/** The names in `kapso(…)`. Without it, nothing is added. */
function chosenNames(fields: string): string[] {
	const [, inside = ''] = fields.split('kapso(', 2);
	const [names = ''] = inside.split(')', 1);
	return names
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
