// Errors are recognised by their shape: one that Node itself made is no `Error` of a sandboxed context.
interface Failure {
	name?: unknown;
	code?: unknown;
	syscall?: unknown;
	message?: unknown;
	cause?: unknown;
}

function asFailure(value: unknown): Failure | undefined {
	return typeof value === 'object' && value !== null ? value : undefined;
}

// The system refused to take the request's last bytes, as on a connection that the other side had already closed,
// so the other side can't have all of it.
export function failedWriting(failure: unknown): boolean {
	return asFailure(failure)?.syscall === 'write';
}

export function isAbort(failure: unknown): boolean {
	return asFailure(failure)?.name === 'AbortError';
}

export function failureText(failure: unknown): string {
	const message = asFailure(failure)?.message;
	return typeof message === 'string' && message !== '' ? message : 'unknown reason';
}

// undici puts the reason of a failed connection into `cause`.
export function networkCode(failure: unknown): string | undefined {
	let error = asFailure(failure);
	for (let depth = 0; error && depth < 5; depth++) {
		if (typeof error.code === 'string' && error.code !== '') return error.code;
		error = asFailure(error.cause);
	}
	return undefined;
}
