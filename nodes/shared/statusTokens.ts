import { createHmac } from 'node:crypto';

import { derivedKey } from '../graphApi/derivedKey';
import type { GraphResponse } from '../graphApi/types';
import type { Store } from '../memory/store';
import { limits } from './limits';
import { messageIdsOf } from './messageIds';
import { messageToken } from './messageToken';
import { userKey } from './userKey';

/** Milliseconds. A single try to send a message ends before. */
const longestTry = 150_000;

/** A message that is sent, and whose statuses an execution waits for. */
export interface AwaitedMessage {
	token: string;
	recipient: string;
	/** Milliseconds for which its statuses are recognized. */
	lifetime: number;
}

/**
 * The tokens in the statuses of messages that executions wait for, by message ID: for a host whose statuses do not return
 * them. A status may come in before the response that says the ID, so it is known to whom such messages are being sent.
 */
export class StatusTokens {
	private readonly key: Buffer;

	/** @param secret of the credential: the IDs of other servers may be the same. */
	constructor(
		private readonly store: Store,
		secret: string,
	) {
		this.key = derivedKey(secret, 'messages that are waited for');
	}

	/**
	 * Sends a message once, and remembers its token.
	 * @param onSent is called with the ID of the message while its statuses still wait for the token.
	 */
	async send(
		{ token, recipient, lifetime }: AwaitedMessage,
		sendNow: () => Promise<GraphResponse>,
		onSent: (id: string) => Promise<void>,
	): Promise<GraphResponse> {
		const key = this.keyOf('sending', userKey(recipient));
		// The end is part of the entry, as each entry lets the whole list live on.
		const entry = `${Date.now() + longestTry} ${token}`;
		await this.store.push(key, entry, longestTry, limits.awaitedMessages);
		try {
			const response = await sendNow();
			const [id] = messageIdsOf([response.body]);
			if (id !== undefined) {
				await Promise.all([this.store.set(this.tokenKey(id), token, lifetime), onSent(id)]);
			}
			return response;
		} finally {
			await this.store.remove(key, entry);
		}
	}

	/** Whether such a message is being sent to a person. Once it no longer is, `of` has its token. */
	async isSendingTo(user: string): Promise<boolean> {
		const entries = await this.store.list(this.keyOf('sending', userKey(user)));
		return entries.some((entry) => Number(entry.split(' ')[0]) > Date.now());
	}

	/** Returns the tokens of messages, in the order of their IDs. */
	async of(ids: readonly string[]): Promise<Array<string | undefined>> {
		return await this.store.getAll(ids.map((id) => this.tokenKey(id)));
	}

	private tokenKey(id: string): string {
		return this.keyOf('token', messageToken(id));
	}

	private keyOf(kind: string, text: string): string {
		const digest = createHmac('sha256', this.key).update(text).digest('base64url').slice(0, 22);
		return `status:${kind}:${digest}`;
	}
}
