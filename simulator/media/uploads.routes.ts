import { z } from 'zod';
import { endpoint, type SimulatedGraphRequest } from '../graph/endpoint';
import { SimulatedGraphError, invalidParameter, unknownObject } from '../graph/errors';
import { validate } from '../graph/validation';
import { newHandle, newUploadSession, uploadFileTypes } from './uploadSession';

const schema = z.looseObject({
	file_length: z.coerce.number().int().positive(),
	file_type: z.enum(uploadFileTypes),
	file_name: z.string().optional(),
});

/**
 * Starts the upload of a file.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/upload
 */
export const createUploadSession = endpoint({
	method: 'POST',
	on: 'app',
	edge: 'uploads',
	handle: ({ simulator, node, body }) => {
		// Distinguishes a missing number from an invalid one.
		const given = { ...body, file_length: body.file_length ?? undefined };
		if (given.file_length === undefined) {
			throw invalidParameter('The parameter file_length is required.');
		}
		const { file_length, file_type, file_name } = validate(schema, given);
		const session = newUploadSession({
			appId: node.id,
			fileName: file_name ?? 'file',
			fileType: file_type,
			fileLength: file_length,
		});
		simulator.state.uploadSessions.set(session.id, session);
		return { id: `${session.id}?sig=${session.signature}` };
	},
});

/**
 * Receives the content or the rest of it. Bytes received before a cut connection are kept.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/upload
 */
export const sendUpload = endpoint({
	method: 'POST',
	on: 'uploadSession',
	handle: async (request) => {
		checkAccess(request);
		const { simulator, node, raw } = request;
		const offset = Number(raw.headers.file_offset ?? Number.NaN);
		if (offset !== node.stored) {
			throw invalidParameter(
				`The header file_offset must be ${node.stored}, the number of bytes that are stored.`,
			);
		}
		if (Number(raw.headers['content-length']) > node.fileLength - offset) {
			throw invalidParameter(`The file has more than the ${node.fileLength} bytes announced.`);
		}
		for await (const chunk of raw.raw as AsyncIterable<Buffer>) {
			node.hash.update(chunk);
			node.stored += chunk.length;
		}
		if (node.stored < node.fileLength) return status(request);
		node.handle ??= newHandle(node);
		simulator.state.uploadedFiles.set(node.handle, {
			mimeType: node.fileType,
			size: node.fileLength,
			sha256: node.hash.copy().digest('hex'),
		});
		return { h: node.handle };
	},
});

/** @see https://developers.facebook.com/docs/graph-api/guides/upload#interruptions */
export const getUpload = endpoint({
	method: 'GET',
	on: 'uploadSession',
	handle: (request) => {
		checkAccess(request);
		return status(request);
	},
});

function status({ node }: SimulatedGraphRequest<'uploadSession'>) {
	return { id: `${node.id}?sig=${node.signature}`, file_offset: node.stored };
}

/** The token must be in a header with the scheme OAuth, and the session's signature in the query. */
function checkAccess({ node, raw, query }: SimulatedGraphRequest<'uploadSession'>): void {
	if (!raw.headers.authorization?.startsWith('OAuth ')) {
		throw new SimulatedGraphError(104, {
			message: 'An access token is required to request this resource.',
			httpStatus: 401,
		});
	}
	if (query.get('sig') !== node.signature) throw unknownObject(raw.method, node.id);
}
