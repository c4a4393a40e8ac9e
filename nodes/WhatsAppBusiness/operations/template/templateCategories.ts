import type { INodePropertyOptions } from 'n8n-workflow';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization */
export const templateCategories: INodePropertyOptions[] = [
	{
		name: 'Authentication',
		value: 'AUTHENTICATION',
		description: 'One-time codes; WhatsApp provides the text',
	},
	{ name: 'Marketing', value: 'MARKETING', description: 'Offers, news, invitations' },
	{
		name: 'Utility',
		value: 'UTILITY',
		description: 'Updates about an order or a request of the recipient, without any promotion',
	},
];
