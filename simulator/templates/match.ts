import { SimulatedGraphError } from '../graph/errors';
import type { TemplateComponent, TemplateMessage, TemplateParameter } from './message';
import type { Template, TemplateButton, TemplateDefinitionComponent } from './template';

/** The longest parameter of an authentication template. */
const authenticationParameterLength = 15;
/** The longest parameter of a template, and of a template with nothing but a body. */
const parameterLength = 1024;
const bodyOnlyParameterLength = 32_768;

/**
 * Validates the components of a template message against the template.
 *
 * @throws SimulatedGraphError 132000 (count), 132012 (format), 131008 and 132018 (buttons, text not allowed), 100 (names)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes#template-errors
 */
export function matchTemplate(template: Template, message: TemplateMessage): void {
	const components = message.components ?? [];
	matchComponents(template, template.components, components);
	matchOrderStatus(template, components);
	const carousel = definitionOf(template.components, 'CAROUSEL');
	const sent = components.find(({ type }) => type.toLowerCase() === 'carousel');
	if (!carousel) return;
	const cards = carousel.cards ?? [];
	const sentCards = sent?.cards ?? [];
	if (sentCards.length !== cards.length) {
		throw new SimulatedGraphError(132000, {
			details: `carousel: number of cards (${sentCards.length}) does not match the expected number of cards (${cards.length})`,
		});
	}
	cards.forEach((card, index) => {
		const sentCard = sentCards.find(({ card_index }) => card_index === index);
		matchComponents(template, card.components, sentCard?.components ?? []);
	});
}

function matchComponents(
	template: Template,
	definition: readonly TemplateDefinitionComponent[],
	components: readonly TemplateComponent[],
): void {
	const parametersOf = (type: string) =>
		components.find((component) => component.type.toLowerCase() === type)?.parameters ?? [];
	matchHeader(template, definitionOf(definition, 'HEADER'), parametersOf('header'));
	matchText(template, 'body', definitionOf(definition, 'BODY')?.text ?? '', parametersOf('body'));
	matchOffer(definition, parametersOf('limited_time_offer'));
	matchButtons(
		definitionOf(definition, 'BUTTONS')?.buttons ?? [],
		components.filter(({ type }) => type.toLowerCase() === 'button'),
	);
}

function definitionOf(
	definition: readonly TemplateDefinitionComponent[],
	type: TemplateDefinitionComponent['type'],
): TemplateDefinitionComponent | undefined {
	return definition.find((component) => component.type === type);
}

function matchHeader(
	template: Template,
	header: TemplateDefinitionComponent | undefined,
	parameters: readonly TemplateParameter[],
): void {
	const format = header?.format ?? 'TEXT';
	if (format === 'TEXT') {
		matchText(template, 'header', header?.text ?? '', parameters);
		return;
	}
	const received = parameters[0]?.type.toUpperCase() ?? 'UNKNOWN';
	if (received !== format || parameters.length !== 1)
		throw formatMismatch('header', format, received);
}

/** Placeholders of a template text, e.g. `['1', '2']` or `['first_name']`. */
export function placeholders(text: string): string[] {
	return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? ''))];
}

function matchText(
	template: Template,
	component: 'header' | 'body',
	text: string,
	parameters: readonly TemplateParameter[],
): void {
	const expected = placeholders(text);
	if (parameters.length !== expected.length) {
		throw new SimulatedGraphError(132000, {
			details: `${component}: number of localizable_params (${parameters.length}) does not match the expected number of params (${expected.length})`,
		});
	}
	const allowed = component === 'body' ? ['text', 'currency', 'date_time', 'group_id'] : ['text'];
	parameters.forEach((parameter, index) => {
		const type = parameter.type.toLowerCase();
		if (!allowed.includes(type)) throw formatMismatch(component, 'TEXT', type.toUpperCase());
		if (template.parameter_format === 'NAMED') matchName(parameter, expected);
		if (parameter.text !== undefined) checkText(template, parameter.text, index);
	});
}

function matchName({ parameter_name }: TemplateParameter, expected: readonly string[]): void {
	if (!parameter_name) {
		throw new SimulatedGraphError(100, { details: 'Parameter name is missing or empty' });
	}
	if (!expected.includes(parameter_name)) {
		throw new SimulatedGraphError(100, {
			details: `Parameter name ${parameter_name} does not exist in the template`,
		});
	}
}

function checkText(template: Template, text: string, index: number): void {
	if (/[\n\t]| {5,}/.test(text)) {
		throw new SimulatedGraphError(132018, {
			details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
		});
	}
	const maximum =
		template.category === 'AUTHENTICATION'
			? authenticationParameterLength
			: template.components.length === 1
				? bodyOnlyParameterLength
				: parameterLength;
	if (text.length > maximum) {
		throw new SimulatedGraphError(132005, {
			details: `template parameter at index ${index} exceeds the maximum length in the ${template.category} category (${maximum} characters).`,
		});
	}
}

