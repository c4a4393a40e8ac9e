import { finished } from 'node:stream';
import type { Writable } from 'node:stream';

import { reasonOf } from './trigger';

/**
 * Runs an action after the response was sent or the sender closed the connection.
 * @param report gets the error message if the action fails, since no caller is left to catch it.
 */
export function afterResponse(
	response: Writable,
	action: () => Promise<unknown>,
	report: (what: string) => void,
): void {
	finished(response, () => {
		action().catch((error: unknown) => {
			report(reasonOf(error));
		});
	});
}
