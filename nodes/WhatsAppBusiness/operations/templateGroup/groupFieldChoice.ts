import { fieldChoice } from '../../fields/fieldChoice';

/**
 * The option that chooses which fields of a group to return.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#get-a-template-group
 */
export const groupFieldChoice = fieldChoice({
	creation_time: 'Creation Time',
	description: 'Description',
	name: 'Name',
	whatsapp_business_templates: 'Templates',
	update_time: 'Update Time',
	whatsapp_business_account: 'WhatsApp Business Account',
});
