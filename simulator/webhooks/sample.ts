import { webhookBody } from './payload';

const sampleWabaId = '0';

/** The value that Meta shows beside the field `messages`. */
const sampleMessages = {
	messaging_product: 'whatsapp',
	metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
	contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
	messages: [
		{
			from: '16315551181',
			id: 'ABGGFlA5Fpa',
			timestamp: '1504902988',
			type: 'text',
			text: { body: 'this is a text message' },
		},
	],
};

/**
 * The body that the button 'Test' beside a webhook field in the Meta app dashboard sends: the same for every
 * app, about an account that does not exist.
 */
export function metaSample(
	field: string,
	value: Record<string, unknown> = sampleMessages,
): Record<string, unknown> {
	return webhookBody(sampleWabaId, [{ field, value }]);
}
