import type { AccountKey } from '../connection';
import type { PathStart, Send } from '../types';

/** A number that a credential can use. */
export interface HostNumber {
	id: string;
	/** E.g. '+1 555-078-3881'. */
	displayNumber: string | null;
	verifiedName: string | null;
	quality: string | null;
	/** Of its WhatsApp Business Account. Empty if the host does not say. */
	wabaId: string;
}

/** The IDs at a host that has no access token of Meta's, which would say what it can use. */
export interface HostIds {
	/** What can use the numbers, e.g. 'the API key'. */
	owner: string;
	/** Whether the credential is for one number, so that no other can be chosen. */
	isOfOneNumber: boolean;
	/** IDs that no path of the host has: requests are made with any. */
	unneeded: readonly AccountKey[];
	/** A sentence about each other ID: where the host shows it, or what to enter. */
	where: Readonly<Partial<Record<AccountKey, string>>>;
	/** What to do about an ID that is right and cannot be used. */
	ifRight: string;
	/** What the host finds only with the ID of the number or account, although Meta's path does not have it. */
	ownedBy?: readonly PathStart[];
	/** Lists the numbers that the credential can use. Undefined: the host does not name them. @throws RequestError */
	numbers?(send: Send): Promise<HostNumber[]>;
	/**
	 * Checks the secret of the credential, where there are no numbers to list.
	 * @returns what is known about the host, as a sentence without a full stop.
	 * @throws RequestError
	 */
	checkSecret?(send: Send): Promise<string>;
}

/** Stands where Meta's path has an ID and the host's has none. */
export const anyId = '0';
