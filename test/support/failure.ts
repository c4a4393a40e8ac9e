import { RequestError } from '../../nodes/graphApi/errors/requestError';
import type { RequestErrorFacts } from '../../nodes/graphApi/errors/requestError';

/** The facts of a call that must fail. */
export async function factsOfFailure(call: Promise<unknown>): Promise<RequestErrorFacts> {
	const error: unknown = await call.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(error).toBeInstanceOf(RequestError);
	return (error as RequestError).facts;
}
