import { asText, asTextOrNumber } from '../../coerce';
import { path } from '../../path';
import type { Path } from '../../path';
import { onPlatform } from '../../platform';
import { secretsMatch } from '../../secretsMatch';
import type { JsonObject, Send } from '../../types';
import type { EventWebhooks, WantedEvents } from '../../webhooks/eventWebhooks';
import { kapsoConversationInactive, kapsoMessageReceived } from './eventNames';
import { webhooksAt } from './webhookList';

/** Where the webhooks of one scope are. */
interface Scope {
	list: Path;
	one(id: string): Path;
	/** Whether a webhook in the list is of the scope. */
	has(webhook: JsonObject): boolean;
	/** The webhook that is wanted. Undefined: none. */
	wanted: JsonObject | undefined;
}

/** A webhook with its ID. */
type Found = JsonObject & { id: string };

/**
 * The webhooks of Kapso's own kind. The trigger has one for its number and one for the project, and knows both by its URL.
 * - https://docs.kapso.ai/api/platform/v1/webhooks/create-webhook
 * - https://docs.kapso.ai/api/platform/v1/webhooks/create-project-webhook
 * @param secret that Kapso signs with.
 */
export function eventWebhooks(send: Send, wanted: WantedEvents, secret: string): EventWebhooks {
	const scopes = scopesOf(wanted, secret);
	const found = async ({ list, has }: Scope, url: string) => {
		const all: Found[] = [];
		// A project may have thousands of numbers, and the list of the project has their webhooks as well.
		for await (const webhook of webhooksAt(send, list, { url_contains: url })) {
			const id = asText(webhook.id);
			const isOurs = webhook.kind !== 'meta' && webhook.url === url && has(webhook);
			if (isOurs && id !== null) all.push({ ...webhook, id });
		}
		return all;
	};
	const remove = async ({ one }: Scope, { id }: Found) => {
		await send({ method: 'DELETE', path: one(id), ...onPlatform, idempotent: true });
	};
	const request = (webhook: JsonObject, url: string) => ({
		body: { whatsapp_webhook: { url, ...webhook } },
		secrets: [secret],
		...onPlatform,
	});
	const registerOne = async (scope: Scope, url: string) => {
		const [first, ...surplus] = await found(scope, url);
		const { list, one, wanted: webhook } = scope;
		const isKept = first !== undefined && webhook !== undefined;
		for (const other of isKept ? surplus : [first, ...surplus]) {
			if (other !== undefined) await remove(scope, other);
		}
		if (webhook === undefined || (isKept && isAs(first, webhook))) return;
		if (isKept) {
			const changed = request(webhook, url);
			await send({ method: 'PATCH', path: one(first.id), ...changed, idempotent: true });
		} else {
			await send({ method: 'POST', path: list, ...request({ kind: 'kapso', ...webhook }, url) });
		}
	};
	return {
		async areAt(url) {
			for (const scope of scopes) {
				const [first, ...surplus] = await found(scope, url);
				const { wanted: webhook } = scope;
				const isRight = webhook === undefined ? first === undefined : first && isAs(first, webhook);
				if (isRight !== true || surplus.length > 0) return false;
			}
			return true;
		},
		async register(url) {
			for (const scope of scopes) await registerOne(scope, url);
		},
		async remove(url) {
			const removals = await Promise.allSettled(
				scopes.map(async (scope) => {
					for (const webhook of await found(scope, url)) await remove(scope, webhook);
				}),
			);
			// A number that is no longer in the project leaves the webhook of the project.
			for (const removal of removals) if (removal.status === 'rejected') throw removal.reason;
		},
	};
}

function scopesOf(
	{ phoneNumberId, ofNumber, ofProject, delivery }: WantedEvents,
	secret: string,
): Scope[] {
	const always = { active: true, secret_key: secret, payload_version: delivery.version };
	const wanted = (events: readonly string[], more: JsonObject): JsonObject | undefined =>
		events.length === 0 ? undefined : { events: [...events], ...always, ...more };
	const project: Scope = {
		list: path`/whatsapp/webhooks`,
		one: (id) => path`/whatsapp/webhooks/${id}`,
		// The list has those of the numbers as well.
		has: ({ phone_number_id }) => asTextOrNumber(phone_number_id) === null,
		wanted: wanted(ofProject, {}),
	};
	if (phoneNumberId === undefined) return [project];
	const number: Scope = {
		list: path`/whatsapp/phone_numbers/${phoneNumberId}/webhooks`,
		one: (id) => path`/whatsapp/phone_numbers/${phoneNumberId}/webhooks/${id}`,
		has: () => true,
		wanted: wanted(ofNumber, {
			...(ofNumber.includes(kapsoMessageReceived) && bufferOf(delivery)),
			...(ofNumber.includes(kapsoConversationInactive) && {
				inactivity_minutes: delivery.inactiveMinutes,
			}),
		}),
	};
	return [number, project];
}

/** https://docs.kapso.ai/docs/platform/webhooks/advanced */
function bufferOf({ buffer }: WantedEvents['delivery']): JsonObject {
	if (buffer === undefined) return { buffer_enabled: false };
	return {
		buffer_enabled: true,
		buffer_window_seconds: buffer.seconds,
		max_buffer_size: buffer.messages,
		buffer_events: [kapsoMessageReceived],
	};
}

/** Whether a webhook is as wanted. Kapso pauses one that fails again and again. */
function isAs(webhook: JsonObject, wanted: JsonObject): boolean {
	return Object.entries(wanted).every(([name, value]) => {
		const is = webhook[name];
		if (name === 'secret_key') return secretsMatch(asText(is) ?? '', asText(value) ?? '');
		if (!Array.isArray(value)) return is === value;
		return (
			Array.isArray(is) && is.length === value.length && value.every((one) => is.includes(one))
		);
	});
}
