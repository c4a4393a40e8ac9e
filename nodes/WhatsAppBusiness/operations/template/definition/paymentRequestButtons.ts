import { paymentRequestKinds } from '../../../fields/paymentRequest';
import type { PaymentRequestKind } from '../../../fields/paymentRequest';
import type { DefinitionButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta */
function requestButton({
	name,
	description,
	text,
	field,
	read,
}: PaymentRequestKind): DefinitionButtonKind {
	return {
		name,
		description: `${description}. WhatsApp provides the label.`,
		type: 'PAYMENT_REQUEST',
		fixedText: text,
		max: 1,
		fields: [
			{
				...field,
				displayName: `${field.displayName} Example`,
				description: "An example, for Meta's review",
			},
		],
		read: (button) => ({ payment_setting: read(button) }),
	};
}

export const boleto = requestButton(paymentRequestKinds.boleto);
export const paymentLink = requestButton(paymentRequestKinds.paymentLink);
export const pixCode = requestButton(paymentRequestKinds.pixCode);
