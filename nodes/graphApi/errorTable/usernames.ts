import type { ErrorGroup } from './meaning';

const link =
	'Add the phone number to it as facebook.com/business/help/4631406400243963 explains, then set the username again.';

// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#adopt-or-change-a-business-username
export const usernames: ErrorGroup = {
	147001: {
		what: 'The username is not available: somebody has it, or WhatsApp does not allow it.',
		todo: "Choose another one. 'Username: Get Suggestions' lists those that WhatsApp has reserved for you.",
	},
	147002: {
		what: 'The business portfolio may not have a username yet: its messaging limit is too low.',
		todo: 'Raise the messaging limit first: verify the business, and send more messages of good quality.',
	},
	147003: {
		what: 'A Facebook Page has the username, and the phone number is not linked to it.',
		todo: link,
	},
	147004: {
		what: 'An Instagram account has the username, and the phone number is not linked to it.',
		todo: link,
	},
	147005: {
		what: 'Another phone number of your business portfolio has the username.',
		todo: "To move it, set it again with the option 'Take From Other Number' of 'Username: Set'.",
	},
};
