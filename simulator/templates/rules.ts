import { invalidParameter, missingParameter } from '../graph/errors';
import { markdown } from '../messages/parts';
import { missingExample, templateError, tooLong } from './errors';
import { placeholders } from './match';
import type { InputButton, InputComponent } from './schema';
import type { Template } from './template';

/** The part of a template that the rules need besides its components. */
type Definition = Pick<Template, 'category' | 'optimization_spec'> & {
	message_send_ttl_seconds?: number;
};

const lifetimes: Record<Template['category'], [number, number]> = {
	AUTHENTICATION: [30, 900],
	MARKETING: [43_200, 2_592_000],
	UTILITY: [30, 43_200],
};

/**
 * Validates the name and language of a new template.
 *
 * @throws SimulatedGraphError 100
 */
export function checkIdentity(name: string, language: string): void {
	if (!/^[a-z0-9_]{1,512}$/.test(name)) {
		throw invalidParameter(
			'Param name must be lowercase letters, digits and underscores, at most 512 in all.',
		);
	}
	if (!/^[a-z]{2,3}(_[A-Z]{2,4})?$/.test(language)) {
		throw invalidParameter(`Param language is not supported: "${language}"`);
	}
}

/**
 * Validates the components of a new or edited template.
 *
 * @throws SimulatedGraphError 100, mostly with the subcode of the rule
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export function checkComponents(definition: Definition, components: InputComponent[]): void {
	const { category } = definition;
	const only = (type: InputComponent['type']) => {
		const found = components.filter((component) => component.type === type);
		if (found.length > 1) throw invalidParameter(`components has more than one ${type}`);
		return found[0];
	};
	const body = only('BODY');
	if (!body) throw missingParameter("components['BODY']");
	const parts = {
		header: only('HEADER'),
		footer: only('FOOTER'),
		buttons: only('BUTTONS')?.buttons,
		offer: only('LIMITED_TIME_OFFER')?.limited_time_offer,
		carousel: only('CAROUSEL')?.cards,
		callPermission: only('CALL_PERMISSION_REQUEST'),
	};
	checkLifetime(definition);
	if (definition.optimization_spec && category !== 'MARKETING') {
		throw invalidParameter('optimization_spec requires the category MARKETING');
	}
	if (category === 'AUTHENTICATION') {
		checkAuthentication(body, parts);
		return;
	}
	if (parts.header) checkHeader(parts.header);
	checkBody(body, parts.offer ? 600 : 1024);
	if (parts.footer) checkFooter(parts.footer);
	if (parts.buttons) checkButtons(parts.buttons, 10);
	if (parts.offer) checkOffer(category, parts.offer.text, parts.footer !== undefined);
	if (parts.carousel) {
		if (category !== 'MARKETING')
			throw invalidParameter('A carousel requires the category MARKETING');
		if (parts.header ?? parts.footer ?? parts.buttons) {
			throw invalidParameter('A carousel template can have a body and cards only');
		}
		checkCards(parts.carousel.map((card) => card.components));
	}
	if (parts.callPermission && (parts.buttons ?? parts.carousel)) {
		throw invalidParameter('CALL_PERMISSION_REQUEST cannot be combined with buttons or cards');
	}
}

function checkLifetime({ category, message_send_ttl_seconds: seconds }: Definition): void {
	const [minimum, maximum] = lifetimes[category];
	if (seconds === undefined || (seconds === -1 && category !== 'MARKETING')) return;
	if (seconds < minimum || seconds > maximum) {
		throw invalidParameter(
			`Param message_send_ttl_seconds must be between ${minimum} and ${maximum} for ${category}`,
		);
	}
}

function checkAuthentication(
	body: InputComponent,
	parts: { header?: InputComponent; footer?: InputComponent; buttons?: InputButton[] },
): void {
	if (body.text !== undefined || parts.header || parts.footer?.text !== undefined) {
		throw invalidParameter('An authentication template cannot have a custom text or a header');
	}
	const minutes = parts.footer?.code_expiration_minutes;
	if (minutes !== undefined && (minutes < 1 || minutes > 90)) {
		throw invalidParameter('Param code_expiration_minutes must be between 1 and 90');
	}
	const [button, ...others] = parts.buttons ?? [];
	if (button?.type !== 'OTP' || others.length > 0) {
		throw invalidParameter('An authentication template requires one button of the type OTP');
	}
	if (button.otp_type === undefined) throw missingParameter("buttons[0]['otp_type']");
	if (button.otp_type === 'COPY_CODE') return;
	const apps = button.supported_apps?.length ?? (button.package_name ? 1 : 0);
	if (apps < 1 || apps > 5)
		throw invalidParameter('Param supported_apps must have 1 to 5 elements');
	if (button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true) {
		throw invalidParameter('Param zero_tap_terms_accepted must be true');
	}
}

function checkHeader({ format, text = '', example }: InputComponent): void {
	if (format === undefined) throw missingParameter("components['HEADER']['format']");
	if (format === 'LOCATION' || format === 'PRODUCT') return;
	if (format !== 'TEXT') {
		if (!example?.header_handle?.[0]) throw missingExample('HEADER');
		return;
	}
	if (text === '') throw missingParameter("components['HEADER']['text']");
	if (text.length > 60) throw tooLong('header', 60);
	const variables = placeholders(text);
	if (variables.length > 1 || isNotPlain(text)) {
		throw templateError(
			2388047,
			'Message header format is incorrect',
			'The message header can have one variable and no new lines, formatting or emojis.',
		);
	}
	const examples = example?.header_text ?? example?.header_text_named_params ?? [];
	if (examples.length !== variables.length) throw missingExample('HEADER');
}

function checkBody({ text = '', example }: InputComponent, maximum: number): void {
	if (text === '') throw missingParameter("components['BODY']['text']");
	if (text.length > maximum) throw tooLong('body', maximum);
	const variables = placeholders(text);
	const numbers = variables.filter((name) => /^\d+$/.test(name));
	const inSequence = numbers.every((_, index) => numbers.includes(String(index + 1)));
	if ((numbers.length > 0 && numbers.length < variables.length) || !inSequence) {
		throw templateError(
			2388072,
			'Message body format is incorrect',
			'Variables are numbered from {{1}} on without a gap, or all of them have names.',
		);
	}
	if (/^\s*\{\{|\}\}\s*$/.test(text)) {
		throw templateError(
			2388299,
			'Leading or trailing parameters',
			'Variables can not be at the start or end of the template.',
		);
	}
	// Meta does not document the limit.
	const words = text.replace(/\{\{\w+\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	if (variables.length > words) {
		throw templateError(
			2388293,
			'Too many variables',
			'This template has too many variables for its length. Reduce the number of variables or increase the message length.',
		);
	}
	const examples = example?.body_text?.[0] ?? example?.body_text_named_params ?? [];
	if (examples.length !== variables.length) throw missingExample('BODY');
}

function checkFooter({ text = '' }: InputComponent): void {
	if (text.length > 60) throw tooLong('footer', 60);
	if (text === '' || text.includes('{{') || isNotPlain(text)) {
		throw templateError(
			2388073,
			'Message footer format is incorrect',
			'The message footer cannot have variables, new lines, emojis or formatting.',
		);
	}
}

/**
 * Meta names formatting, but not what that is. Since 2026 its pages only advise against the characters, so a marker alone or
 * within a word does not count.
 */
