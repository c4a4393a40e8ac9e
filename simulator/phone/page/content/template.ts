import type { TemplateButton, TemplateDefinitionComponent } from '../../../templates/template.js';
import { el, icon, type Child } from '../dom.js';
import { duration } from '../format.js';
import type { TemplateComponent, TemplateContent, TemplateParameter } from '../wire.js';
import { bubbleButton, copyButton, infoButton, linkButton } from './buttons.js';
import type { Drawing, Drawn } from './drawing.js';
import { openFlow } from './flowForm.js';
import { drawLocation } from './location.js';
import { orderButton, orderStatusLine, orderSummary } from './orders.js';
import { drawBody, drawCard, drawCards, drawFooter, drawHeader } from './parts.js';
import { catalogButton, drawProduct, productButton } from './products.js';
import { definedComponent, definitionOf, filled, sentComponent } from './templateText.js';

/** Draws a template message: the template with the sent values. */
export function drawTemplate(drawing: Drawing, template: TemplateContent): Drawn {
	const definition = definitionOf(drawing.store, template);
	if (!definition) {
		const name = `${template.name ?? ''} (${template.language?.code ?? ''})`;
		return { inside: [el('p', { class: 'muted' }, `Template ${name} no longer exists.`)] };
	}
	const { components = [] } = template;
	const cards = definedComponent(definition.components, 'CAROUSEL')?.cards;
	const sentCards = sentComponent(components, 'carousel')?.cards ?? [];
	return {
		...drawComponents(drawing, definition.components, components),
		cards:
			cards &&
			drawCards(
				cards.map((card, index) => {
					const sent = sentCards.find(({ card_index }) => Number(card_index) === index);
					const drawn = drawComponents(drawing, card.components, sent?.components ?? []);
					return drawCard(drawn.inside, drawn.buttons ?? []);
				}),
			),
	};
}

function drawComponents(
	drawing: Drawing,
	definition: readonly TemplateDefinitionComponent[],
	sent: TemplateComponent[],
): Drawn {
	const parametersOf = (type: string) => sentComponent(sent, type)?.parameters ?? [];
	const buttons = definedComponent(definition, 'BUTTONS')?.buttons ?? [];
	const order = buttons.some(({ type }) => type === 'ORDER_DETAILS')
		? sentComponent(sent, 'button')?.parameters?.[0]?.action?.order_details
		: undefined;
	const [status] = parametersOf('order_status');
	return {
		inside: [
			...header(definedComponent(definition, 'HEADER'), parametersOf('header')),
			...offer(
				definedComponent(definition, 'LIMITED_TIME_OFFER'),
				parametersOf('limited_time_offer'),
			),
			order ? orderSummary(order) : null,
			status?.order_status ? orderStatusLine(status.order_status) : null,
			drawBody(filled(definedComponent(definition, 'BODY')?.text ?? '', parametersOf('body'))),
			drawFooter(definedComponent(definition, 'FOOTER')?.text),
		],
		buttons: buttons.map((button, index) =>
			drawButton(drawing, button, sentComponent(sent, 'button', index)?.parameters ?? []),
		),
	};
}

function header(
	definition: TemplateDefinitionComponent | undefined,
	parameters: TemplateParameter[],
): Child[] {
	const [parameter] = parameters;
	switch (definition?.format) {
		case undefined:
			return [];
		case 'TEXT':
			return drawHeader({ text: filled(definition.text ?? '', parameters) });
		case 'LOCATION':
			return [drawLocation(parameter?.location ?? {})];
		case 'PRODUCT':
			return [drawProduct(parameter?.product?.product_retailer_id)];
		default:
			return drawHeader(parameter);
	}
}

function offer(
	definition: TemplateDefinitionComponent | undefined,
	[parameter]: TemplateParameter[],
): Child[] {
	if (!definition?.limited_time_offer) return [];
	const endsAt = Number(parameter?.limited_time_offer?.expiration_time_ms);
	const left = endsAt - Date.now();
	return [
		el(
			'div',
			{ class: 'offer' },
			icon('clock'),
			el('b', {}, definition.limited_time_offer.text),
			Number.isNaN(endsAt)
				? null
				: el('small', {}, left > 0 ? `Ends in ${duration(left)}` : 'Offer ended'),
		),
	];
}

function drawButton(
	drawing: Drawing,
	button: TemplateButton,
	[parameter]: TemplateParameter[],
): HTMLElement {
	const { actions, message, store } = drawing;
	const { text } = button;
	const action = parameter?.action ?? {};
	switch (button.type) {
		case 'QUICK_REPLY': {
			const buttonId = parameter?.payload ?? parameter?.text ?? text;
			return bubbleButton('reply', text, () => {
				void actions.write({ type: 'button', messageId: message.id, buttonId, title: text });
			});
		}
		case 'URL':
		case 'OTP': {
			const code = parameter?.text ?? '';
			const isCode = button.type === 'OTP' || button.url?.includes('otp_type=COPY_CODE');
			if (isCode) return copyButton(text, code);
			return linkButton(text, filled(button.url ?? '', parameter ? [parameter] : []));
		}
		case 'COPY_CODE':
			return copyButton(text, parameter?.coupon_code ?? '');
		case 'PHONE_NUMBER':
			return infoButton(
				'phone',
				text,
				`On a phone, this button calls ${button.phone_number ?? ''}.`,
			);
		case 'VOICE_CALL':
			return infoButton('phone', text, 'On a phone, this button calls the business on WhatsApp.');
		case 'PAYMENT_REQUEST': {
			const setting = action.payment_request?.payment_setting;
			const link = setting?.payment_link?.uri;
			if (link !== undefined) return linkButton(text, link);
			const code = setting?.boleto?.digitable_line ?? setting?.pix_dynamic_code?.code;
			return copyButton(text, code ?? '');
		}
		case 'FLOW': {
			const flow = store.sections.flows.find(({ id }) => id === button.flow_id);
			return bubbleButton('form', text, () =>
				openFlow(drawing, flow, {
					title: text,
					token: action.flow_token,
					screen: button.navigate_screen,
					data: action.flow_action_data,
				}),
			);
		}
		case 'CATALOG':
			return catalogButton(drawing, text);
		case 'MPM':
			return productButton(
				drawing,
				text,
				undefined,
				(action.sections ?? []).flatMap(({ product_items = [] }) =>
					product_items.map(({ product_retailer_id = '' }) => product_retailer_id),
				),
			);
		case 'SPM':
			return productButton(drawing, text, undefined, sentProducts(drawing));
		case 'ORDER_DETAILS':
			return orderButton(text, action.order_details);
		case 'REQUEST_CONTACT_INFO':
			return bubbleButton('person', text, () => {
				const { name, phone } = actions.author;
				const phones = phone ? [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }] : [];
				void actions.write({
					type: 'contacts',
					replyTo: message.id,
					contacts: [{ name: { formatted_name: name, first_name: name }, phones }],
				});
			});
	}
}

/** The products in the headers of a template message and its cards. */
function sentProducts({ message }: Drawing): string[] {
	const { components = [] } = message.content.template ?? {};
	const inCards = components.flatMap(({ cards = [] }) =>
		cards.flatMap((card) => card.components ?? []),
	);
	return [...components, ...inCards].flatMap(({ parameters = [] }) =>
		parameters.flatMap(({ product }) => product?.product_retailer_id ?? []),
	);
}
