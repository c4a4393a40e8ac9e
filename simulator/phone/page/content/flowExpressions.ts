/** The values that `${…}` in a Flow JSON can refer to. */
export interface FlowScope {
	data: Record<string, unknown>;
	form: Record<string, unknown>;
	screen: Record<string, { form: Record<string, unknown>; data: Record<string, unknown> }>;
}

const expression = /\$\{([\w.]+)\}/g;

/** A value of a Flow JSON with its expressions resolved. Unknown ones become empty. */
export function resolved(value: unknown, scope: FlowScope): unknown {
	if (typeof value === 'string') {
		const whole = /^\$\{([\w.]+)\}$/.exec(value)?.[1];
		if (whole) return lookUp(whole, scope) ?? '';
		return value.replace(expression, (_, path: string) => String(lookUp(path, scope) ?? ''));
	}
	if (Array.isArray(value)) return value.map((item) => resolved(item, scope));
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).map(([key, item]) => [key, resolved(item, scope)]);
		return Object.fromEntries(entries) as Record<string, unknown>;
	}
	return value;
}

/** A value of a Flow JSON as text, with its expressions resolved. */
export function resolvedText(value: unknown, scope: FlowScope): string {
	const result = resolved(value, scope);
	return Array.isArray(result) ? result.join('\n') : String(result ?? '');
}

function lookUp(path: string, scope: FlowScope): unknown {
	return path.split('.').reduce<unknown>((value, key) => {
		const isObject = typeof value === 'object' && value !== null;
		return isObject && Object.hasOwn(value, key)
			? (value as Record<string, unknown>)[key]
			: undefined;
	}, scope);
}
