import type { ErrorGroup } from './meaning';

// Integrity errors
export const integrity: ErrorGroup = {
	368: {
		what: 'Meta has restricted or disabled the WhatsApp account for breaking a policy.',
		todo: 'Open Account Quality in Meta Business Suite to see the violation, fix it or ask for a review. Stop sending until the restriction is lifted.',
		httpStatus: 403,
	},
	130497: {
		what: 'The WhatsApp account may not message people in the country of this recipient.',
		todo: 'Check at business.whatsapp.com/policy in which countries your kind of business may send messages. Remove recipients in other countries.',
		httpStatus: 403,
	},
	131031: {
		what: 'The WhatsApp account is locked, or data in the request, such as the two-step PIN, does not match the account.',
		todo: 'Check the data you sent. If it is correct, open Account Quality in Meta Business Suite to see why the account is locked and ask for a review.',
		httpStatus: 403,
	},
};