function isNotPlain(text: string): boolean {
	const withoutNames = text.replace(/\{\{\w+\}\}/g, 'x');
	return /[\r\n]|\p{Emoji_Presentation}/u.test(text) || markdown.test(withoutNames);
}

const highest: Partial<Record<InputButton['type'], number>> = {
	COPY_CODE: 1,
	PAYMENT_REQUEST: 3,
	PHONE_NUMBER: 1,
	URL: 2,
};
const alone: ReadonlyArray<InputButton['type']> = ['CATALOG', 'MPM', 'REQUEST_CONTACT_INFO', 'SPM'];
const withoutText: ReadonlyArray<InputButton['type']> = ['COPY_CODE', 'REQUEST_CONTACT_INFO'];

function checkButtons(buttons: InputButton[], maximum: number): void {
	if (buttons.length > maximum) throw invalidParameter(`At most ${maximum} buttons are allowed`);
	const types = buttons.map(({ type }) => type);
	const groups = types.filter(
		(type, index) =>
			(type === 'QUICK_REPLY') !== (types[index - 1] === 'QUICK_REPLY') || index === 0,
	);
	if (groups.length > 2) {
		throw invalidParameter('Invalid combination of buttons: quick replies must be grouped');
	}
	if (types.length > 1 && types.some((type) => alone.includes(type))) {
		throw invalidParameter('Invalid combination of buttons');
	}
	for (const type of new Set(types)) {
		if (types.filter((other) => other === type).length > (highest[type] ?? Infinity)) {
			throw invalidParameter(`Too many buttons of the type ${type}`);
		}
	}
	for (const button of buttons) checkButton(button);
}

