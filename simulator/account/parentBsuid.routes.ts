import { endpoint } from '../graph/endpoint';

/**
 * The portfolio is enrolled, with another one.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#get-parent-bsuid-account
 */
export const getParentBsuidAccount = endpoint({
	method: 'GET',
	base: 'api',
	on: 'portfolio',
	edge: 'parent-bsuid-accounts',
	handle: ({ node }) => ({
		parent_bsuid_account_id: '1181579921288684',
		enrolled_business_portfolios: [node.id, '506914307656635'],
	}),
});
