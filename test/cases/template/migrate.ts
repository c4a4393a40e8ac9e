import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId } from './ids';

const path = `/${business.waba.id}/migrate_message_templates`;
const source = { sourceWabaId: byId(business.sourceWaba.id) };
const source_waba_id = business.sourceWaba.id;
const ids = ['1473688840035974', '1019496902803242'];

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: source,
		request: { method: 'POST', path, body: { source_waba_id } },
	},
	{
		name: 'fullest',
		parameters: {
			...source,
			options: {
				page: 0,
				pageSize: 200,
				templateIds: ids.join(', '),
				wabaId: byId(business.waba.id),
			},
		},
		request: {
			method: 'POST',
			path,
			body: { source_waba_id, page_number: 0, count: 200, template_ids: ids },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no source', parameters: {}, message: /'Source Account' is empty/ },
	{
		name: 'a name as the source',
		parameters: { sourceWabaId: byId('Lucky Shrub') },
		message: /'Source Account' is not the ID of a WhatsApp Business Account/,
	},
	{
		name: 'the same account',
		parameters: { sourceWabaId: byId(business.waba.id) },
		message: /'Source Account' is the account to copy to/,
	},
	{
		name: 'a page size of more than 500',
		parameters: { ...source, options: { pageSize: 501 } },
		message: /'Page Size' is out of range/,
	},
	{
		name: 'a negative page',
		parameters: { ...source, options: { page: -1 } },
		message: /'Page' is out of range/,
	},
	{
		name: 'a name of a template',
		parameters: { ...source, options: { templateIds: 'hello_world' } },
		message: /'Template IDs' has an entry that is not the ID of a template/,
	},
];
