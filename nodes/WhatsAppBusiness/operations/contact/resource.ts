import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Contact',
	description: 'Check which phone numbers are on WhatsApp. Not available with 360dialog or Kapso.',
	defaultOperation: 'check',
};
