import { z } from 'zod';
import type { SimulatorContext } from '../../context';
import { refusal, validated } from './errors';
import { wamidOf } from './ids';
import type { OnPremisesState } from './state';

/** Media that a message may contain, besides `voice`, which is audio for Meta. */
const mediaTypes = ['audio', 'document', 'image', 'sticker', 'video'];

/** What only Meta's own format has. */
const onlyMetas = ['messaging_product', 'biz_opaque_callback_data'];

const provided = z.looseObject({ provider: z.looseObject({ name: z.string() }).optional() });

const language = z.strictObject({
	policy: z.enum(['deterministic', 'fallback']),
	code: z.string().min(1),
});

const templateSchema = z.strictObject({
	namespace: z.string(),
	name: z.string(),
	language: language.extend({ policy: z.literal('deterministic') }),
	components: z.array(z.unknown()).optional(),
});

const hsmSchema = z.strictObject({
	namespace: z.string(),
	element_name: z.string(),
	language,
	localizable_params: z.array(
		z.strictObject({
			default: z.string(),
			currency: z
				.strictObject({ currency_code: z.string(), amount_1000: z.coerce.number() })
				.optional(),
			date_time: z.looseObject({}).optional(),
		}),
	),
});

const envelope = z.looseObject({
	to: z.string().min(1),
	type: z.string().default('text'),
	recipient_type: z.enum(['individual', 'group']).default('individual'),
	preview_url: z.boolean().optional(),
});

/**
 * Meta's body for a message in the format of the On-Premises API.
 *
 * @throws HostError for what that format does not have
 */
export function metaMessage(
	simulator: SimulatorContext,
	server: OnPremisesState,
	body: unknown,
): Record<string, unknown> {
	const known = z.looseObject({}).safeParse(body).data ?? {};
	for (const name of onlyMetas) {
		if (name in known) throw refusal(1010, `Parameter ${name} is not required`);
	}
	const { type, preview_url, ...message } = validated(envelope, body);
	// The time to live is a setting of templates at Meta.
	delete message.ttl;
	const rest = { messaging_product: 'whatsapp', ...message, ...quoted(simulator, message) };
	switch (type) {
		case 'text':
			return { ...rest, type, text: textOf(message.text, preview_url) };
		case 'voice': {
			const { voice, ...others } = rest as typeof rest & { voice?: unknown };
			return { ...others, type: 'audio', audio: { ...mediaOf(server, voice), voice: true } };
		}
		case 'template':
			return { ...rest, type, template: templateOf(simulator, message.template) };
		case 'hsm': {
			const { hsm, ...others } = rest as typeof rest & { hsm?: unknown };
			return { ...others, type: 'template', template: hsmOf(simulator, hsm) };
		}
		case 'reaction':
			return { ...rest, type, reaction: reactionOf(simulator, message.reaction) };
	}
	if (!mediaTypes.includes(type)) return { ...rest, type };
	return { ...rest, type, [type]: mediaOf(server, message[type]) };
}

function textOf(text: unknown, preview_url: boolean | undefined): Record<string, unknown> {
	const { body } = validated(z.strictObject({ body: z.string() }), text);
	return { body, ...(preview_url !== undefined && { preview_url }) };
}

/** @throws HostError 1006 for a provider that is not set up, 1010 for a field of Meta's */
function mediaOf(server: OnPremisesState, media: unknown): Record<string, unknown> {
	const { provider, ...rest } = validated(provided, media);
	if ('voice' in rest) throw refusal(1010, 'Parameter voice is not required');
	if (provider && !server.providers.some(({ name }) => name === provider.name)) {
		throw refusal(1006, `There is no provider ${provider.name}`);
	}
	return rest;
}

function templateOf(simulator: SimulatorContext, template: unknown): Record<string, unknown> {
	const { namespace, name, language: given, components } = validated(templateSchema, template);
	checkNamespace(simulator, namespace);
	return { name, language: { code: given.code }, ...(components && { components }) };
}

/** The oldest kind of template: parameters of the body only. */
function hsmOf(simulator: SimulatorContext, hsm: unknown): Record<string, unknown> {
	const {
		namespace,
		element_name,
		language: given,
		localizable_params,
	} = validated(hsmSchema, hsm);
	checkNamespace(simulator, namespace);
	const parameters = localizable_params.map(({ default: text, currency, date_time }) => {
		if (currency) {
			const { currency_code: code, amount_1000 } = currency;
			return { type: 'currency', currency: { fallback_value: text, code, amount_1000 } };
		}
		return date_time
			? { type: 'date_time', date_time: { fallback_value: text } }
			: { type: 'text', text };
	});
	return {
		name: element_name,
		language: { code: given.code },
		...(parameters.length > 0 && { components: [{ type: 'body', parameters }] }),
	};
}

function checkNamespace({ state }: SimulatorContext, namespace: string): void {
	if (namespace !== state.waba.messageTemplateNamespace) {
		throw refusal(2001, `There are no templates in the namespace ${namespace}`);
	}
}

function quoted(
	{ state }: SimulatorContext,
	{ context }: Record<string, unknown>,
): Record<string, unknown> {
	if (context === undefined) return {};
	const { message_id } = validated(z.strictObject({ message_id: z.string() }), context);
	const wamid = wamidOf(state, message_id);
	if (wamid === undefined) throw refusal(1006, 'There is no message with the ID in context');
	return { context: { message_id: wamid } };
}

function reactionOf({ state }: SimulatorContext, reaction: unknown): Record<string, unknown> {
	const { message_id, emoji } = validated(
		z.strictObject({ message_id: z.string(), emoji: z.string() }),
		reaction,
	);
	const wamid = wamidOf(state, message_id);
	if (wamid === undefined) throw refusal(1006, 'There is no message to react to');
	return { message_id: wamid, emoji };
}
