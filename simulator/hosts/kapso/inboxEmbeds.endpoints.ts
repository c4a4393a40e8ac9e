import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from './endpoint';
import { filtered } from './filters';
import { embedJson, type InboxEmbed } from './inboxEmbeds';
import { known } from './lookup';
import { numberedPage } from './paging';
import { read } from './read';
import { invalid } from './refusal';
import { newToken } from './setupLinks';

const path = '/inbox_embeds';
const fields = z.object({
	name: z.string().min(1),
	scope_type: z.enum(['project', 'customer', 'phone_number']),
	scope_id: z.string().nullable().optional(),
	/** Origins, or host names with a wildcard. */
	allowed_origins: z.array(z.string().min(1)).optional(),
	assigned_user_id: z.string().nullable().optional(),
	default_mode: z.string().optional(),
	language: z.string().optional(),
	expires_at: z.iso.datetime().nullable().optional(),
});

/** The newest first. */
export const listInboxEmbeds = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle({ kapso, query }) {
		const found = filtered([...kapso.inboxEmbeds].reverse(), query, {
			status: (embed, value) => embedJson(embed).status === value,
			scope_type: ({ fields }, value) => fields.scope_type === value,
			scope_id: ({ fields }, value) => fields.scope_id === value,
			assigned_user_id: ({ fields }, value) => fields.assigned_user_id === value,
		});
		const page = numberedPage(found, query);
		return { ...page, data: page.data.map(embedJson) };
	},
});

/** The token and the URL that has it come with this response only. */
export const createInboxEmbed = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle(call) {
		const { kapso, simulator, body } = call;
		const given = read(z.object({ inbox_embed: fields }), body).inbox_embed;
		checkScope(call, given.scope_type, given.scope_id ?? undefined);
		const at = Date.now();
		const embed: InboxEmbed = { id: randomUUID(), fields: given, createdAt: at, updatedAt: at };
		kapso.inboxEmbeds.push(embed);
		const token = newToken();
		const embed_url = `${simulator.url}/kapso/inbox/embed/${token}`;
		return { data: { ...embedJson(embed), token, embed_url } };
	},
});

export const getInboxEmbed = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id`,
	handle: (call) => ({ data: embedJson(embedOf(call)) }),
});

const changes = fields.omit({ scope_type: true, scope_id: true }).partial();

/** The scope stays. @see https://docs.kapso.ai/api/platform/v1/inbox-embeds/update-inbox-embed */
export const updateInboxEmbed = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:id`,
	handle(call) {
		const embed = embedOf(call);
		const given = read(z.object({ inbox_embed: changes }), call.body).inbox_embed;
		Object.assign(embed, { fields: { ...embed.fields, ...given }, updatedAt: Date.now() });
		return { data: embedJson(embed) };
	},
});

/** Revokes it. Whether it is listed afterwards is not documented; here it is. */
export const revokeInboxEmbed = kapsoEndpoint({
	method: 'DELETE',
	api: 'platform',
	path: `${path}/:id`,
	status: 204,
	handle(call) {
		embedOf(call).revokedAt ??= Date.now();
		return undefined;
	},
});

function checkScope({ kapso }: KapsoCall, type: string, id: string | undefined): void {
	const isKnown =
		type === 'project'
			? id === undefined
			: type === 'customer'
				? kapso.customers.some((customer) => customer.id === id)
				: kapso.number(id) !== undefined;
	if (!isKnown) throw invalid(`Scope is not a ${type} of this project`);
}

function embedOf({ kapso, params }: KapsoCall): InboxEmbed {
	return known(
		kapso.inboxEmbeds.find(({ id }) => id === params.id),
		'Inbox embed',
	);
}
