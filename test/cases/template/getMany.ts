import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templatesPath } from './ids';

const simplified =
	'id,name,language,status,category,parameter_format,quality_score,rejected_reason,components';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path: templatesPath, query: { fields: simplified, limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				category: ['MARKETING', 'UTILITY'],
				language: 'en_US, es_ES',
				name: 'order',
				nameOrContent: 'order',
				quality: ['GREEN'],
				status: ['APPROVED', 'PENDING'],
			},
			simplify: false,
			options: { fields: ['name', 'components'], wabaId: byId(business.waba.id) },
		},
		request: {
			method: 'GET',
			path: templatesPath,
			query: {
				category: '["MARKETING","UTILITY"]',
				language: '["en_US","es_ES"]',
				name: 'order',
				name_or_content: 'order',
				quality_score: '["GREEN"]',
				status: '["APPROVED","PENDING"]',
				fields: 'name,components',
				limit: 100,
			},
		},
	},
	{
		name: 'those of Direct Send, with the fields of templates',
		parameters: {
			filters: { source: 'AUTO_GENERATED' },
			simplify: false,
			options: { fields: ['name', 'bid_spec', 'optimization_spec', 'source'] },
		},
		request: {
			method: 'GET',
			path: templatesPath,
			query: { source: 'AUTO_GENERATED', fields: 'name,optimization_spec,source', limit: 50 },
		},
	},
	{
		name: 'languages as a list from an expression',
		parameters: { filters: { language: ['en_US', 'es_ES'] } },
		request: {
			method: 'GET',
			path: templatesPath,
			query: { language: '["en_US","es_ES"]', fields: simplified, limit: 50 },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a limit of zero',
		parameters: { limit: 0 },
		message: /'Limit' is out of range/,
	},
	{
		name: 'an invalid language',
		parameters: { filters: { language: 'en_US, English' } },
		message: /'Language Code' is not a valid language code/,
	},
	{
		name: 'an invalid account ID',
		parameters: { options: { wabaId: byId('my account') } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
