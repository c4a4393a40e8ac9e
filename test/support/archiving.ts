import { business } from '../../simulator/business';
import { byId, templateId } from '../cases/template/ids';
import type { RejectedCase, RequestCase } from '../cases/requestCase';

const { id: waba } = business.waba;
const pending = templateId('pending_promotion');

/**
 * Cases of an operation that archives or unarchives templates.
 * @param id a template with which it succeeds.
 */
export const archivingCases = (edge: 'archive' | 'unarchive', id: string): RequestCase[] => {
	const request = {
		method: 'POST',
		base: 'api',
		path: `/${waba}/message_templates/${edge}`,
	} as const;
	return [
		{
			name: 'smallest',
			parameters: { templateIds: id },
			request: { ...request, body: { hsm_ids: [id] } },
		},
		{
			name: 'fullest',
			parameters: { templateIds: `${id}, ${pending},\n`, options: { wabaId: byId(waba) } },
			request: { ...request, body: { hsm_ids: [id, pending] } },
		},
		{
			name: 'IDs as a list from an expression, one of them twice',
			parameters: { templateIds: [id, pending, id] },
			request: { ...request, body: { hsm_ids: [id, pending] } },
		},
	];
};

/** Inputs that both reject. */
export const rejectedArchiving: RejectedCase[] = [
	{ name: 'no ID', parameters: { templateIds: '' }, message: /'Template IDs' is empty/ },
	{
		name: 'a name',
		parameters: { templateIds: `${pending}, order_confirmation` },
		message: /'Template IDs' has an entry that is not the ID of a template/,
	},
	{
		name: 'more than 100',
		parameters: { templateIds: Array.from({ length: 101 }, (_, index) => `1${index}`) },
		message: /'Template IDs' has 101 entries/,
	},
];
