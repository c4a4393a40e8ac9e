/** A copy of the object without these fields. */
export function without(
	object: Record<string, unknown>,
	...names: string[]
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
