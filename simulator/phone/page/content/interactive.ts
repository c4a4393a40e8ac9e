import { el, icon } from '../dom.js';
import { toWords } from '../format.js';
import type { InteractiveContent } from '../wire.js';
import { openAddressForm } from './addressForm.js';
import { bubbleButton, linkButton } from './buttons.js';
import type { Drawing, Drawn } from './drawing.js';
import { openFlow } from './flowForm.js';
import { openList } from './list.js';
import { openLocationForm } from './locationForm.js';
import { orderButton, orderStatusLine, orderSummary } from './orders.js';
import { drawCard, drawCards, drawBody, drawFooter, drawHeader } from './parts.js';
import { catalogButton, drawProduct, productButton } from './products.js';

/** Draws an interactive message of the business, or a customer's response to one. */
export function drawInteractive(drawing: Drawing, interactive: InteractiveContent): Drawn {
	const chosen = interactive.button_reply ?? interactive.list_reply;
	if (chosen) {
		const { description } = interactive.list_reply ?? {};
		return {
			inside: [
				el('p', { dir: 'auto' }, chosen.title ?? ''),
				description ? el('small', {}, description) : null,
			],
		};
	}
	if (interactive.nfm_reply) return drawResponse(interactive.nfm_reply);
	if (interactive.call_permission_reply) {
		const { response } = interactive.call_permission_reply;
		return { inside: [el('p', {}, response === 'accept' ? 'Calls allowed' : 'Calls declined')] };
	}
	const { type, body } = interactive;
	return {
		inside: [
			...drawHeader(interactive.header),
			...extras(interactive),
			drawBody(body?.text ?? (type === 'call_permission_request' ? 'May we call you?' : undefined)),
			drawFooter(interactive.footer?.text),
		],
		buttons: buttonsOf(drawing, interactive),
		cards: cardsOf(drawing, interactive),
	};
}

function extras({ type, action }: InteractiveContent) {
	switch (type) {
		case 'product':
			return [drawProduct(action?.product_retailer_id)];
		case 'catalog_message':
			return [drawProduct(action?.parameters?.thumbnail_product_retailer_id, 'Catalog')];
		case 'order_details':
			return [orderSummary(action?.parameters)];
		case 'order_status':
			return [orderStatusLine(action?.parameters)];
		default:
			return [];
	}
}

function buttonsOf(drawing: Drawing, interactive: InteractiveContent): HTMLElement[] {
	const { actions, message } = drawing;
	const { type, action } = interactive;
	const parameters = action?.parameters ?? {};
	switch (type) {
		case 'button':
			return (action?.buttons ?? []).map(({ reply, cta_url }) =>
				cta_url
					? linkButton(cta_url.display_text ?? 'Open', cta_url.url ?? '')
					: bubbleButton('reply', reply?.title ?? '', () => {
							void actions.write({ type: 'button', messageId: message.id, buttonId: reply?.id });
						}),
			);
		case 'list':
			return [
				bubbleButton('list', action?.button ?? 'Choose', () => openList(drawing, interactive)),
			];
		case 'cta_url':
			return [linkButton(parameters.display_text ?? 'Open', parameters.url ?? '')];
		case 'location_request_message':
			return [bubbleButton('pin', 'Send location', () => openLocationForm(actions))];
		case 'address_message':
			return [bubbleButton('home', 'Provide address', () => openAddressForm(drawing, parameters))];
		case 'flow': {
			const { flow_id, flow_name, flow_cta = 'Open', flow_token, flow_action_payload } = parameters;
			const flow = drawing.store.sections.flows.find(
				({ id, name }) => id === flow_id || name === flow_name,
			);
			return [
				bubbleButton('form', flow_cta, () =>
					openFlow(drawing, flow, {
						title: flow_cta,
						token: flow_token,
						screen: flow_action_payload?.screen,
						data: flow_action_payload?.data,
					}),
				),
			];
		}
		case 'product':
			return [
				productButton(drawing, 'View', action?.catalog_id, [action?.product_retailer_id ?? '']),
			];
		case 'product_list':
			return [
				productButton(
					drawing,
					'View items',
					action?.catalog_id,
					(action?.sections ?? []).flatMap(({ product_items = [] }) =>
						product_items.map(({ product_retailer_id = '' }) => product_retailer_id),
					),
				),
			];
		case 'catalog_message':
			return [catalogButton(drawing, 'View catalog')];
		case 'order_details':
			return [orderButton('Review and pay', parameters)];
		case 'order_status':
			return [orderButton('Review order', parameters)];
		case 'call_permission_request':
			return [
				callButton(drawing, 'Allow calls', 'accept'),
				callButton(drawing, 'Not now', 'reject'),
			];
		case 'voice_call':
			return [
				bubbleButton('phone', parameters.display_text ?? 'Call now', () => {
					void drawing.actions.call(parameters.payload);
				}),
			];
		case 'request_contact_info':
			return [bubbleButton('person', 'Share phone number', () => shareNumber(drawing))];
		default:
			return [];
	}
}

