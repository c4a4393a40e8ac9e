import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { INodeParameters } from 'n8n-workflow';

import { startSimulator } from '../../simulator';
import type { AcceptedMessage, Simulator } from '../../simulator';
import { seededRandom } from '../../simulator/graph/faults';
import type { BroadcastJob, RowResult } from '../support/broadcastProcess';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { statusPayload } from '../unit/trigger/payloads';

const count = 10_000;
const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
let simulator: Simulator;
let host: TriggerHost;

// Only ends what hangs.
jest.setTimeout(600_000);

describe('A broadcast with keys whose process is killed', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		host = await TriggerHost.start({
			credential: () => credentialFor(simulator.url),
			parameters: { events: ['statuses'] },
		});
	});
	afterAll(async () => {
		await host.stop();
		await simulator.stop();
	});
	beforeEach(async () => {
		await simulator.reset();
		simulator.updateSettings({
			latencyMs: 30,
			messagesPerSecond: null,
			pairLimit: null,
			enforceCustomerServiceWindow: false,
		});
	});

	/** Starts another process with the memory of this one. */
	function start(name: string, options: INodeParameters = {}): ChildProcess {
		const job: BroadcastJob = { url: simulator.url, name, count, options };
		// jest's copy of the variables names the folder of the memory.
		return spawn(
			process.execPath,
			['--import', tsx, require.resolve('../support/broadcastProcess.ts'), JSON.stringify(job)],
			{ stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: process.env },
		);
	}

	async function resultsOf(child: ChildProcess): Promise<RowResult[]> {
		const [results] = (await once(child, 'message')) as [RowResult[]];
		return results;
	}

	const run = (name: string, options?: INodeParameters) => resultsOf(start(name, options));
	const keyOf = ({ body }: AcceptedMessage) => String(body.biz_opaque_callback_data);
	const rowOf = (message: AcceptedMessage) => Number(keyOf(message).split('-').at(-1));
	const sentRows = () => simulator.messages().map(rowOf);
	const rows = (results: RowResult[], wanted: RowResult) =>
		results.flatMap((result, row) => (result === wanted ? [row] : []));
	const missing = () => {
		const sent = new Set(sentRows());
		return Array.from({ length: count }, (_row, index) => index).filter((row) => !sent.has(row));
	};
	const expectNoneTwice = () => expect(new Set(sentRows()).size).toBe(simulator.messages().length);

	/** Delivers the first status of messages, as Meta does. */
	async function deliverStatuses(messages: readonly AcceptedMessage[]): Promise<void> {
		const left = [...messages];
		const next = async (): Promise<void> => {
			const message = left.shift();
			if (!message) return;
			const status = {
				id: message.id,
				status: 'sent',
				recipient_id: String(message.body.to).slice(1),
				biz_opaque_callback_data: keyOf(message),
			};
			expect(await signedPost(host.webhookUrl(), JSON.stringify(statusPayload(status)))).toBe(200);
			await next();
		};
		await Promise.all(Array.from({ length: 20 }, next));
	}

	it.each([1, 2])('is sent once: seed %d', async (seed) => {
		const random = seededRandom(seed);
		const name = `killed-${seed}`;
		const killAfter = Math.floor(random() * (count - 100));
		const first = start(name);
		await until(() => simulator.messages().length > killAfter);
		first.kill('SIGKILL');
		await once(first, 'exit');
		const sentBefore = simulator.messages();
		const withStatus = sentBefore.filter(() => random() < 0.5);
		await deliverStatuses(withStatus);

		const second = await run(name);
		expectNoneTwice();
		const unknown = rows(second, 'unknown');
		// What the killed process had in hand, and nothing else.
		expect(unknown).not.toEqual([]);
		expect(unknown.length).toBeLessThanOrEqual(256);
		expect(rows(second, 'notAccepted')).toEqual([]);
		expect(missing().filter((row) => !unknown.includes(row))).toEqual([]);
		// A status settles what is unknown.
		expect(withStatus.map(rowOf).filter((row) => unknown.includes(row))).toEqual([]);

		// Some of it may have arrived only after the kill.
		const inHand = simulator.messages().filter((message) => unknown.includes(rowOf(message)));
		await deliverStatuses(inHand);
		const lost = missing();
		const third = await run(name, { onUnknownOutcome: 'sendAgain' });
		expectNoneTwice();
		expect(missing()).toEqual([]);
		expect(rows(third, 'sent')).toEqual(lost);
	});

	it('is sent once by three processes at the same time', async () => {
		const results = await Promise.all([run('together'), run('together'), run('together')]);
		expectNoneTwice();
		expect(missing()).toEqual([]);
		const sent = results.flatMap((result) => rows(result, 'sent'));
		expect(sent.sort((one, other) => one - other)).toEqual([...Array(count).keys()]);
		expect(results.flatMap((result) => rows(result, 'alreadySent'))).toHaveLength(2 * count);
	});
});
