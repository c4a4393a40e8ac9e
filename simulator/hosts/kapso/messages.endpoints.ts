import { kapsoEndpoint, type KapsoCall } from './endpoint';
import { filtered, messageFilters, numberMessageFilters, type Filters } from './filters';
import { withKapsoFields } from './kapsoFields';
import type { KapsoMessage } from './inbox';
import { checkNumber, messageOf } from './lookup';
import { messageJson } from './messageJson';
import { cursorPage } from './paging';
import { notFound } from './refusal';

/** The messages of a number, the newest first. */
export const listMessagesOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/:phone/messages',
	handle(call) {
		checkNumber(call);
		const messages = found(call, numberMessageFilters).filter(
			({ conversation }) => conversation.phoneNumberId === call.params.phone,
		);
		const page = cursorPage(messages, call.query);
		return { ...page, data: page.data.map((message) => withFields(call, message)) };
	},
});

/** @see https://docs.kapso.ai/api/meta/whatsapp/messages/get-message-by-id */
export const getMessageOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/:phone/messages/:id',
	handle(call) {
		checkNumber(call);
		const message = messageOf(call);
		if (message.conversation.phoneNumberId !== call.params.phone) throw notFound('Message');
		// Its page says that a single message has all that Kapso adds.
		const fields = call.query.get('fields') ?? 'kapso(default)';
		return withKapsoFields(messageJson(call.simulator, message), fields);
	},
});

export const listMessages = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/whatsapp/messages',
	handle(call) {
		const page = cursorPage(found(call, messageFilters(call.simulator)), call.query);
		return { ...page, data: page.data.map((message) => messageJson(call.simulator, message)) };
	},
});

export const getMessage = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/whatsapp/messages/:id',
	handle: (call) => ({ data: messageJson(call.simulator, messageOf(call)) }),
});

/** The newest first. */
function found({ kapso, query }: KapsoCall, filters: Filters<KapsoMessage>): KapsoMessage[] {
	kapso.inbox.sync();
	return filtered(kapso.inbox.messages().reverse(), query, filters);
}

function withFields({ simulator, query }: KapsoCall, message: KapsoMessage) {
	return withKapsoFields(messageJson(simulator, message), query.get('fields'));
}
