import { request } from 'undici';

import { pool } from '../graphApi/transport';
import { payloadOf } from './events';
import type { WebhookEvent } from './events';
import { signatureHeader, signatureOf } from './signature';

/**
 * Gives each event an execution of its own. n8n starts one execution per request, so the trigger sends all
 * but the last event to its own address, one after the other, signed as Meta signs.
 * @returns the events to start this execution with: the last, and those whose request failed.
 */
export async function separated(
	events: readonly WebhookEvent[],
	url: string,
	appSecret: string | undefined,
	complain: (what: string) => void,
): Promise<WebhookEvent[]> {
	const own: WebhookEvent[] = [];
	for (const event of events.slice(0, -1)) {
		const failure = await deliver(event, url, appSecret);
		if (failure === undefined) continue;
		complain(`An event could not get an execution of its own: ${failure}`);
		own.push(event);
	}
	return [...own, ...events.slice(-1)];
}

/** @returns why it failed, or undefined. */
async function deliver(
	event: WebhookEvent,
	url: string,
	appSecret: string | undefined,
): Promise<string | undefined> {
	const body = Buffer.from(JSON.stringify(payloadOf(event)));
	try {
		const response = await request(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(appSecret !== undefined && { [signatureHeader]: signatureOf(body, appSecret) }),
			},
			body,
			dispatcher: pool(),
			headersTimeout: 10_000,
		});
		await response.body.dump();
		return response.statusCode === 200 ? undefined : `n8n answered ${response.statusCode}`;
	} catch (error) {
		return error instanceof Error ? error.message : 'unknown error';
	}
}
