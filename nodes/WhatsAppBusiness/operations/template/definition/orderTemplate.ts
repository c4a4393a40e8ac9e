import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** The option that says which kind of template its button for orders makes. */
export const orderTemplateOption: INodeProperties = {
	displayName: 'Order Template',
	name: 'orderTemplate',
	type: 'options',
	options: [
		{
			name: 'Checkout Button (India)',
			value: 'checkout',
			description: 'Offers products, which the recipient orders and pays in WhatsApp',
		},
		{ name: 'Order Details', value: 'orderDetails', description: 'Shows an order to pay' },
	],
	default: 'checkout',
	description:
		"Which kind of template the button 'Order Details' makes: by default, one that shows an order. On carousel cards, it is always a checkout button.",
};

/**
 * Meta's `display_format`, which makes a template with the button an order details template.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orderdetailstemplate
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/checkout-button-templates
 * @throws InputError if it is to show an order, but has no button for that.
 */
export function readDisplayFormat(
	parameters: Parameters,
	components: readonly RequestBody[],
): 'ORDER_DETAILS' | undefined {
	const options = parameters.group('options');
	const chosen = options.optionalChoice(orderTemplateOption.name);
	if (chosen === 'checkout') return undefined;
	const buttons = components.find(({ type }) => type === 'BUTTONS')?.buttons;
	const isForOrders = ((buttons ?? []) as RequestBody[]).some(
		({ type }) => type === 'ORDER_DETAILS',
	);
	if (chosen !== undefined && !isForOrders) {
		throw options.error(
			orderTemplateOption.name,
			"is set, but the template has no button 'Order Details'",
			'Add the button below the body, or remove this option.',
		);
	}
	return isForOrders ? 'ORDER_DETAILS' : undefined;
}
