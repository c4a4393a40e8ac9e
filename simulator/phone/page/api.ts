/** A failed call of the simulator's control interface. The message says why. */
export class ControlError extends Error {}

/**
 * Calls the control interface.
 *
 * @throws ControlError with the simulator's message
 */
export async function control<Result = unknown>(
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<Result> {
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
		throw new ControlError('The simulator does not respond. Is it still running?');
	}
	const result = (await response.json().catch(() => ({}))) as Result & {
		error?: string;
		message?: string;
	};
	if (!response.ok) {
		throw new ControlError(
			result.error ?? result.message ?? `The simulator responded with status ${response.status}.`,
		);
	}
	return result;
}

/** URL of the content of a media ID. */
export function mediaUrl(id: string): string {
	return `../control/media/${encodeURIComponent(id)}`;
}
