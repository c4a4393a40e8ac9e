import { el } from '../dom.js';
import { toWords } from '../format.js';
import { field, form, openSheet, submitButton } from '../sheet.js';
import type { InteractiveParameters } from '../wire.js';
import type { Drawing } from './drawing.js';

/**
 * The fields of an address in each country.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages
 */
const fieldNames: Record<string, string[]> = {
	IN: [
		'name',
		'phone_number',
		'in_pin_code',
		'house_number',
		'floor_number',
		'tower_number',
		'building_name',
		'address',
		'landmark_area',
		'city',
		'state',
	],
	SG: ['name', 'phone_number', 'sg_post_code', 'address', 'unit_number', 'city'],
};

/** Asks for an address or a choice among the saved ones, and sends it. */
export function openAddressForm(
	{ actions, message }: Drawing,
	{
		country,
		country_iso_code,
		values = {},
		saved_addresses = [],
		validation_errors = {},
	}: InteractiveParameters,
): void {
	const send = (response: object) => {
		void actions.write({
			type: 'raw',
			replyTo: message.id,
			message: {
				type: 'interactive',
				interactive: {
					type: 'nfm_reply',
					nfm_reply: {
						name: 'address_message',
						body: 'Address',
						response_json: JSON.stringify(response),
					},
				},
			},
		});
	};
	const names = fieldNames[country_iso_code ?? country ?? ''] ?? fieldNames.IN ?? [];
	openSheet('Your address', (sheet) => [
		...saved_addresses.map(({ id, value = {} }) =>
			el(
				'button',
				{
					type: 'button',
					class: 'row',
					onclick: () => {
						sheet.close();
						send({ saved_address_id: id, values: value });
					},
				},
				el(
					'span',
					{},
					el('b', {}, 'Saved address'),
					el('small', {}, Object.values(value).join(', ')),
				),
			),
		),
		form(
			(data) => {
				const filled = names.map((name) => [name, String(data.get(name) ?? '').trim()] as const);
				sheet.close();
				send({ values: Object.fromEntries(filled.filter(([, text]) => text !== '')) });
			},
			...names.map((name) => {
				const error = validation_errors[name];
				const value = values[name] ?? (name === 'name' ? actions.author.name : undefined);
				return field(
					toWords(name.replace(/^(in|sg)_/, '')),
					{ name, value: value === undefined ? undefined : String(value) },
					error === undefined ? undefined : String(error),
				);
			}),
			submitButton('Send'),
		),
	]);
}
