const hour = 3_600_000;
const day = 24 * hour;

/** Milliseconds. */
export const lifetimes = {
	/** When somebody last wrote. */
	lastMessage: 30 * day,
	/** Until the customer opts in. The store needs a number. */
	optOut: 3650 * day,
	/** What WhatsApp refuses shows no opt-in, so that another try must show whether it still refuses. */
	refusal: 30 * day,
	/** Longer than Meta delivers an older opt-out again. */
	optIn: 10 * day,
	/** Which number belongs to a user ID. */
	userId: 365 * day,
};

/**
 * Milliseconds for which a message of the customer opens the customer service window.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows
 */
export const windowLength = day;
