import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templateId, templatesPath } from './ids';

const id = templateId('rejected_promotion');
const fields = 'id,name,language,category,status,rejected_reason,quality_score';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { templateId: byId(id) },
		request: { method: 'GET', path: `/${id}`, query: { fields } },
	},
	{
		name: 'fullest',
		parameters: {
			findBy: 'name',
			templateName: 'order_confirmation',
			languageCode: 'es_ES',
			options: { wabaId: byId(business.waba.id) },
		},
		request: {
			method: 'GET',
			path: templatesPath,
			query: { name: 'order_confirmation', language: 'es_ES', fields, limit: 100 },
		},
	},
	{
		name: 'every language of a name',
		parameters: { findBy: 'name', templateName: 'order_confirmation' },
		request: {
			method: 'GET',
			path: templatesPath,
			query: { name: 'order_confirmation', fields, limit: 100 },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing template', parameters: {}, message: /'Template' is empty/ },
	{
		name: 'a missing name',
		parameters: { findBy: 'name' },
		message: /'Template Name' is empty/,
	},
	{
		name: 'a name with spaces',
		parameters: { findBy: 'name', templateName: 'Order confirmation' },
		message: /'Template Name' is not a valid template name/,
	},
	{
		name: 'an invalid language',
		parameters: { findBy: 'name', templateName: 'hello_world', languageCode: 'english' },
		message: /'Language Code' is not a valid language code/,
	},
];
