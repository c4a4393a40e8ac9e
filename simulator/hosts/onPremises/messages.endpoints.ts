import { z } from 'zod';
import { business } from '../../business';
import { markAsRead } from '../../messages/markAsRead';
import { send } from '../../messages/send';
import { onPremisesEndpoint, type OnPremisesCall } from './endpoint';
import { refusal, validated } from './errors';
import { messageIdOf, wamidOf } from './ids';
import { metaMessage } from './outgoing';

export const sendMessage = onPremisesEndpoint({
	method: 'POST',
	path: '/messages',
	access: 'user',
	status: 201,
	handle: (call) => {
		const { simulator, server, number } = call;
		if (!number.registered) throw refusal(1011, 'The number is not registered');
		const message = metaMessage(simulator, server, call.body);
		if (message.recipient_type === 'individual') checkContact(call, String(message.to));
		const { accepted } = send(simulator, number, message, {
			endpoint: 'messages',
			appId: business.app.id,
		});
		return { messages: [{ id: messageIdOf(accepted.id, false) }] };
	},
});

/**
 * Whoever has not written must have been checked.
 *
 * @throws HostError 1006 for an unknown number, 1013 for one that is not on WhatsApp
 * @see https://github.com/nyaruka/courier `unknown contact`
 */
function checkContact({ simulator, server }: OnPremisesCall, to: string): void {
	const { state, settings } = simulator;
	if (!settings.onPremisesContactCheck) return;
	const isValid =
		server.contacts.get(to) ?? (state.received.some(({ from }) => from === to) || undefined);
	if (isValid === undefined) throw refusal(1006, 'unknown contact');
	if (!isValid) throw refusal(1013, 'The recipient is not on WhatsApp');
}

export const markMessageAsRead = onPremisesEndpoint({
	method: 'PUT',
	path: '/messages/:message',
	access: 'user',
	handle: ({ simulator: { state }, params, body }) => {
		validated(z.strictObject({ status: z.literal('read') }), body);
		const message_id = wamidOf(state, params.message ?? '');
		if (message_id === undefined) throw refusal(1006, 'There is no such message');
		markAsRead(state, { messaging_product: 'whatsapp', status: 'read', message_id });
		return {};
	},
});
