import type { ErrorGroup } from './meaning';

const callAgain = 'Call again later.';
const callSettings =
	'Open WhatsApp Manager, Phone Numbers, the number, Call Settings, and turn on calling.';

// Calling API
export const calling: ErrorGroup = {
	138000: {
		what: 'Calling is not turned on for this phone number.',
		todo: callSettings,
		httpStatus: 401,
	},
	138001: {
		what: 'This person cannot be called: the number may not be on WhatsApp, or the app there is outdated or its terms are not accepted.',
		todo: 'Check the number. If it is right, ask the person to update WhatsApp and accept its terms.',
		httpStatus: 400,
	},
	138002: {
		what: 'The phone number has reached its limit of simultaneous calls.',
		todo: 'Wait until calls have ended, then call again.',
		httpStatus: 429,
	},
	138003: {
		what: 'A call with this person is already in progress.',
		todo: 'Wait until that call has ended, then call again.',
		httpStatus: 400,
	},
	138004: {
		what: 'The call could not be connected.',
		todo: 'Check the connection data of the call (the SDP), then call again.',
		httpStatus: 500,
	},
	138005: {
		what: 'The phone number has started too many calls in a short time.',
		todo: 'Wait, then call again, and start fewer calls at a time.',
		httpStatus: 429,
	},
	138006: {
		what: 'This person has not allowed your business to call.',
		todo: "Ask for it with 'Message: Send Call Permission Request', and wait until the person accepts it.",
		httpStatus: 401,
	},
	138007: {
		what: 'Your side did not accept the call in time.',
		todo: 'Send the connection data (the SDP) of the call earlier in the workflow.',
		httpStatus: 500,
	},
	138009: {
		what: 'This person was asked too often for permission to call.',
		todo: 'Wait before you ask again. A call that connects resets the limit.',
		httpStatus: 400,
	},
	138011: {
		what: 'WhatsApp refused the call or the request for permission to call.',
		todo: "Do what Meta's details say. 'Call: Get Permissions' shows what is allowed with this person now.",
		generic: true,
	},
	138012: {
		what: 'Your business has reached the limit of calls to this person within 24 hours.',
		todo: "Wait until the time in Meta's details, then call again.",
		httpStatus: 400,
		generic: true,
	},
	138013: {
		what: 'This phone number can receive calls but not start them.',
		todo: 'Check in the documentation of the Calling API whether calls by a business are available in the country of the number. If not, ask the person to call you.',
		httpStatus: 400,
	},
	138014: {
		what: 'Meta has temporarily turned off calling for this phone number because of low quality.',
		todo: 'Wait until the restriction is lifted, and call only people who expect it.',
		httpStatus: 400,
	},
	138015: {
		what: 'Calling cannot be turned on because the messaging limit of the phone number is too low.',
		todo: 'Open WhatsApp Manager, Phone Numbers and look at the messaging limit. Calling requires a limit of at least two thousand.',
		httpStatus: 400,
	},
	138017: {
		what: 'This person has already given your business permanent permission to call.',
		todo: 'Call the person without a permission request.',
		httpStatus: 400,
	},
	138018: {
		what: 'Calling cannot be turned on because nothing is set up to receive the calls.',
		todo: 'Subscribe the Meta app to the webhook field calls and to the WhatsApp account, or configure SIP.',
		httpStatus: 400,
	},
	138019: { what: 'WhatsApp could not set up the call.', todo: callAgain, httpStatus: 400 },
	138020: {
		what: 'The phone of this person could not connect the call.',
		todo: callAgain,
		httpStatus: 400,
	},
	138021: {
		what: 'The call ended because the person received no audio.',
		todo: 'Check that your side sends audio, then call again.',
		httpStatus: 400,
	},
	138022: {
		what: 'The call ended because no audio came from the person.',
		todo: callAgain,
		httpStatus: 400,
	},
	138023: {
		what: 'The call was accepted, but no audio connection was established.',
		todo: callAgain,
		httpStatus: 400,
	},
};
