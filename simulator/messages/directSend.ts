import { randomUUID } from 'node:crypto';

import { SimulatedGraphError, invalidParameter } from '../graph/errors';
import { newGraphId } from '../graph/id';
import type { SimulatorSettings } from '../settings';
import type { State } from '../state';
import type { Template, TemplateButton } from '../templates/template';
import type { OutgoingMessage } from '.';
import type { Recipient } from './recipient';

/** How a message without a template is sent at any time. */
interface DirectSend {
	category: 'utility' | 'authentication';
	/** The business's own name for the template. */
	templateName?: string;
}

const lifetimes = { utility: [30, 43_200], authentication: [30, 900] } as const;

/** Whether a message is sent with Direct Send. */
export function isDirectSend({ category }: Record<string, unknown>): boolean {
	return category === 'utility' || category === 'authentication';
}

/**
 * Checks the keys of Direct Send, and that the message is one that it takes.
 *
 * @returns undefined for a usual message
 * @throws SimulatedGraphError 100, 131009 for too many buttons, 131062 for a code to a user ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/api-reference
 */
export function directSendOf(
	message: OutgoingMessage,
	recipient: Recipient,
	settings: SimulatorSettings,
): DirectSend | undefined {
	const { category, ttl_seconds: seconds, direct_send_config: config } = message;
	checkButtons(message);
	if (category === undefined || category === 'service') {
		if (seconds === undefined && config === undefined) return undefined;
		throw new SimulatedGraphError(100, {
			details: 'The request included one or more unsupported or misspelled parameters.',
		});
	}
	if (category !== 'utility' && category !== 'authentication') {
		throw invalidParameter(`Param category is not supported: "${category}"`);
	}
	if (!settings.directSend) {
		throw new SimulatedGraphError(100, {
			details:
				"Parameter Invalid: The 'category' value requires Direct Send, which isn't enabled for this account. Use an approved message template instead.",
		});
	}
	checkLifetime(category, seconds);
	checkContent(message, category, recipient);
	const name = config?.template_name;
	if (name !== undefined && (category !== 'utility' || !/^[a-z0-9_]{1,512}$/.test(name))) {
		throw invalidParameter('Param template_name is invalid');
	}
	return { category, templateName: name };
}

function checkLifetime(category: DirectSend['category'], seconds: number | undefined): void {
	const [minimum, maximum] = lifetimes[category];
	if (seconds === undefined) return;
	if (seconds > maximum) {
		throw invalidParameter(`The time-to-live value must be lower than or equal to ${maximum}.`);
	}
	if (seconds < minimum) {
		throw invalidParameter(`The time-to-live value must be higher than or equal to ${minimum}.`);
	}
}

function checkContent(
	message: OutgoingMessage,
	category: DirectSend['category'],
	recipient: Recipient,
): void {
	const kinds = category === 'utility' ? ['button', 'cta_url', 'voice_call'] : [];
	const isTaken =
		message.type === 'text' ||
		(message.type === 'interactive' && kinds.includes(message.interactive.type));
	if (!isTaken || recipient.kind === 'group') {
		throw invalidParameter('Direct Send does not support this message');
	}
	if (message.type === 'text' && message.text.body.length > 1024) {
		throw invalidParameter('Param text.body must be at most 1024 characters with Direct Send');
	}
	if (category === 'authentication' && recipient.identifiedBy === 'userId') {
		throw new SimulatedGraphError(131062, {
			details: 'Business-scoped User ID (BSUID) recipients are not supported for this message.',
		});
	}
}

// Buttons that open a page, and more than three, exist with Direct Send only.
function checkButtons(message: OutgoingMessage): void {
	if (message.type !== 'interactive' || message.interactive.type !== 'button') return;
	const { buttons } = message.interactive.action;
	const urls = buttons.filter(({ type }) => type === 'cta_url').length;
	if (isDirectSend(message)) {
		if (urls > 2 || buttons.slice(0, urls).some(({ type }) => type !== 'cta_url')) {
			throw invalidParameter(
				'At most 2 buttons of the type cta_url are allowed, before all reply buttons',
			);
		}
		return;
	}
	if (urls > 0 || buttons.length > 3) {
		throw new SimulatedGraphError(131009, {
			details: 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
		});
	}
}

/**
 * The template of such a message: the one with its name or its content, or a new one. Undefined if another template, which
 * was not made by Direct Send, has the name.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/view-generated-templates
 */
export function generatedTemplate(
	message: OutgoingMessage,
	{ category, templateName }: DirectSend,
	{ templates }: State,
): Template | undefined {
	const components = componentsOf(message);
	const content = JSON.stringify(components);
	const known = templates.find((template) =>
		templateName === undefined
			? template.source && JSON.stringify(template.components) === content
			: template.name === templateName,
	);
	if (known) return known.source && known;
	const template: Template = {
		id: newGraphId(),
		name: templateName ?? `auto_generated_${message.type}_${randomUUID().replaceAll('-', '_')}`,
		language: 'en_US',
		status: 'APPROVED',
		category: category === 'utility' ? 'UTILITY' : 'AUTHENTICATION',
		parameter_format: 'POSITIONAL',
		components,
		source: 'AUTO_GENERATED',
	};
	templates.push(template);
	return template;
}

function componentsOf(message: OutgoingMessage): Template['components'] {
	if (message.type === 'text') return [{ type: 'BODY', text: message.text.body }];
	if (message.type !== 'interactive') return [];
	const { interactive } = message;
	const buttons: TemplateButton[] =
		interactive.type === 'button'
			? interactive.action.buttons.map((button) =>
					button.type === 'reply'
						? { type: 'QUICK_REPLY', text: button.reply.title }
						: { type: 'URL', text: button.cta_url.display_text, url: button.cta_url.url },
				)
			: [];
	const text = 'body' in interactive ? interactive.body?.text : undefined;
	return [
		{ type: 'BODY', text },
		...(buttons.length > 0 ? [{ type: 'BUTTONS' as const, buttons }] : []),
	];
}
