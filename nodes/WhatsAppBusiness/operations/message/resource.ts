import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Message',
	description: 'Send messages of every kind and mark messages as read',
	defaultOperation: 'sendText',
	firstOperations: [
		...['sendText', 'sendTemplate', 'sendMedia', 'sendButtons', 'sendList', 'sendAndWait'],
		...[
			'sendSequence',
			'markAsRead',
			'sendCtaUrl',
			'sendLocation',
			'sendContacts',
			'sendReaction',
			'sendFlow',
		],
	],
};
