import fc from 'fast-check';

import { processState } from '../../nodes/graphApi/processState';
import { seenEventsOf } from '../../nodes/WhatsAppBusinessTrigger/duplicates/seenEvents';
import { optionsName } from '../../nodes/WhatsAppBusinessTrigger/parameters/fields';
import { business } from '../../simulator';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagePayload, statusPayload } from '../unit/trigger/payloads';

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

const message = (index: number) =>
	JSON.stringify(messagePayload({ id: `wamid.${index}`, type: 'text', text: { body: 'Hi' } }));
const status = (index: number) =>
	JSON.stringify(statusPayload({ id: `wamid.${index}`, status: 'read', recipient_id: '1650' }));

/** Deliveries of messages (even numbers) and statuses of them (odd numbers), with duplicates, in any order. */
const deliveries = fc.array(fc.nat({ max: 60 }), { maxLength: 100, size: 'max' });
const body = (index: number) => (index % 2 === 0 ? message(index) : status(index - 1));
const eachOnce = (delivered: readonly number[]) =>
	[...new Set(delivered)]
		.map((index) => (index % 2 === 0 ? `message wamid.${index}` : `status wamid.${index - 1}`))
		.sort();

/** Delivers 20 bodies at a time, as Meta does. */
async function deliver(to: TriggerHost, bodies: readonly string[]): Promise<number[]> {
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

/** Ends the process: data on disk stays, data in memory is lost. */
async function endProcess(host: TriggerHost, nodeId: string): Promise<void> {
	await host.stop();
	hosts.splice(hosts.indexOf(host), 1);
	await seenEventsOf(`test/${nodeId}`, fail).remember([]);
	processState.reset();
}

function fail(what: string): never {
	throw new Error(what);
}

function started(...from: TriggerHost[]): string[] {
	return from
		.flatMap(({ executions }) => executions.flat())
		.map(({ json }) => `${String(json.event)} ${String(json.id)}`)
		.sort();
}

describe('A trigger that receives events more than once', () => {
	it('starts one execution per event, in any order and number of deliveries', async () => {
		let run = 0;
		await fc.assert(
			fc.asyncProperty(deliveries, async (delivered) => {
				const host = await start(`any order ${++run}`);
				const statuses = await deliver(host, delivered.map(body));
				expect(statuses.filter((code) => code !== 200)).toEqual([]);
				expect(started(host)).toEqual(eachOnce(delivered));
				expect(host.executions).toHaveLength(eachOnce(delivered).length);
				expect(host.log).toEqual([]);
			}),
			{ numRuns: 20 },
		);
	});

	it('starts one execution per event if n8n restarts in the middle', async () => {
		let run = 0;
		await fc.assert(
			fc.asyncProperty(deliveries, fc.nat({ max: 100 }), async (delivered, restartAfter) => {
				const nodeId = `restart ${++run}`;
				const before = await start(nodeId);
				await deliver(before, delivered.slice(0, restartAfter).map(body));
				await endProcess(before, nodeId);
				const after = await start(nodeId);
				await deliver(after, delivered.slice(restartAfter).map(body));
				expect(started(before, after)).toEqual(eachOnce(delivered));
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
