import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templateId } from './ids';

const id = templateId('paused_promotion');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { templateId: byId(id) },
		request: { method: 'POST', path: `/${id}/unpause` },
	},
	{
		name: 'fullest',
		parameters: { templateId: { __rl: true, mode: 'list', value: id } },
		request: { method: 'POST', path: `/${id}/unpause` },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing template', parameters: {}, message: /'Template' is empty/ },
	{
		name: 'a missing ID',
		parameters: { templateId: byId('paused_promotion') },
		message: /'Template' is not the ID of a template/,
	},
];
