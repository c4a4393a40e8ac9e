/** How a host delivers its own events. */
export interface EventDelivery {
	/** Version of the payload. */
	version: string;
	/** Delivers messages of a conversation together. Undefined: each at once. */
	buffer?: { seconds: number; messages: number };
	/** After how many minutes without a message a conversation is inactive. */
	inactiveMinutes: number;
}

/** The host's own events that a trigger wants, by the host's names. */
export interface WantedEvents {
	/** The number whose events they are. Undefined: only those of the project are wanted. */
	phoneNumberId: string | undefined;
	ofNumber: readonly string[];
	ofProject: readonly string[];
	delivery: EventDelivery;
}

/**
 * The webhooks with which a host delivers its own events to a URL. There may be any number of them, so that those of
 * others are neither replaced nor removed. All methods throw RequestError.
 */
export interface EventWebhooks {
	/** Whether the host delivers these events, and no others, to the URL as wanted. */
	areAt(url: string): Promise<boolean>;
	/** Makes it so. */
	register(url: string): Promise<void>;
	/** Stops all deliveries of the host's own events to the URL. */
	remove(url: string): Promise<void>;
}