function matchOffer(
	definition: readonly TemplateDefinitionComponent[],
	parameters: readonly TemplateParameter[],
): void {
	const offer = definitionOf(definition, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	if (offer?.has_expiration && parameters[0]?.limited_time_offer === undefined) {
		throw new SimulatedGraphError(131008, {
			details: 'limited_time_offer: expiration_time_ms is required',
		});
	}
	if (!offer && parameters.length > 0) {
		throw new SimulatedGraphError(132018, {
			details: 'limited_time_offer: the template has no limited-time offer',
		});
	}
}

function matchOrderStatus(template: Template, components: readonly TemplateComponent[]): void {
	const sent = components.find(({ type }) => type.toLowerCase() === 'order_status');
	const hasStatus = sent?.parameters?.[0]?.order_status !== undefined;
	if (template.sub_category === 'ORDER_STATUS' && !hasStatus) {
		throw new SimulatedGraphError(131008, { details: 'order_status: a parameter is required' });
	}
	if (template.sub_category !== 'ORDER_STATUS' && sent) {
		throw new SimulatedGraphError(132018, {
			details: 'order_status: the template is not for an order',
		});
	}
}

/** How a button of each type is sent: its name in Meta's errors, its `sub_type` and its parameters. */
const buttonRules: Record<
	TemplateButton['type'],
	{
		label: string;
		subTypes: string[];
		parameter: TemplateParameter['type'][];
		required: (button: TemplateButton) => boolean;
		allowed?: (button: TemplateButton) => boolean;
	}
> = {
	QUICK_REPLY: {
		label: 'QuickReply',
		subTypes: ['quick_reply'],
		parameter: ['payload', 'text'],
		required: () => false,
	},
	URL: {
		label: 'Url',
		subTypes: ['url'],
		parameter: ['text'],
		required: hasPlaceholder,
		allowed: hasPlaceholder,
	},
	PHONE_NUMBER: {
		label: 'PhoneNumber',
		subTypes: [],
		parameter: [],
		required: () => false,
		allowed: () => false,
	},
	COPY_CODE: {
		label: 'CopyCode',
		subTypes: ['copy_code'],
		parameter: ['coupon_code'],
		required: () => true,
	},
	OTP: { label: 'Url', subTypes: ['url'], parameter: ['text'], required: () => true },
	FLOW: { label: 'Flow', subTypes: ['flow'], parameter: ['action'], required: () => false },
	CATALOG: {
		label: 'Catalog',
		subTypes: ['catalog'],
		parameter: ['action'],
		required: () => false,
	},
	MPM: { label: 'Mpm', subTypes: ['mpm'], parameter: ['action'], required: () => true },
	SPM: { label: 'Spm', subTypes: ['spm'], parameter: ['action'], required: () => false },
	VOICE_CALL: {
		label: 'VoiceCall',
		subTypes: ['voice_call'],
		parameter: ['ttl_minutes', 'payload'],
		required: () => false,
	},
	ORDER_DETAILS: {
		label: 'OrderDetails',
		subTypes: ['order_details'],
		parameter: ['action'],
		required: () => true,
	},
	PAYMENT_REQUEST: {
		label: 'PaymentRequest',
		subTypes: ['payment_request'],
		parameter: ['action'],
		required: () => true,
	},
	REQUEST_CONTACT_INFO: {
		label: 'RequestContactInfo',
		subTypes: [],
		parameter: [],
		required: () => false,
		allowed: () => false,
	},
};

function hasPlaceholder({ url }: TemplateButton): boolean {
	return placeholders(url ?? '').length > 0;
}

function matchButtons(
	buttons: readonly TemplateButton[],
	components: readonly TemplateComponent[],
): void {
	for (const component of components) {
		if (component.index === undefined) {
			throw new SimulatedGraphError(131008, { details: 'buttons: index is required' });
		}
		if (!buttons[component.index]) {
			throw new SimulatedGraphError(132018, {
				details: `buttons: the template has no button at index ${component.index}`,
			});
		}
	}
	buttons.forEach((button, index) => {
		const rule = buttonRules[button.type];
		const sent = components.find((component) => component.index === index);
		const parameters = sent?.parameters ?? [];
		const name = `buttons: Button at index ${index} of type ${rule.label}`;
		if (parameters.length === 0) {
			if (rule.required(button)) {
				throw new SimulatedGraphError(131008, { details: `${name} requires a parameter` });
			}
			return;
		}
		if (rule.allowed && !rule.allowed(button)) {
			throw new SimulatedGraphError(132018, { details: `${name} does not require parameters` });
		}
		if (!rule.subTypes.includes(sent?.sub_type?.toLowerCase() ?? '')) {
			throw new SimulatedGraphError(132018, {
				details: `buttons: Button at index ${index} must be of type ${rule.label}`,
			});
		}
		const type = parameters[0]?.type.toLowerCase() ?? '';
		if (!rule.parameter.includes(type)) {
			throw formatMismatch(
				`buttons: Button at index ${index}`,
				rule.parameter.join(' or ').toUpperCase(),
				type.toUpperCase(),
			);
		}
	});
}

function formatMismatch(
	component: string,
	expected: string,
	received: string,
): SimulatedGraphError {
	return new SimulatedGraphError(132012, {
		details: `${component}: Format mismatch, expected ${expected}, received ${received || 'UNKNOWN'}`,
	});
}
