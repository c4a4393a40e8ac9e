import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const { id } = business.portfolio;

export const cases: RequestCase[] = ['smallest', 'fullest'].map((name) => ({
	name,
	parameters: { businessId: name === 'smallest' ? id : ` ${id} ` },
	request: { method: 'GET', base: 'api', path: `/${id}/parent-bsuid-accounts` },
}));

export const rejected: RejectedCase[] = [
	{ name: 'a missing portfolio', parameters: {}, message: /'Business Portfolio ID' is empty/ },
	{
		name: 'the name of a portfolio',
		parameters: { businessId: 'Lucky Shrub' },
		message: /'Business Portfolio ID' is not the ID of a business portfolio/,
	},
];
