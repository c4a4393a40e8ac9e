import type { FastifyRequest } from 'fastify';
import { parsed } from './parsed';

/** A file of a form. Small enough to keep in memory. */
export interface FormFile {
	mimeType: string;
	fileName: string;
	content: Buffer;
}

/**
 * Reads a request that may be a multipart form: its fields, with JSON parsed, and its files by name.
 *
 * @param body the fields of a request that is not a form
 */
export async function readForm(
	request: FastifyRequest,
	body: Record<string, unknown>,
): Promise<{ fields: Record<string, unknown>; files: Partial<Record<string, FormFile>> }> {
	if (!request.isMultipart()) return { fields: body, files: {} };
	const fields: Record<string, unknown> = {};
	const files: Partial<Record<string, FormFile>> = {};
	for await (const part of request.parts()) {
		if (part.type === 'field') {
			fields[part.fieldname] = parsed(String(part.value));
			continue;
		}
		const { mimetype: mimeType, filename: fileName } = part;
		files[part.fieldname] = { mimeType, fileName, content: await part.toBuffer() };
	}
	return { fields, files };
}
