import { asObject, asText, ownEntry } from '../../coerce';
import { NotOfferedError } from '../../errors/notOfferedError';
import { isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../types';
import { notInFormat } from './refuse';
import { translateTemplate } from './template';

/** What depends on the credential. */
export interface MessageRules {
	/** Empty if the credential has none. */
	namespace: string;
	/** Whether media can be sent by a link: the format allows it, but not each server does. */
	takesLinks: boolean;
}

const withCloudApi = 'Use a credential whose host is Meta, Kapso or 360dialog.';

/** What the format has no key for. */
const refusedKeys: Record<string, [what: string, todo: string]> = {
	recipient: [
		'Messages to a business-scoped user ID',
		'Enter the phone number of the recipient instead.',
	],
	recipient_identity_key_hash: [
		'Recipient identity checks',
		"Remove the option 'Recipient Identity Hash'.",
	],
	category: ['Direct Send messages', "Remove the option 'Direct Send'."],
	product_policy: ['Settings of marketing messages', 'Remove the option for marketing messages.'],
};

type TranslateContent = (
	content: JsonValue | undefined,
	rules: MessageRules,
) => Partial<JsonObject>;

const asItIs =
	(type: string): TranslateContent =>
	(content) => ({ type, [type]: content });

const media =
	(type: string): TranslateContent =>
	(content, rules) => ({ type, [type]: checkedMedia(content, rules) });

/** The types of messages of the format. */
const types: Readonly<Record<string, TranslateContent>> = {
	text(content) {
		const { preview_url, ...text } = asObject<JsonObject>(content);
		return { type: 'text', text, preview_url };
	},
	template: (content, { namespace }) => ({
		type: 'template',
		template: translateTemplate(isJsonObject(content) ? content : {}, namespace),
	}),
	hsm: asItIs('hsm'),
	audio(content, rules) {
		const { voice, ...audio } = checkedMedia(content, rules);
		return voice === true ? { type: 'voice', voice: audio } : { type: 'audio', audio };
	},
	voice: media('voice'),
	image: media('image'),
	video: media('video'),
	document: media('document'),
	sticker: media('sticker'),
	location: asItIs('location'),
	contacts: asItIs('contacts'),
	reaction: asItIs('reaction'),
	interactive(content, rules) {
		const kind = asText(asObject<JsonObject>(content).type) ?? '';
		const refused = ownEntry(refusedInteractive, kind);
		if (refused !== undefined) throw notInFormat(refused, withCloudApi);
		const header = asObject<JsonObject>(asObject<JsonObject>(content).header);
		for (const type of ['image', 'video', 'document']) {
			if (header[type] !== undefined) checkedMedia(header[type], rules);
		}
		return { type: 'interactive', interactive: content };
	},
};

/** Button, list, URL button and location request are left. */
const refusedInteractive: Readonly<Record<string, string>> = {
	address_message: 'Address requests',
	call_permission_request: 'Call permission requests',
	carousel: 'Carousels',
	catalog_message: 'Catalog messages',
	flow: 'Flows',
	order_details: 'Order messages',
	order_status: 'Order messages',
	product: 'Product messages',
	product_list: 'Product messages',
	request_contact_info: 'Requests for contact information',
	voice_call: 'Call buttons',
};

const refusedTypes: Readonly<Record<string, string>> = {
	pin: 'Pinned messages',
	unpin: 'Pinned messages',
};

/**
 * A message of the Cloud API as the On-Premises format has it. Callback data is left out: the format cannot return it
 * in statuses.
 * @throws NotOfferedError for a message that the format does not have.
 */
export function translateMessage(message: JsonObject, rules: MessageRules): JsonObject {
	for (const [key, [what, todo]] of Object.entries(refusedKeys)) {
		if (message[key] !== undefined) throw notInFormat(what, todo);
	}
	const known = Object.keys(types);
	// The type may be left out, which means a text to Meta.
	const type = asText(message.type) ?? known.find((name) => message[name] !== undefined) ?? 'text';
	const translateContent = ownEntry(types, type);
	if (!translateContent) {
		throw notInFormat(
			ownEntry(refusedTypes, type) ?? `Messages of the type '${type}'`,
			withCloudApi,
		);
	}
	const left = { messaging_product: undefined, biz_opaque_callback_data: undefined };
	const to = whatsAppId(message.to);
	return { ...message, ...left, to, [type]: undefined, ...translateContent(message[type], rules) };
}

// A person is named by the digits of the number, as the check of contacts returns them.
function whatsAppId(to: JsonValue | undefined): JsonValue | undefined {
	return typeof to === 'string' ? to.replace(/^\+/, '') : to;
}

function checkedMedia(
	content: JsonValue | undefined,
	{ takesLinks }: MessageRules,
): Partial<JsonObject> {
	const file = asObject<JsonObject>(content);
	if (file.link !== undefined && !takesLinks) {
		throw NotOfferedError.from({
			what: 'Turn.io sends media by ID only, not by URL.',
			todo: "Choose another source than 'URL': n8n uploads a binary file by itself, and 'Media: Upload' makes an ID of a URL.",
		});
	}
	return file;
}
