// Recognised by shape: errors from Node's own realm fail `instanceof` in n8n's VM context.
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

// The system refused to write the request's last bytes, e.g. because the other side had closed the connection, so
// the other side can't have received all of it.
export function failedWriting(failure: unknown): boolean {
	return asFailure(failure)?.syscall === 'write';
}

export function isAbort(failure: unknown): boolean {
	return asFailure(failure)?.name === 'AbortError';
}

/** Whether it is the reason of an `AbortSignal.timeout`. */
export function isTimeout(failure: unknown): boolean {
	return asFailure(failure)?.name === 'TimeoutError';
}

/** The code of an error of the operating system, e.g. `ENOSPC`. */
export function systemCode(failure: unknown): string | undefined {
	const { code, syscall } = asFailure(failure) ?? {};
	return typeof code === 'string' && typeof syscall === 'string' ? code : undefined;
}

export function failureText(failure: unknown): string {
	const message = asFailure(failure)?.message;
	return typeof message === 'string' && message !== '' ? message : 'unknown reason';
}

// undici puts the reason for a failed connection into `cause`.
export function networkCode(failure: unknown): string | undefined {
	let error = asFailure(failure);
	for (let depth = 0; error && depth < 5; depth++) {
		if (typeof error.code === 'string' && error.code !== '') return error.code;
		error = asFailure(error.cause);
	}
	return undefined;
}
