import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

import type { Store } from '../../../nodes/memory/store';
import { until } from '../until';
import type { Opener, Place } from './place';

/**
 * What a store promises that several processes use, one of which may be killed.
 * @param opener path of a module that is an `Opener`.
 */
export function sharedStoreContract(
	name: string,
	opener: string,
	create: () => Promise<Place> | Place,
): void {
	describe(`${name}, used by two processes`, () => {
		let place: Place;
		let store: Store;
		let workers: Worker[];

		beforeEach(async () => {
			place = await create();
			const { openStore } = (await import(opener)) as Opener;
			store = openStore(place.at);
			workers = ['a', 'b'].map((worker) => new Worker(worker, opener, place.at));
			await Promise.all(workers.map((worker) => worker.ready()));
		});

		afterEach(async () => {
			await Promise.all(workers.map((worker) => worker.kill()));
			await store.close();
			await place.remove();
		});

		/** All that the workers were told is true. */
		async function expectKept(): Promise<void> {
			const won = new Map<string, string>();
			for (const worker of workers) {
				for (const key of worker.won) {
					expect([key, won.get(key)]).toEqual([key, undefined]);
					won.set(key, worker.name);
				}
			}
			const claimed = await store.entries('claimed:');
			for (const [key, winner] of won) expect([key, claimed.get(key)]).toEqual([key, winner]);
			for (const { name: worker, won: confirmed } of workers) {
				const log = await store.list(`log:${worker}`);
				// What was not confirmed any more may be there, too.
				expect(log.slice(0, confirmed.length)).toEqual(confirmed);
				expect(log.length - confirmed.length).toBeLessThanOrEqual(1);
			}
			await place.check?.();
		}

		it('each of 2,000 keys is won once', async () => {
			for (const worker of workers) worker.begin(2_000);
			await Promise.all(workers.map((worker) => worker.ended()));
			expect(workers.flatMap(({ won }) => won)).toHaveLength(2_000);
			expect((await store.entries('claimed:')).size).toBe(2_000);
			await expectKept();
		});

		it.each([3, 50, 211, 742])(
			'what it had confirmed is there after one was killed, %i keys in, and the other goes on',
			async (lines) => {
				const [killed, other] = workers as [Worker, Worker];
				for (const worker of workers) worker.begin(Infinity);
				await until(() => killed.won.length >= lines);
				await killed.kill();
				const before = other.won.length;
				await until(() => other.won.length > before + 200);
				await other.kill();
				await expectKept();
			},
		);
	});
}

/** A process that claims keys, see worker.ts. */
class Worker {
	/** Keys that it says it has won, in this order. */
	readonly won: string[] = [];
	private readonly child: ChildProcess;
	private readonly lines: string[] = [];
	private errors = '';

	constructor(
		readonly name: string,
		opener: string,
		at: string,
	) {
		const program = require.resolve('./worker.ts');
		this.child = spawn(
			process.execPath,
			['--import', pathToFileURL(require.resolve('tsx')).href, program, opener, at, name],
			{ stdio: 'pipe' },
		);
		this.child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
		createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
			// A killed process may leave half a line.
			const [key = '', end] = line.split(' ');
			if (end === 'won') this.won.push(key);
			else this.lines.push(line);
		});
	}

	async ready(): Promise<void> {
		await until(() => {
			this.expectWell();
			return this.lines.includes('ready');
		});
	}

	/** Begins to claim that many keys. */
	begin(count: number): void {
		this.child.stdin?.write(`${count}\n`);
	}

	async ended(): Promise<void> {
		if (this.isRunning) await once(this.child, 'close');
		this.expectWell();
	}

	async kill(): Promise<void> {
		if (!this.isRunning) return;
		const closed = once(this.child, 'close');
		this.child.kill('SIGKILL');
		await closed;
	}

	private get isRunning(): boolean {
		return this.child.exitCode === null && this.child.signalCode === null;
	}

	private expectWell(): void {
		if (this.child.exitCode) throw new Error(`Worker ${this.name} ended: ${this.errors}`);
	}
}
