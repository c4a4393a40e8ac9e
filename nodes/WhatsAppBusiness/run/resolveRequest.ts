import { checkOffered } from '../../graphApi/hosts/hostLayer';
import type { GraphRequest } from '../../graphApi/types';
import type { OperationRequest, SendTools } from '../operation';
import { resolvePlaceholders } from '../placeholder';
import type { RunTools } from './runTools';
import type { ReplyTools } from '../sendAndWait/placeholders';

/**
 * Replaces the placeholders of a request: uploads and opens its files, fills in the reply tokens and the app secret.
 * @throws InputError for an invalid file, CredentialError if the app secret is missing, RequestError when the host does not offer the call, or when a file can't be fetched or uploaded.
 */
export async function resolveRequest(
	{ mediaPath, body, form, query, stream, ...request }: OperationRequest,
	{ api, credential, helpers, uploads }: RunTools,
	reply: ReplyTools = {},
): Promise<GraphRequest> {
	// A host that refuses the request gets none of its files.
	checkOffered(request, api.connection);
	const tools: SendTools = {
		credential,
		helpers,
		uploads,
		download: api.download,
		mediaPath,
		opened: new Map(),
		...reply,
	};
	const resolved = await resolvePlaceholders({ body, form, query, stream }, tools);
	return { ...request, ...(resolved as Pick<GraphRequest, 'body' | 'form' | 'query' | 'stream'>) };
}
