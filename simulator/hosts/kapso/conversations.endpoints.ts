import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from './endpoint';
import { conversationFilters, filtered } from './filters';
import type { Conversation } from './inbox';
import { withKapsoFields } from './kapsoFields';
import { checkNumber, conversationOf } from './lookup';
import { conversationJson } from './messageJson';
import { cursorPage } from './paging';
import { invalid, notFound } from './refusal';
import { read } from './read';
import { endConversation, reopenConversation } from './webhooks/conversationEvents';

const statusSchema = z.object({ status: z.enum(['active', 'ended']) });

export const listConversationsOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/:phone/conversations',
	handle(call) {
		checkNumber(call);
		const ofNumber = found(call).filter(({ phoneNumberId }) => phoneNumberId === call.params.phone);
		const page = cursorPage(ofNumber, call.query);
		return { ...page, data: page.data.map((conversation) => withFields(call, conversation)) };
	},
});

export const getConversationOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/:phone/conversations/:id',
	handle(call) {
		checkNumber(call);
		const conversation = conversationOf(call);
		if (conversation.phoneNumberId !== call.params.phone) throw notFound('Conversation');
		return { data: withFields(call, conversation) };
	},
});

export const getConversationByProxy = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/conversations/:id',
	handle: (call) => ({ data: withFields(call, conversationOf(call)) }),
});

export const updateConversationByProxy = kapsoEndpoint({
	method: 'PATCH',
	api: 'meta',
	path: '/conversations/:id',
	handle: (call) => setStatus(call, read(statusSchema, call.body).status),
});

export const listConversations = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/whatsapp/conversations',
	handle(call) {
		const page = cursorPage(found(call), call.query);
		return { ...page, data: page.data.map(conversationJson) };
	},
});

export const getConversation = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/whatsapp/conversations/:id',
	handle: (call) => ({ data: conversationJson(conversationOf(call)) }),
});

export const updateConversation = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: '/whatsapp/conversations/:id',
	handle(call) {
		const { whatsapp_conversation } = read(
			z.object({ whatsapp_conversation: statusSchema }),
			call.body,
		);
		return setStatus(call, whatsapp_conversation.status);
	},
});

function setStatus(call: KapsoCall, status: Conversation['status']) {
	const conversation = conversationOf(call);
	if (status === 'ended') endConversation(call.simulator, conversation);
	else reopenConversation(call.kapso, conversation);
	return { data: conversationJson(conversation) };
}

/** The one that was active last comes first. */
function found({ kapso, query }: KapsoCall): Conversation[] {
	if (query.has('assigned_user_id') && query.has('unassigned')) {
		// https://docs.kapso.ai/docs/whatsapp/typescript-sdk/conversations
		throw invalid('unassigned cannot be combined with assigned_user_id');
	}
	kapso.inbox.sync();
	return filtered(kapso.inbox.conversations, query, conversationFilters).sort(
		(a, b) => b.lastActiveAt - a.lastActiveAt,
	);
}

function withFields({ query }: KapsoCall, conversation: Conversation) {
	return withKapsoFields(conversationJson(conversation), query.get('fields'));
}
