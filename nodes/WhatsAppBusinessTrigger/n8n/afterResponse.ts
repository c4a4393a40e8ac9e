import { finished } from 'node:stream';
import type { Writable } from 'node:stream';

import { reasonOf } from './trigger';

/**
 * Does something once the request was answered, or its sender is gone. What goes wrong then is told to
 * `complain`: there is nobody left to throw it to.
 */
export function afterResponse(
	response: Writable,
	action: () => Promise<unknown>,
	complain: (what: string) => void,
): void {
	finished(response, () => {
		action().catch((error: unknown) => {
			complain(reasonOf(error));
		});
	});
}