/** As WhatsApp does it: the number is in the card, whether it is hidden otherwise or not. */
function shareNumber({ actions, message }: Drawing): void {
	const { name, phone = '16505550100' } = actions.author;
	const contact = {
		vcard: `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;type=MOBILE;waid=${phone}:+${phone}\nEND:VCARD`,
		origin: 'contact_request',
		phones: [{ phone: `+${phone}`, wa_id: phone, type: 'MOBILE' }],
	};
	void actions.write({ type: 'contacts', replyTo: message.id, contacts: [contact] });
}

function callButton({ actions, message }: Drawing, label: string, response: 'accept' | 'reject') {
	return bubbleButton(response === 'accept' ? 'phone' : 'close', label, () => {
		const isTemporary = { expiration_timestamp: Math.floor(Date.now() / 1000) + 7 * 86_400 };
		void actions.write({
			type: 'raw',
			replyTo: message.id,
			message: {
				type: 'interactive',
				interactive: {
					type: 'call_permission_reply',
					call_permission_reply: {
						response,
						...(response === 'accept' && { is_permanent: false, ...isTemporary }),
						response_source: 'user_action',
					},
				},
			},
		});
	});
}

function cardsOf(drawing: Drawing, { action }: InteractiveContent): HTMLElement | undefined {
	if (!action?.cards) return undefined;
	const { actions, message } = drawing;
	return drawCards(
		action.cards.map(({ header, body, action: cardAction = {} }) => {
			const { parameters, buttons = [], product_retailer_id, catalog_id } = cardAction;
			return drawCard(
				[
					...drawHeader(header),
					product_retailer_id ? drawProduct(product_retailer_id) : null,
					drawBody(body?.text),
				],
				[
					...(parameters
						? [linkButton(parameters.display_text ?? 'Open', parameters.url ?? '')]
						: []),
					...buttons.map(({ quick_reply }) =>
						bubbleButton('reply', quick_reply?.title ?? '', () => {
							const buttonId = quick_reply?.id;
							void actions.write({ type: 'button', messageId: message.id, buttonId });
						}),
					),
					...(product_retailer_id
						? [productButton(drawing, 'View', catalog_id, [product_retailer_id])]
						: []),
				],
			);
		}),
	);
}

/** The values of a Flow response or an address, one per line. */
function drawResponse({
	name,
	response_json = '{}',
}: NonNullable<InteractiveContent['nfm_reply']>): Drawn {
	const isAddress = name === 'address_message';
	const response = JSON.parse(response_json) as Record<string, unknown>;
	const values = isAddress ? ((response.values ?? response) as Record<string, unknown>) : response;
	return {
		inside: [
			el('p', { class: 'response-head' }, icon('form'), isAddress ? 'Address' : 'Completed form'),
			el(
				'dl',
				{ class: 'response' },
				...Object.entries(values).flatMap(([key, value]) =>
					key === 'flow_token'
						? []
						: [
								el('dt', {}, toWords(key)),
								el('dd', {}, typeof value === 'string' ? value : JSON.stringify(value)),
							],
				),
			),
		],
	};
}
