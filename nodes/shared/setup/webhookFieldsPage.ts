/** Where a person subscribes the app to webhook fields, as the end of a sentence. */
export const webhookFieldsPage =
	'in the Meta app dashboard under WhatsApp → Configuration → Webhook fields';
