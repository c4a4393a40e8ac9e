import type { ErrorGroup } from './meaning';

// https://developers.facebook.com/documentation/business-messaging/whatsapp/in-app-signup#error-codes
export const inAppSignup: ErrorGroup = {
	2494164: {
		what: 'The signup does not exist.',
		todo: 'Check the ID of the signup.',
		httpStatus: 400,
	},
	2494165: {
		what: 'In-App Signup is not available to this WhatsApp account.',
		todo: "Check in Meta's documentation whether In-App Signup exists in the country of your phone number, and ask Meta to turn it on.",
		httpStatus: 400,
	},
	2494166: {
		what: 'The confirmation message has an unknown placeholder.',
		todo: 'Remove it: {{promo_code}} is the only placeholder.',
		httpStatus: 400,
	},
	2494167: {
		what: 'The confirmation message has the placeholder {{promo_code}}, but there is no promo code.',
		todo: "Add 'promo_code', or remove the placeholder.",
		httpStatus: 400,
	},
	2494168: {
		what: 'The terms of In-App Signup have not been accepted.',
		todo: "Add 'policy' to the request that creates the first signup, with the URL of the terms in 'tos' and 'accepted' set to true.",
		httpStatus: 400,
	},
	2494176: {
		what: 'The terms of In-App Signup have already been accepted.',
		todo: "Remove 'policy' from the request.",
		httpStatus: 400,
	},
	2494177: {
		what: "The URL in 'policy.tos' is not that of the terms of In-App Signup.",
		todo: "Use the URL in Meta's documentation of In-App Signup.",
		httpStatus: 400,
	},
	2494179: {
		what: 'The website of the signup has a URL without https.',
		todo: "Use a 'website_url' that begins with https://.",
		httpStatus: 400,
	},
};
