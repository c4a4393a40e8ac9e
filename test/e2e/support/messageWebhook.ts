import { business } from '../../../simulator';

const [customer] = business.customers;
const [phoneNumber] = business.phoneNumbers;

/** The value of a webhook for one message, which a customer has just written to the first number. */
export function messageWebhook(
	id: string,
	text: string,
	from: string = customer.waId,
): Record<string, unknown> {
	return {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
		messages: [
			{
				id,
				from,
				timestamp: String(Math.floor(Date.now() / 1000)),
				type: 'text',
				text: { body: text },
			},
		],
	};
}
