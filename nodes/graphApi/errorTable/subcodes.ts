import type { ErrorTexts } from './meaning';

type SubcodeTexts = Readonly<Record<number, ErrorTexts>>;

// Token subcodes: https://developers.facebook.com/docs/graph-api/guides/error-handling#errorsubcodes
const token: SubcodeTexts = {
	458: {
		what: 'The person the access token belongs to has removed the Meta app.',
		todo: 'Create a new access token for the app, preferably for a system user in Meta Business Settings, and put it into the credential in n8n.',
	},
	459: {
		what: 'Meta requires a security check of the Facebook account that the access token belongs to.',
		todo: 'Sign in at facebook.com with that account and finish the check. To avoid this, use the token of a system user.',
	},
	460: {
		what: 'The access token stopped working because its owner changed their Facebook password.',
		todo: 'Create a new access token and put it into the credential in n8n. The token of a system user does not depend on a password.',
	},
	463: {
		what: 'The access token has expired.',
		todo: 'Create a token that does not expire: in Meta Business Settings open Users, System Users, Generate New Token. Put it into the credential in n8n.',
	},
	464: {
		what: 'The Facebook account that the access token belongs to is not confirmed.',
		todo: 'Sign in at facebook.com with that account and confirm it, or use the token of a system user.',
	},
	467: {
		what: 'The access token is no longer valid: it was revoked, or its owner signed out.',
		todo: 'Create a new access token in Meta Business Settings under Users, System Users, and put it into the credential in n8n.',
	},
	492: {
		what: 'The owner of the access token no longer has the role that the request needs.',
		todo: 'Give that person or system user access to the WhatsApp account in Meta Business Settings, then create a new access token.',
	},
};

const object: SubcodeTexts = {
	33: {
		what: 'The ID in the request does not exist, or the access token has no access to it.',
		todo: 'Compare Phone Number ID and WhatsApp Business Account ID in the credential with WhatsApp, API Setup in the Meta app dashboard. Then check in Meta Business Settings that the system user is assigned to that WhatsApp account.',
	},
};

const signupCode: SubcodeTexts = {
	36007: {
		what: 'The code of Embedded Signup has expired.',
		todo: 'Let the customer go through Embedded Signup again, and exchange the code within 30 seconds.',
	},
	36009: {
		what: 'The code of Embedded Signup was used already.',
		todo: 'Use the token from then. If it is lost, let the customer go through Embedded Signup again.',
	},
};

/** Code to subcode to the texts that are more precise than those of the code alone. */
export const subcodeTexts: Readonly<Record<number, SubcodeTexts>> = {
	100: { ...object, ...signupCode },
	102: token,
	190: token,
};
