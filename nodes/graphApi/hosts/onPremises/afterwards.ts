import { RequestError } from '../../errors/requestError';
import type { GraphResponse } from '../../types';

/**
 * The response to a later one of several requests.
 * @param done a sentence about what the earlier ones have changed, which its error says, too.
 * @throws RequestError
 */
export async function afterwards(
	done: string,
	response: Promise<GraphResponse>,
): Promise<GraphResponse> {
	try {
		return await response;
	} catch (error) {
		if (!(error instanceof RequestError)) throw error;
		throw error.with({ todo: `${done} ${error.facts.todo}` });
	}
}
