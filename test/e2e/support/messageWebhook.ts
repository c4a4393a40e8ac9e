import { business } from '../../../simulator';

const [customer] = business.customers;
const [phoneNumber] = business.phoneNumbers;

/** The value of a webhook for one message, which a customer has written to the first number, just now if left out. */
export function messageWebhook(
	id: string,
	text: string,
	from: string = customer.waId,
	secondsAgo = 0,
): Record<string, unknown> {
	return {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
		messages: [
			{
				id,
				from,
				timestamp: String(Math.floor(Date.now() / 1000) - secondsAgo),
				type: 'text',
				text: { body: text },
			},
		],
	};
}
