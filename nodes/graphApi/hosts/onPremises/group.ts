import { asObject, asObjects, asText } from '../../coerce';
import { path } from '../../path';
import type { GraphRequest, JsonObject, Send } from '../../types';
import { afterwards } from './afterwards';
import { bytesOf } from './media';
import { notInFormat } from './refuse';

const onServer = 'Only the subject and the picture of a group can be set: remove what else is set.';

/** @throws NotOfferedError for settings that a group does not have in the format. */
export function groupBody(given: object = {}): JsonObject {
	const { subject, description, join_approval_mode } = given as JsonObject;
	if (description !== undefined) throw notInFormat('Group descriptions', onServer);
	if (join_approval_mode !== undefined) throw notInFormat('Join approvals of groups', onServer);
	return { subject };
}

/** Changes the subject, the picture, or both, which are two calls here. */
export function updateGroup(
	id: string,
	{ body, form }: GraphRequest,
): (send: Send) => Promise<JsonObject> {
	const { subject } = groupBody(body ?? form);
	const stream = bytesOf({ form });
	return async (send) => {
		// The picture first: its stream is open.
		if (stream) {
			await send({ method: 'POST', on: 'fixed', path: path`/groups/${id}/icon`, stream });
		}
		if (subject !== undefined) {
			const request = { on: 'fixed', path: path`/groups/${id}`, body: { subject } } as const;
			const changed = send({ method: 'PUT', ...request, idempotent: true });
			await (stream
				? afterwards('Only the subject was not changed, the picture was.', changed)
				: changed);
		}
		return { success: true };
	};
}

/** Ends the invite link, and reads the one that the server then makes. */
export function resetInviteLink(id: string): (send: Send) => Promise<JsonObject> {
	const invite = { on: 'fixed', path: path`/groups/${id}/invite` } as const;
	return async (send) => {
		await send({ method: 'DELETE', ...invite });
		const made = send({ method: 'GET', ...invite });
		const { body } = await afterwards('The former invite link no longer works.', made);
		return metasInviteLink(body);
	};
}

export function metasInviteLink(body: JsonObject): JsonObject {
	return { messaging_product: 'whatsapp', invite_link: firstGroup(body).link };
}

/** A group with Meta's names for what Meta has, too. */
export function metasGroup(body: JsonObject, id: string): JsonObject {
	const { creation_time, participants, ...rest } = firstGroup(body);
	const people = Array.isArray(participants) ? participants : [];
	return {
		messaging_product: 'whatsapp',
		id,
		...rest,
		creation_timestamp: creation_time,
		participants: people.map((wa_id) => (typeof wa_id === 'string' ? { wa_id } : wa_id)),
		total_participant_count: people.length,
	};
}

export function firstGroup({ groups }: JsonObject): Partial<JsonObject> {
	return asObjects<JsonObject>(groups)[0] ?? {};
}

/**
 * The people to remove, by WhatsApp ID: the digits of the number.
 * @throws NotOfferedError for one who is named by user ID.
 */
export function participantIds({ participants }: JsonObject): JsonObject {
	const wa_ids = asObjects<JsonObject>(participants).map((participant) => {
		const number = asText(asObject<JsonObject>(participant).user);
		if (number !== null) return number.replace(/\D/g, '');
		throw notInFormat('Business-scoped user IDs', 'Enter the phone numbers of the participants.');
	});
	return { wa_ids };
}
