import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'QR Code',
	description:
		'Codes and short links that open a chat with you, with a message ready to send. Not available with 360dialog, Kapso or the On-Premises format.',
	defaultOperation: 'create',
};
