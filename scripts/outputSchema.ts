import type { IDataObject } from 'n8n-workflow';

/** A JSON schema as n8n reads it to show the fields of a node that has not run yet. */
export interface OutputSchema {
	type: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/** The schema of all outputs together, with their keys in the same order; undefined when they say nothing. */
export function schemaOf(outputs: readonly IDataObject[]): OutputSchema | undefined {
	const schema = outputs.map(ofValue).reduce(merged, undefined);
	return Object.keys(schema?.properties ?? {}).length === 0 ? undefined : schema;
}

function ofValue(value: unknown): OutputSchema | undefined {
	if (value === undefined || value === null) return undefined;
	if (Array.isArray(value)) {
		const items = value.map(ofValue).reduce(merged, undefined);
		return { type: 'array', ...(items && { items }) };
	}
	if (typeof value !== 'object') return { type: typeof value };
	const entries = Object.entries(value).flatMap(([key, entry]) => {
		const schema = ofValue(entry);
		return schema ? [[key, schema] as const] : [];
	});
	return { type: 'object', properties: Object.fromEntries(entries) };
}

function merged(
	a: OutputSchema | undefined,
	b: OutputSchema | undefined,
): OutputSchema | undefined {
	if (!a || !b || a.type !== b.type) return a ?? b;
	const items = merged(a.items, b.items);
	if (!a.properties && !b.properties) return { type: a.type, ...(items && { items }) };
	const keys = new Set([a, b].flatMap(({ properties = {} }) => Object.keys(properties)));
	const properties = [...keys].flatMap((key) => {
		const schema = merged(a.properties?.[key], b.properties?.[key]);
		return schema ? [[key, schema] as const] : [];
	});
	return { type: a.type, properties: Object.fromEntries(properties) };
}
