import type { Refusal } from '../hosts/host';
import { RequestError } from './requestError';

/** The host of the credential does not offer a call. Nothing was sent. */
export class NotOfferedError extends RequestError {
	static from(refusal: Refusal): NotOfferedError {
		return new NotOfferedError({ ...refusal, outcome: 'notAccepted', retryable: false });
	}
}
