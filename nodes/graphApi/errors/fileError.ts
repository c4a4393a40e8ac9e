import { RequestError } from './requestError';

/** A file could not be downloaded or stored, is damaged or is too large. */
export class FileError extends RequestError {
	/** Makes the error for a file that a retry would not change. */
	static final(what: string, todo: string): FileError {
		return new FileError({ what, todo, outcome: 'notAccepted', retryable: false });
	}
}