function checkButton(button: InputButton): void {
	const { type, text, url, example } = button;
	if (type === 'OTP') throw invalidParameter('OTP requires the category AUTHENTICATION');
	if (!withoutText.includes(type) && !text) throw missingParameter(`${type}['text']`);
	if (text && text.length > 25) throw tooLong('button', 25);
	if (type === 'PAYMENT_REQUEST') checkPayment(button);
	if (type === 'PHONE_NUMBER' && !button.phone_number) throw missingParameter("['phone_number']");
	if (type === 'COPY_CODE' && !example) throw missingExample('BUTTONS');
	if (type === 'FLOW' && !button.flow_id && !button.flow_name && !button.flow_json) {
		throw missingParameter("['flow_id']");
	}
	if (type !== 'URL') return;
	if (!url) throw missingParameter("['url']");
	const variables = placeholders(url);
	if (variables.length > 0 && (variables.length > 1 || !url.endsWith('}}'))) {
		throw invalidParameter('A URL button can have one variable, at the end of the URL');
	}
	if (variables.length > 0 && !example) throw missingExample('BUTTONS');
}

const paymentTexts = {
	boleto: 'Copy Boleto code',
	payment_link: 'Open payment link',
	pix_dynamic_code: 'Copy Pix code',
};

function checkPayment({ text, payment_setting: setting }: InputButton): void {
	if (!setting) throw missingParameter("PAYMENT_REQUEST['payment_setting']");
	if (text !== paymentTexts[setting.type]) {
		throw invalidParameter(
			`The text of a PAYMENT_REQUEST button of the type ${setting.type} must be "${paymentTexts[setting.type]}"`,
		);
	}
}

function checkOffer(category: string, text: string, hasFooter: boolean): void {
	if (category !== 'MARKETING') {
		throw invalidParameter('A limited-time offer requires the category MARKETING');
	}
	if (text.length > 16) throw tooLong('limited-time offer', 16);
	if (hasFooter) throw invalidParameter('A limited-time offer cannot have a footer');
}

function checkCards(cards: InputComponent[][]): void {
	if (cards.length < 1 || cards.length > 10) throw invalidParameter('A carousel has 1 to 10 cards');
	const shapes = cards.map((components) => JSON.stringify(components.map(shapeOf)));
	if (new Set(shapes).size > 1) throw invalidParameter('All cards must have the same components');
	for (const component of cards.flat()) {
		if (component.type === 'HEADER') checkHeader(component);
		if (component.type === 'BODY') checkBody(component, 160);
		if (component.type === 'BUTTONS') checkButtons(component.buttons ?? [], 2);
	}
}

function shapeOf({ type, format, buttons }: InputComponent): unknown[] {
	return [type, format, buttons?.map((button) => button.type)];
}
