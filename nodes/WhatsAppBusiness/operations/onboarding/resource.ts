import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Onboarding',
	description:
		'Connect the WhatsApp Business Accounts of your customers after Embedded Signup. Not available with 360dialog, Kapso or the On-Premises format.',
	defaultOperation: 'exchangeCode',
};
