/** Parses a form field or query parameter that contains a JSON object or list. Returns other text as it is. */
export function parsed(value: string): unknown {
	if (!/^[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}
