import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templateId, templatesPath } from './ids';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { templateName: 'order_confirmation' },
		request: { method: 'DELETE', path: templatesPath, query: { name: 'order_confirmation' } },
	},
	{
		name: 'fullest',
		parameters: {
			templateName: 'order_confirmation',
			languages: 'one',
			templateId: byId(templateId('order_confirmation', 'es_ES')),
			options: { wabaId: byId(business.waba.id) },
		},
		request: {
			method: 'DELETE',
			path: templatesPath,
			query: { name: 'order_confirmation', hsm_id: templateId('order_confirmation', 'es_ES') },
		},
	},
	{
		name: 'several templates by their IDs',
		parameters: {
			languages: 'several',
			templateName: 'order_confirmation',
			templateIds: [templateId('hello_world'), templateId('order_confirmation')],
		},
		request: {
			method: 'DELETE',
			path: templatesPath,
			query: { hsm_ids: `[${templateId('hello_world')},${templateId('order_confirmation')}]` },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing name', parameters: {}, message: /'Template Name' is empty/ },
	{
		name: 'an invalid name',
		parameters: { templateName: 'Order-Confirmation' },
		message: /'Template Name' is not a valid template name/,
	},
	{
		name: 'one language without a template',
		parameters: { templateName: 'order_confirmation', languages: 'one' },
		message: /'Template' is empty/,
	},
	{
		name: 'several templates without an ID',
		parameters: { languages: 'several' },
		message: /'Template IDs' is empty/,
	},
];
