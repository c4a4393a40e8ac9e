/** A call of the simulator's control interface that went wrong; the message says why. */
export class ControlError extends Error {}

/**
 * Calls the control interface.
 * @throws ControlError with the simulator's words
 */
export async function control<Answer = unknown>(
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<Answer> {
	let response: Response;
	try {
		response = await fetch(`../control/${path}`, {
			method,
			...(body !== undefined && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
	} catch {
		throw new ControlError('The simulator does not answer. Is it still running?');
	}
	const answer = (await response.json().catch(() => ({}))) as Answer & {
		error?: string;
		message?: string;
	};
	if (!response.ok) {
		throw new ControlError(
			answer.error ?? answer.message ?? `The simulator answered with status ${response.status}.`,
		);
	}
	return answer;
}

/** Where the content of a media ID is. */
export function mediaAddress(id: string): string {
	return `../control/media/${encodeURIComponent(id)}`;
}
