import { paymentRequestKinds } from '../paymentRequest';
import type { PaymentRequestKind } from '../paymentRequest';
import { actionParameter } from './buttonKind';
import type { ButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta */
function requestButton({ name, description, field, read }: PaymentRequestKind): ButtonKind {
	return {
		name,
		description,
		subType: 'payment_request',
		fields: [field],
		read: (button) => [actionParameter({ payment_request: { payment_setting: read(button) } })],
	};
}

export const boleto = requestButton(paymentRequestKinds.boleto);
export const paymentLink = requestButton(paymentRequestKinds.paymentLink);
export const pixCode = requestButton(paymentRequestKinds.pixCode);
