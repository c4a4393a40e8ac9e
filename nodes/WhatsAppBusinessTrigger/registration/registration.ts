/** Where Meta sends the webhooks of a phone number, an account or an app. */
export interface Registration {
	/** Whose webhook address it is, as a sentence goes on: "the phone number 106540352242922". */
	owner: string;
	/**
	 * What Meta has now, or undefined when there is no address of its own.
	 * @throws RequestError
	 */
	current(): Promise<CurrentRegistration | undefined>;
	/**
	 * Has the webhooks sent to an address. Meta calls the address before it answers.
	 * @throws RequestError
	 */
	register(url: string, verifyToken: string): Promise<void>;
	/**
	 * Takes the address away.
	 * @throws RequestError
	 */
	remove(): Promise<void>;
}

export interface CurrentRegistration {
	url: string;
	/** Whether everything the trigger wants is sent there. */
	complete: boolean;
}
