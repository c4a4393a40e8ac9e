import type { ErrorGroup, ErrorMeaning } from './meaning';

const addPermissions =
	'Paste the token into the Access Token Debugger at developers.facebook.com/tools/debug/accesstoken and look for whatsapp_business_messaging and whatsapp_business_management. If one is missing, create a new token with both in Meta Business Settings under Users, System Users.';

/** Every code from 200 to 299 without an entry. */
export const permissionRange: ErrorMeaning = {
	what: 'The access token lacks a permission that this request needs.',
	todo: addPermissions,
	httpStatus: 403,
	generic: true,
};

// Authorization errors
export const authorization: ErrorGroup = {
	0: {
		what: 'Meta could not identify the caller: the access token is expired, revoked or blocked.',
		todo: 'Create a new access token in Meta Business Settings under Users, System Users, and put it into the credential in n8n.',
		httpStatus: 401,
	},
	3: {
		what: 'The Meta app is not allowed to use this part of the API.',
		todo: addPermissions,
		httpStatus: 500,
		generic: true,
	},
	10: {
		what: 'The permission for this request was never granted or was removed, or the account is not eligible for the feature.',
		todo: addPermissions,
		httpStatus: 403,
		generic: true,
	},
	102: {
		what: 'The access token is expired, revoked or otherwise invalid.',
		todo: 'Create a new access token in Meta Business Settings under Users, System Users, and put it into the credential in n8n.',
	},
	104: {
		what: 'The request reached Meta without an access token, or without the proof that is made with the app secret.',
		todo: 'Open the credential in n8n and check Access Token and App Secret. Both must belong to the same Meta app.',
		httpStatus: 401,
	},
	190: {
		what: 'The access token is expired or invalid.',
		todo: 'Create a token that does not expire in Meta Business Settings under Users, System Users, Generate New Token. Put it into the credential in n8n.',
		httpStatus: 401,
	},
	200: {
		what: 'The access token is missing or lacks a permission that this request needs.',
		todo: addPermissions,
		httpStatus: 403,
		generic: true,
	},
	131005: {
		what: 'Meta denied access: a permission was never granted or was removed.',
		todo: addPermissions,
		httpStatus: 403,
		generic: true,
	},
};
