import fc from 'fast-check';

import { messagePayload, statusPayload } from '../unit/trigger/payloads';
import { signedPost } from './signedPost';
import type { TriggerHost } from './triggerHost';

export const message = (index: number): string =>
	JSON.stringify(messagePayload({ id: `wamid.${index}`, type: 'text', text: { body: 'Hi' } }));
const status = (index: number) =>
	JSON.stringify(statusPayload({ id: `wamid.${index}`, status: 'read', recipient_id: '1650' }));

/** Deliveries of messages (even numbers) and statuses of them (odd numbers), with duplicates, in any order. */
export const deliveries = fc.array(fc.nat({ max: 60 }), { maxLength: 100, size: 'max' });
export const bodyOf = (index: number): string =>
	index % 2 === 0 ? message(index) : status(index - 1);
export const eachOnce = (delivered: readonly number[]): string[] =>
	[...new Set(delivered)]
		.map((index) => (index % 2 === 0 ? `message wamid.${index}` : `status wamid.${index - 1}`))
		.sort();

/** Delivers 20 bodies at a time, as Meta does. Returns the statuses of the responses. */
export async function deliver(to: TriggerHost, bodies: readonly string[]): Promise<number[]> {
	const left = [...bodies];
	const statuses: number[] = [];
	const next = async (): Promise<void> => {
		const body = left.shift();
		if (body === undefined) return;
		statuses.push(await signedPost(to.webhookUrl(), body));
		await next();
	};
	await Promise.all(Array.from({ length: 20 }, next));
	return statuses;
}

/** The events that started something, sorted. */
export function started(...from: TriggerHost[]): string[] {
	return from
		.flatMap(({ executions }) => executions.flat())
		.map(({ json }) => `${String(json.event)} ${String(json.id)}`)
		.sort();
}
