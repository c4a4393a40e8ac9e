import { z } from 'zod';
import { isDirectSend } from '../messages/directSend';
import type { AcceptedMessage } from '../messages/message';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import type { State } from '../state';
import { template as templateSchema, type TemplateComponent } from '../templates/message';
import type { TemplateDefinitionComponent } from '../templates/template';
import type { Customer } from './customer';

type Body = AcceptedMessage['body'];

/** An impossible action of a customer, e.g. a tap on a button that was not sent. */
export class CustomerMessageError extends Error {}

/** Something a customer can tap in a message. */
export interface Option {
	id: string;
	title: string;
	description?: string;
	/** A template's button becomes a different message type. */
	ofTemplate?: boolean;
}

/** A tapped option and its message. */
export interface Chosen {
	messageId: string;
	option: Option;
}

/** The business's messages to this customer from this number, newest first. */
export function sentTo(
	state: State,
	phoneNumber: PhoneNumber,
	customer: Customer,
): AcceptedMessage[] {
	return state.accepted
		.filter(
			({ phoneNumberId, recipient }) =>
				phoneNumberId === phoneNumber.id &&
				(recipient === customer.waId || recipient === customer.userId),
		)
		.reverse();
}

export function newest(
	messages: AcceptedMessage[],
	condition: (body: Body) => boolean,
): AcceptedMessage | undefined {
	return messages.find(({ body }) => condition(body));
}

/**
 * Finds the option with this ID or title, in the given message or the newest one that has it.
 *
 * @throws CustomerMessageError if no message has it
 */
export function choose(
	messages: AcceptedMessage[],
	messageId: string | undefined,
	optionsOf: (body: Body) => Option[],
	wanted: { buttonId?: string; rowId?: string; title?: string },
): Chosen {
	const id = wanted.buttonId ?? wanted.rowId;
	for (const message of messages) {
		if (messageId !== undefined && message.id !== messageId) continue;
		const option = optionsOf(message.body).find(
			(candidate) =>
				(id === undefined || candidate.id === id) &&
				(wanted.title === undefined || candidate.title === wanted.title),
		);
		if (option) return { messageId: message.id, option };
	}
	throw new CustomerMessageError(
		`No message to this customer has ${id ?? wanted.title ?? 'anything'} to tap`,
	);
}

const idAndTitle = z.object({ id: z.string(), title: z.string() });

const interactiveBody = z.object({
	interactive: z.object({
		type: z.string(),
		action: z.object({
			buttons: z.array(z.object({ reply: idAndTitle.optional() })).optional(),
			cards: z
				.array(
					z.object({
						action: z.object({
							buttons: z.array(z.object({ quick_reply: idAndTitle })).optional(),
						}),
					}),
				)
				.optional(),
			sections: z
				.array(
					z.object({
						rows: z.array(idAndTitle.extend({ description: z.string().optional() })).optional(),
					}),
				)
				.optional(),
		}),
	}),
});

function interactiveOf(body: Body) {
	return interactiveBody.safeParse(body).data?.interactive;
}

/** Rows of a list message. */
export function rowsOf(body: Body): Option[] {
	return interactiveOf(body)?.action.sections?.flatMap(({ rows }) => rows ?? []) ?? [];
}

export function isFlow(body: Body): boolean {
	return interactiveOf(body)?.type === 'flow';
}

export function isLocationRequest(body: Body): boolean {
	return interactiveOf(body)?.type === 'location_request_message';
}

/** Reply buttons of a message, of its cards or of its template. */
export function buttonsOf(state: State, body: Body): Option[] {
	const action = interactiveOf(body)?.action;
	if (action) {
		const inCards = action.cards?.flatMap((card) => card.action.buttons ?? []) ?? [];
		return [
			// A message of Direct Send arrives as a template.
			...(action.buttons ?? []).flatMap(({ reply }) =>
				reply ? [{ ...reply, ...(isDirectSend(body) && { ofTemplate: true }) }] : [],
			),
			...inCards.map(({ quick_reply }) => quick_reply),
		];
	}
	const message = templateSchema.safeParse(body.template).data;
	const definition = state.templates.find(
		({ name, language }) => name === message?.name && language === message.language.code,
	);
	if (!message || !definition) return [];
	const sentCards =
		message.components?.find(({ type }) => type.toLowerCase() === 'carousel')?.cards ?? [];
	const cards = definition.components.flatMap((component) => component.cards ?? []);
	return [
		...quickReplies(definition.components, message.components ?? []),
		...cards.flatMap((card, index) =>
			quickReplies(card.components, sentCards[index]?.components ?? []),
		),
	];
}

/** Without a payload, the button's text is its payload. */
function quickReplies(
	definition: readonly TemplateDefinitionComponent[],
	components: readonly TemplateComponent[],
): Option[] {
	const buttons = definition.find(({ type }) => type === 'BUTTONS')?.buttons ?? [];
	return buttons.flatMap((button, index) => {
		if (button.type !== 'QUICK_REPLY') return [];
		const sent = components.find(
			(component) => component.type.toLowerCase() === 'button' && component.index === index,
		);
		const parameter = sent?.parameters?.[0];
		const id = parameter?.payload ?? parameter?.text ?? button.text;
		return [{ id, title: button.text, ofTemplate: true }];
	});
}
