/** An object or a list in a form field or a query is JSON. */
export function parsed(value: string): unknown {
	if (!/^[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}
