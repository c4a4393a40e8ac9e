import { invalidParameter } from '../graph/errors';
import type { Template, TemplateButton, TemplateDefinitionComponent } from './template';

export const topics = [
	'ACCOUNT_UPDATE',
	'CUSTOMER_FEEDBACK',
	'ORDER_MANAGEMENT',
	'PAYMENTS',
] as const;
export const industries = ['E_COMMERCE', 'FINANCIAL_SERVICES'] as const;

/** A ready-made template, as `GET /message_template_library` returns it. */
export interface LibraryTemplate {
	name: string;
	language: string;
	category: Template['category'];
	topic: (typeof topics)[number];
	usecase: string;
	industry: Array<(typeof industries)[number]>;
	header?: string;
	body: string;
	body_params: string[];
	body_param_types: string[];
	buttons?: Array<Pick<TemplateButton, 'type' | 'text' | 'url' | 'phone_number'>>;
	id: string;
}

/**
 * A few templates of Meta's library. The first is Meta's example; the texts of the others are made up.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
export const library: readonly LibraryTemplate[] = [
	{
		name: 'delivery_failed_2_form',
		language: 'en_US',
		category: 'UTILITY',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'DELIVERY_FAILED',
		industry: ['E_COMMERCE'],
		body: 'We were unable to deliver order {{1}} today. Please {{2}} to schedule another delivery attempt.',
		body_params: ['#12345', 'try a redelivery'],
		body_param_types: ['TEXT', 'TEXT'],
		buttons: [{ type: 'FLOW', text: 'Reschedule' }],
		id: '7138055039625658',
	},
	{
		name: 'delivery_update_1',
		language: 'en_US',
		category: 'UTILITY',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'DELIVERY_UPDATE',
		industry: ['E_COMMERCE'],
		body: 'Good news: your order {{1}} is on its way and arrives on {{2}}. Thank you for your patience.',
		body_params: ['#12345', 'Jan 1, 2026'],
		body_param_types: ['TEXT', 'DATE'],
		buttons: [{ type: 'URL', text: 'Track the order', url: 'https://www.example.com/' }],
		id: '7138055039625659',
	},
	{
		name: 'delivery_update_1',
		language: 'es_ES',
		category: 'UTILITY',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'DELIVERY_UPDATE',
		industry: ['E_COMMERCE'],
		body: 'Tu pedido {{1}} está en camino y llega el {{2}}. Gracias por tu paciencia.',
		body_params: ['#12345', '1 de enero de 2026'],
		body_param_types: ['TEXT', 'DATE'],
		buttons: [{ type: 'URL', text: 'Seguir el pedido', url: 'https://www.example.com/' }],
		id: '7138055039625660',
	},
	{
		name: 'low_balance_warning_1',
		language: 'en_US',
		category: 'UTILITY',
		topic: 'PAYMENTS',
		usecase: 'LOW_BALANCE_WARNING',
		industry: ['FINANCIAL_SERVICES'],
		header: 'Your balance is low',
		body: 'Hello {{1}}, the balance of your account that ends in {{2}} is below {{3}}. Please add money to it soon.',
		body_params: ['Jim', '1234', '$75.00'],
		body_param_types: ['TEXT', 'NUMBER', 'AMOUNT'],
		buttons: [
			{ type: 'URL', text: 'Add money', url: 'https://www.example.com/' },
			{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550783881' },
		],
		id: '7138055039625661',
	},
];

/**
 * The content of a template made from the library: header and body. Buttons need inputs, which are not evaluated.
 *
 * @throws SimulatedGraphError 100 if the library has no such template in the language
 */
export function libraryComponents(name: string, language: string): TemplateDefinitionComponent[] {
	const found = library.find((entry) => entry.name === name && entry.language === language);
	if (!found) {
		throw invalidParameter(`The template library has no template ${name} in ${language}.`);
	}
	const { header, body, body_params } = found;
	return [
		...(header === undefined
			? []
			: [{ type: 'HEADER' as const, format: 'TEXT' as const, text: header }]),
		{ type: 'BODY', text: body, example: { body_text: [body_params] } },
	];
}
