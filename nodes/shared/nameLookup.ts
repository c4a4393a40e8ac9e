/**
 * Code for an expression that the editor evaluates: turns a stored value into the name the editor shows for it.
 * A value without a name stays as it is.
 */
export function nameLookup(value: string, names: Iterable<readonly [string, string]>): string {
	return `(${JSON.stringify(Object.fromEntries(names))}[${value}] ?? ${value})`;
}
