/** The callback URL of a phone number, an account or an app. */
export interface Registration {
	/** Owner, phrased for mid-sentence use: "the phone number 106540352242922". */
	owner: string;
	/**
	 * Returns the current callback URL, or undefined if none is set.
	 * @throws RequestError
	 */
	current(): Promise<CurrentRegistration | undefined>;
	/**
	 * Sets the callback URL. Meta verifies the URL before it responds.
	 * @param verifyToken for a host that verifies the URL.
	 * @throws RequestError
	 */
	register(url: string, verifyToken: string): Promise<void>;
	/**
	 * Removes the callback URL.
	 * @throws RequestError
	 */
	remove(): Promise<void>;
	/** A sentence: why somebody else's callback URL cannot be set again. Default: Meta's reason. */
	whyNotRestored?: string;
}

export interface CurrentRegistration {
	url: string;
	/** Name of the owner for a person, e.g. "+1 555-078-3881". */
	ownerName?: string;
	/** Webhook fields of the chosen events that are not sent there. */
	missing: string[];
	/** Whether the URL must be registered again to get deliveries that can be checked. */
	isOutdated?: boolean;
}
