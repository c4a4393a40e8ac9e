import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../operation';
import type { Parameters } from '../parameters/parameters';

/** The code of a boleto, the Brazilian payment slip. */
export const boletoField: INodeProperties = {
	displayName: 'Digitable Line',
	name: 'digitableLine',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 03399026944140000002628346101018898510000008848',
	description: 'The linha digitável of the boleto',
};

/** The page of a payment provider. */
export const paymentUrlField: INodeProperties = {
	displayName: 'Payment URL',
	name: 'paymentUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://pay.example.com/i/rNiAagU8y',
};

/** A dynamic code of Pix, the Brazilian instant payment. */
export const pixCodeField: INodeProperties = {
	displayName: 'Pix Code',
	name: 'pixCode',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 00020101021226700014br.gov.bcb.pix2548pix.example.com',
};

/** A button with which people in Brazil pay: what a template and a message with it have in common. */
export interface PaymentRequestKind {
	name: string;
	description: string;
	/** The only label that Meta accepts. */
	text: string;
	field: INodeProperties;
	/** Meta's `payment_setting`. */
	read(button: Parameters): RequestBody;
}

/**
 * By the value of 'Button Type'.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta
 */
export const paymentRequestKinds = {
	boleto: {
		name: 'Boleto (Brazil)',
		description: 'Copies the code of a boleto',
		text: 'Copy Boleto code',
		field: boletoField,
		read: (button) => ({
			type: 'boleto',
			boleto: { digitable_line: button.text(boletoField.name).trim() },
		}),
	},
	paymentLink: {
		name: 'Payment Link (Brazil)',
		description: 'Opens a page of your payment provider',
		text: 'Open payment link',
		field: paymentUrlField,
		read: (button) => ({
			type: 'payment_link',
			payment_link: { uri: button.url(paymentUrlField.name) },
		}),
	},
	pixCode: {
		name: 'Pix (Brazil)',
		description: 'Copies a dynamic Pix code',
		text: 'Copy Pix code',
		field: pixCodeField,
		read: (button) => ({
			type: 'pix_dynamic_code',
			pix_dynamic_code: { code: button.text(pixCodeField.name).trim() },
		}),
	},
} satisfies Record<string, PaymentRequestKind>;
