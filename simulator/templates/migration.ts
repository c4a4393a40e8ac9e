import type { Template } from './template';

type SourceTemplate = Pick<Template, 'id' | 'name' | 'category' | 'components' | 'status'> & {
	quality: 'GREEN' | 'RED' | 'UNKNOWN';
	/** Why it cannot be copied, as Meta names it. */
	failure?: string;
};

const body = (text: string): Template['components'] => [{ type: 'BODY', text }];

/** The templates of the account that others are copied from: one of each kind. */
export const sourceTemplates: readonly SourceTemplate[] = [
	{
		id: '1473688840035974',
		name: 'event_reminder',
		category: 'UTILITY',
		components: body('Your workshop begins tomorrow at nine.'),
		status: 'APPROVED',
		quality: 'GREEN',
	},
	{
		id: '6162904357082268',
		name: 'event_invitation',
		category: 'MARKETING',
		components: body('Come to our garden party.'),
		status: 'APPROVED',
		quality: 'UNKNOWN',
	},
	{
		id: '1019496902803242',
		name: 'event_offer',
		category: 'UTILITY',
		components: body('All workshops: 20% off.'),
		status: 'APPROVED',
		quality: 'GREEN',
		failure: 'Incorrect category',
	},
	{
		id: '259672276895259',
		name: 'event_news',
		category: 'MARKETING',
		components: body('News of our events.'),
		status: 'APPROVED',
		quality: 'RED',
	},
	{
		id: '572279198452421',
		name: 'event_survey',
		category: 'MARKETING',
		components: body('How was the workshop?'),
		status: 'REJECTED',
		quality: 'UNKNOWN',
	},
];
