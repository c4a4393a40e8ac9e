import type { Operation } from '../../operation';
import { archiving } from './archiving';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival#unarchive-templates */
export const operation: Operation = {
	displayName: 'Unarchive',
	action: 'Unarchive templates',
	description:
		'Restore templates within 28 days of their archiving, in the status that they had. Each becomes an item with its result.',
	...archiving('unarchive'),
};
