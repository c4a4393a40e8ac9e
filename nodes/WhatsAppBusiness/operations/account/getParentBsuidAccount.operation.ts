import type { Operation } from '../../operation';
import { path } from '../../../graphApi/path';
import { portfolioField, readPortfolio } from './portfolio';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#get-parent-bsuid-account */
export const operation: Operation = {
	displayName: 'Get Parent BSUID Account',
	action: 'Get the parent BSUID account',
	description:
		'Get the business portfolios in which a customer has the same parent user ID. Only for portfolios that Meta has enrolled.',
	fields: [portfolioField],
	request: (parameters) => ({
		method: 'GET',
		base: 'api',
		path: path`/${readPortfolio(parameters)}/parent-bsuid-accounts`,
		on: 'business',
	}),
};
