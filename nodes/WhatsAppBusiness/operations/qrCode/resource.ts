import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'QR Code',
	description:
		'Codes and short links that open a chat with you, with a message ready to send. Only with Meta.',
	defaultOperation: 'create',
};
