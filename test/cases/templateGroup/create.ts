import { business } from '../../../simulator/business';
import { byId, templateId } from '../template/ids';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/template_groups`;
const [first, second] = [templateId('hello_world'), templateId('call_us')];

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { groupName: ' Greetings ', templateIds: first },
		request: {
			method: 'POST',
			path,
			body: { name: 'Greetings', whatsapp_business_templates: [Number(first)] },
		},
	},
	{
		name: 'fullest',
		parameters: {
			groupName: 'Greetings',
			templateIds: `${first}, ${second}`,
			options: {
				description: 'The first message of a chat.',
				wabaId: byId(business.waba.id),
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'Greetings',
				description: 'The first message of a chat.',
				whatsapp_business_templates: [Number(first), Number(second)],
			},
		},
	},
	{
		name: 'an ID that no number holds exactly',
		parameters: { groupName: 'Greetings', templateIds: '10159123456789012' },
		request: {
			method: 'POST',
			path,
			body: { name: 'Greetings', whatsapp_business_templates: ['10159123456789012'] },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no name', parameters: { templateIds: first }, message: /'Name' is empty/ },
	{
		name: 'a name that is too long',
		parameters: { groupName: 'x'.repeat(257), templateIds: first },
		message: /'Name' has 257 characters/,
	},
	{
		name: 'a description that is too long',
		parameters: {
			groupName: 'x',
			templateIds: first,
			options: { description: 'x'.repeat(513) },
		},
		message: /'Description' has 513 characters/,
	},
	{ name: 'no template', parameters: { groupName: 'x' }, message: /'Template IDs' is empty/ },
	{
		name: 'a name of a template',
		parameters: { groupName: 'x', templateIds: 'hello_world' },
		message: /'Template IDs' has an entry that is not the ID of a template/,
	},
];
