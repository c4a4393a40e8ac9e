import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Onboarding',
	description:
		'Connect the WhatsApp Business Accounts of your customers after Embedded Signup. Only with Meta.',
	defaultOperation: 'exchangeCode',
};
