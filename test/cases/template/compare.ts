import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templateId } from './ids';

const id = templateId('seasonal_promotion');
const other = templateId('new_arrivals_image');
const both = { templateId: byId(id), otherTemplateId: byId(other) };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { ...both, end: '2026-03-31T12:00:00Z' },
		request: {
			method: 'GET',
			path: `/${id}/compare`,
			query: { template_ids: `[${other}]`, start: 1_772_366_400, end: 1_774_958_400 },
		},
	},
	{
		name: 'fullest',
		parameters: { ...both, period: 7, end: '2026-03-31T12:00:00Z', simplify: false },
		request: {
			method: 'GET',
			path: `/${id}/compare`,
			query: { template_ids: `[${other}]`, start: 1_774_353_600, end: 1_774_958_400 },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'one template only',
		parameters: { templateId: byId(id), end: '2026-03-31' },
		message: /'Other Template' is empty/,
	},
	{
		name: 'a template with itself',
		parameters: { templateId: byId(id), otherTemplateId: byId(id), end: '2026-03-31' },
		message: /'Other Template' is the same as 'Template'/,
	},
	{ name: 'a missing end', parameters: { ...both, end: '' }, message: /'End' is empty/ },
	{
		name: 'a period Meta does not know',
		parameters: { ...both, period: 14, end: '2026-03-31' },
		message: /'Period' has a value that does not exist/,
	},
];
