import { RequestError } from '../graphApi/errors/requestError';

/** Whether Meta refused `appsecret_proof`. It calls that an invalid parameter; only its text says which. */
export function isAboutProof(error: unknown): boolean {
	return error instanceof RequestError && /appsecret_proof/i.test(error.facts.details ?? '');
}
