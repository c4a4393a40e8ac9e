/**
 * A part of a request that is known only when the request is sent, such as the ID of a file that is uploaded first.
 * `Tools` is what it takes to find the value.
 */
export abstract class Placeholder<Tools, Value> {
	/** Finds the value. */
	abstract resolve(tools: Tools): Value | Promise<Value>;

	/** Printed instead of the value. */
	abstract toJSON(): unknown;
}

/**
 * Replaces every placeholder in a value, one at a time and in order. A value without placeholders is not copied.
 * @throws whatever a placeholder throws.
 */
export async function resolvePlaceholders<Tools>(value: unknown, tools: Tools): Promise<unknown> {
	if (value instanceof Placeholder) {
		return await (value as Placeholder<Tools, unknown>).resolve(tools);
	}
	if (!holdsPlaceholder(value)) return value;
	if (Array.isArray(value)) {
		const entries: unknown[] = [];
		for (const entry of value) entries.push(await resolvePlaceholders(entry, tools));
		return entries;
	}
	const object: Record<string, unknown> = {};
	for (const [key, entry] of Object.entries(value as object)) {
		object[key] = await resolvePlaceholders(entry, tools);
	}
	return object;
}

/** Whether a value holds one, however deep. */
export function holdsPlaceholder(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return value instanceof Placeholder || Object.values(value).some(holdsPlaceholder);
}
