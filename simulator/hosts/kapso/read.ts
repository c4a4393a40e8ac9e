import type { z } from 'zod';
import { invalid } from './refusal';

/**
 * A body that has the shape, without what the shape does not name.
 *
 * @throws HostError 422 that names the first field that is wrong. The words are not documented.
 */
export function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw invalid(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is invalid'}`);
}
