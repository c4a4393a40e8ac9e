import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/migrate_flows`;
const sourceId = business.portfolio.sharedWaba.id;
const sourceWabaId = { __rl: true, mode: 'id', value: sourceId };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { sourceWabaId },
		request: { method: 'POST', path, query: { source_waba_id: sourceId } },
	},
	{
		name: 'fullest',
		parameters: {
			sourceWabaId,
			options: {
				flowNames: 'lead_gen, appointment-booking',
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'POST',
			path,
			query: {
				source_waba_id: sourceId,
				source_flow_names: '["lead_gen","appointment-booking"]',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing source', parameters: {}, message: /'Source Account' is empty/ },
	{
		name: 'the name of an account',
		parameters: { sourceWabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } },
		message: /'Source Account' is not the ID of a WhatsApp Business Account/,
	},
	{
		name: 'the same account',
		parameters: { sourceWabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		message: /'Source Account' is the account to copy to/,
	},
];
