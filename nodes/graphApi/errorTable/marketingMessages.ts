import type { ErrorGroup } from './meaning';

// Marketing Messages API
export const marketingMessages: ErrorGroup = {
	131061: {
		what: 'The template has a maximum price, so it can be sent only through the Marketing Messages API.',
		todo: "Add the option 'Marketing Messages API' to Send Template, or use a template without a maximum price.",
	},
	131063: {
		what: 'This WhatsApp account can send marketing templates only through the Marketing Messages API.',
		todo: "Add the option 'Marketing Messages API' to Send Template. Or set disable_marketing_messages_on_cloud_api of the WhatsApp account to false.",
	},
	134100: {
		what: 'Only marketing templates can be sent through the Marketing Messages API.',
		todo: "Remove the option 'Marketing Messages API' to send a utility or authentication template.",
		httpStatus: 400,
	},
	134101: {
		what: 'The template is new and Meta is still preparing it for marketing messages.',
		todo: 'Wait ten minutes, then send it again.',
		httpStatus: 400,
	},
	134102: {
		what: 'The template cannot be used for marketing messages, or the WhatsApp account is not set up for them.',
		todo: "Open WhatsApp Manager and set the account up for the Marketing Messages API, or ask Meta at business.facebook.com/direct-support. Until then, the option 'Fall Back to Cloud API' of Send Template sends the message.",
		httpStatus: 500,
	},
	1752041: {
		what: 'The business was already asked to join the Marketing Messages API.',
		todo: 'Do nothing. All eligible WhatsApp accounts of the business join with that first request.',
		httpStatus: 400,
	},
};
