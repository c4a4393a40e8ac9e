import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templateId } from './ids';

const id = templateId('order_confirmation');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { templateId: byId(id) },
		request: { method: 'GET', path: `/${id}` },
	},
	{
		name: 'fullest',
		parameters: {
			templateId: { __rl: true, mode: 'list', value: id },
			options: { fields: ['name', 'status', 'quality_score', 'degrees_of_freedom_spec'] },
		},
		request: {
			method: 'GET',
			path: `/${id}`,
			query: { fields: 'name,status,quality_score,degrees_of_freedom_spec' },
		},
	},
	{
		name: 'the former name of the maximum price in a saved workflow',
		parameters: { templateId: byId(id), options: { fields: ['bid_spec', 'name'] } },
		request: { method: 'GET', path: `/${id}`, query: { fields: 'optimization_spec,name' } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing template', parameters: {}, message: /'Template' is empty/ },
	{
		name: 'a name instead of the ID',
		parameters: { templateId: byId('order_confirmation') },
		message: /'Template' is not the ID of a template/,
	},
];
