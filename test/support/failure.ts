import { GraphError } from '../../nodes/graphApi/errors';
import type { GraphErrorFacts } from '../../nodes/graphApi/errors';

/** What is known about a call that must fail. */
export async function factsOfFailure(call: Promise<unknown>): Promise<GraphErrorFacts> {
	const error: unknown = await call.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(error).toBeInstanceOf(GraphError);
	return (error as GraphError).facts;
}
