import type { Operation } from '../../operation';
import { archiving } from './archiving';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival#archive-templates */
export const operation: Operation = {
	displayName: 'Archive',
	action: 'Archive templates',
	description:
		'Archive approved or rejected templates. They cannot be sent, and Meta deletes them after 28 days unless they are unarchived. Each becomes an item with its result.',
	...archiving('archive'),
};
