import type { KapsoCustomer } from './customers';
import type { KapsoCall } from './endpoint';
import type { Conversation, KapsoMessage } from './inbox';
import { notFound } from './refusal';
import type { ConnectedNumber } from './state';

type Path = Pick<KapsoCall, 'kapso' | 'params'>;

/**
 * Checks the number of a path of the proxy.
 *
 * @throws HostError 404 if the project does not have it. The words are not documented.
 */
export function checkNumber({ kapso, params }: Path): void {
	if (!kapso.number(params.phone)) throw notFound('WhatsApp configuration');
}

/** The number of a path of the platform. @throws HostError 404 if the project does not have it */
export function numberOf({ kapso, params }: Path): ConnectedNumber {
	return known(kapso.number(params.phone), 'Phone number');
}

/** The message whose ID is in the path. @throws HostError 404 if there is none */
export function messageOf({ kapso, params }: Path): KapsoMessage {
	kapso.inbox.sync();
	return known(kapso.inbox.message(params.id ?? ''), 'Message');
}

/** The conversation whose ID is in the path. @throws HostError 404 if there is none */
export function conversationOf({ kapso, params }: Path): Conversation {
	kapso.inbox.sync();
	return known(kapso.inbox.conversation(params.id ?? ''), 'Conversation');
}

/** @throws HostError 404 if there is no such thing */
export function known<Value>(value: Value | undefined, what: string): Value {
	if (value === undefined) throw notFound(what);
	return value;
}

/** The customer of a path. @throws HostError 404 if there is none */
export function customerOf({ kapso, params }: Path): KapsoCustomer {
	return known(
		kapso.customers.find(({ id }) => id === params.customer),
		'Customer',
	);
}
