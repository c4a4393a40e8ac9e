import type { ErrorGroup } from './meaning';

// Throttling errors, including the limits of the Graph API
export const throttling: ErrorGroup = {
	4: {
		what: 'The Meta app has made too many API calls.',
		todo: 'Wait, then run the workflow again. Application Rate Limit in the Meta app dashboard shows how much of the limit is used.',
		httpStatus: 400,
		retryable: true,
	},
	17: {
		what: 'The owner of the access token has made too many API calls.',
		todo: 'Wait an hour, then run the workflow again with fewer calls.',
	},
	32: {
		what: 'Too many API calls were made with this access token.',
		todo: 'Wait an hour, then run the workflow again with fewer calls.',
	},
	341: {
		what: 'The Meta app has reached a limit, or Meta has a temporary problem.',
		todo: 'Wait, then run the workflow again. If it happens again, make fewer calls.',
	},
	613: {
		what: 'This type of API call was made too often in a short time.',
		todo: 'Wait, then try again, and make this call less often.',
		httpStatus: 429,
	},
	80007: {
		what: 'The WhatsApp Business Account has made too many API calls.',
		todo: 'Wait up to an hour, then run the workflow again. Read lists such as templates or phone numbers less often.',
		httpStatus: 400,
		retryable: true,
	},
	130429: {
		what: 'Messages were sent faster than the limit of this phone number.',
		todo: "Lower the option 'Messages per Second', or raise 'Sending Time Limit (Seconds)'. If other workflows, n8n workers or apps use the same number, their messages count too.",
		httpStatus: 400,
		retryable: true,
	},
	131048: {
		what: 'Meta limits how many messages this phone number can send because too many people blocked it or reported it as spam.',
		todo: 'Open WhatsApp Manager, Phone Numbers and look at the quality rating. Send fewer messages, and only to people who agreed to them, until the rating recovers.',
		httpStatus: 400,
	},
	131056: {
		what: 'Too many messages went to this one recipient in a short time.',
		todo: 'Wait before you message this recipient again, or put several texts into one message. Other recipients are not affected.',
		httpStatus: 400,
		retryable: true,
	},
	131064: {
		what: 'The WhatsApp account temporarily cannot send messages because templates had the wrong category.',
		todo: 'Open WhatsApp Manager, Message Templates and correct the categories. Meta lifts the restriction when its period ends.',
	},
	133016: {
		what: 'The phone number was registered or deregistered too many times in a short time.',
		todo: 'Wait until Meta unblocks the number, which takes up to three days, and then register it once.',
		httpStatus: 400,
	},
};
