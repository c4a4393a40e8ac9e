import type { Finding } from './finding';
import type { Facts } from './facts';

/** One thing that a working connection needs. */
export interface Check {
	/** Shown in the output. */
	name: string;
	/** @throws RequestError, InputError or CredentialError if it cannot be found out; that becomes the finding. */
	run(facts: Facts): Promise<Finding>;
}

export const fine = (found: string): Finding => ({ ok: true, found, todo: '' });
export const wrong = (found: string, todo: string): Finding => ({ ok: false, found, todo });
/** @param found why it cannot be told. */
export const unknown = (found: string, todo = ''): Finding => ({ ok: null, found, todo });
