import fc from 'fast-check';

import { processState } from '../../nodes/graphApi/processState';
import type { WebhookPayload } from '../../nodes/shared/events/payload';
import { optionsName } from '../../nodes/WhatsAppBusinessTrigger/parameters/fields';
import { business } from '../../simulator';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import {
	bodyOf,
	deliver,
	deliveries,
	eachOnce,
	message,
	started,
} from '../support/triggerDeliveries';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagePayload } from '../unit/trigger/payloads';

const hosts: TriggerHost[] = [];
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

const credential = () => credentialFor('http://127.0.0.1:1');

/** The same trigger of the same workflow whenever the name is the same. */
async function start(nodeId: string, parameters = {}): Promise<TriggerHost> {
	const host = await TriggerHost.start({
		credential,
		nodeId,
		parameters: { events: ['messages', 'statuses'], ...parameters },
	});
	hosts.push(host);
	return host;
}

/** A delivery of two messages. */
const both = (...indexes: number[]) => {
	const [first, ...others] = indexes.map((index) => JSON.parse(message(index)) as WebhookPayload);
	first?.entry.push(...others.flatMap(({ entry }) => entry));
	return JSON.stringify(first);
};
describe('A trigger that receives events more than once', () => {
	it('starts one execution per event, in any order and number of deliveries', async () => {
		let run = 0;
		await fc.assert(
			fc.asyncProperty(deliveries, async (delivered) => {
				const host = await start(`any order ${++run}`);
				const statuses = await deliver(host, delivered.map(bodyOf));
				expect(statuses.filter((code) => code !== 200)).toEqual([]);
				expect(started(host)).toEqual(eachOnce(delivered));
				expect(host.executions).toHaveLength(eachOnce(delivered).length);
				expect(host.log).toEqual([]);
			}),
			{ numRuns: 20 },
		);
	});

	it('keeps the events of different triggers apart', async () => {
		const [one, other] = [await start('one'), await start('other')];
		await deliver(one, [message(1), message(1)]);
		await deliver(other, [message(1)]);
		expect([one, other].map(({ executions }) => executions.length)).toEqual([1, 1]);
	});

	it('starts on a duplicate of an event that a filter ignored before', async () => {
		const strict = await start('filtered', { filters: { textContains: 'nothing' } });
		await deliver(strict, [message(1)]);
		const open = await start('filtered');
		await deliver(open, [message(1), message(1)]);
		expect([strict, open].map(({ executions }) => executions.length)).toEqual([0, 1]);
	});

	it('accepts duplicates in a test run, without an effect on production', async () => {
		const host = await start('test run');
		for (const isTest of [false, true, true]) {
			await signedPost(host.webhookUrl({ isTest }), message(1));
		}
		expect(host.executions).toHaveLength(3);
		await signedPost(host.webhookUrl({ isTest: true }), message(2));
		await signedPost(host.webhookUrl(), message(2));
		expect(host.executions).toHaveLength(5);
	});

	it('does not change what was seen for a delivery without a valid signature', async () => {
		const host = await start('forged');
		expect(await signedPost(host.webhookUrl(), message(1), `${business.app.secret}x`)).toBe(401);
		expect(await signedPost(host.webhookUrl(), message(1))).toBe(200);
		expect(host.executions).toHaveLength(1);
	});

	it('asks Meta to deliver an event again that another delivery has in hand, and releases the others', async () => {
		const host = await start('in hand');
		let respond: () => void = () => undefined;
		host.beforeResponse = () => new Promise((resolve) => (respond = resolve));
		const first = deliver(host, [message(1)]);
		await until(() => host.executions.length === 1);
		host.beforeResponse = () => Promise.resolve();
		expect(await deliver(host, [message(1), both(1, 2)])).toEqual([503, 503]);
		expect(await deliver(host, [message(2)])).toEqual([200]);
		expect(started(host)).toEqual(['message wamid.1', 'message wamid.2']);
		respond();
		expect(await first).toEqual([200]);
		expect(await deliver(host, [message(1), both(1, 2)])).toEqual([200, 200]);
		expect(host.executions).toHaveLength(2);
		expect(host.log).toEqual([]);
	});

	it('waits for the response to another delivery of the event', async () => {
		const host = await start('waits');
		let respond: () => void = () => undefined;
		host.beforeResponse = () => new Promise((resolve) => (respond = resolve));
		const both = [message(1), message(1)].map((body) => deliver(host, [body]));
		await until(() => host.requests === 2 && host.executions.length === 1);
		respond();
		expect(await Promise.all(both)).toEqual([[200], [200]]);
		expect(host.executions).toHaveLength(1);
	});

	it.each([{ markAsRead: true }, { downloadMedia: true }])(
		'starts on the redelivery of an event that it could not process: %j',
		async (options) => {
			let stored = credentialFor('http://127.0.0.1:1', { apiVersion: 'v25' });
			const host = await TriggerHost.start({
				credential: () => stored,
				parameters: { events: ['messages'], [optionsName]: options },
			});
			hosts.push(host);
			const image = { id: '1', mime_type: 'image/png', sha256: '' };
			const withImage = JSON.stringify(messagePayload({ id: 'wamid.again', type: 'image', image }));
			expect(await deliver(host, [withImage])).toEqual([500]);
			expect(started(host)).toEqual([]);
			stored = credentialFor('http://127.0.0.1:1');
			processState.reset();
			expect(await deliver(host, [withImage])).toEqual([200]);
			// A file is downloaded after Meta has its response.
			await until(() => started(host).length > 0);
			expect(started(host)).toEqual(['message wamid.again']);
		},
	);
});
