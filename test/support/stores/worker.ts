/**
 * A process that claims keys of a store, at the same time as others: `worker.ts <opener> <place> <name>`. It says that
 * it is ready, reads how many, and writes each key that it has won, once the store has confirmed it.
 */
import { createInterface } from 'node:readline';

import { long, type Opener } from './place';

const [opener = '', at = '', name = ''] = process.argv.slice(2);
/** Keys that are claimed at the same time. */
const together = 10;

/** Goes on when the line is out of this process, which waits if the other is slow to read: a kill then takes no line. */
const say = async (line: string) =>
	await new Promise<void>((resolve) => process.stdout.write(`${line}\n`, () => resolve()));

async function main(): Promise<void> {
	const { openStore } = (await import(opener)) as Opener;
	const store = openStore(at);
	await store.get('opens it');
	await say('ready');
	const [count] = await new Promise<string[]>((resolve) =>
		createInterface({ input: process.stdin }).once('line', (line) => resolve([line])),
	);
	for (let first = 0; first < Number(count); first += together) {
		const keys = Array.from({ length: together }, (_, index) => `claimed:${first + index}`);
		const claims = await Promise.all(keys.map((key) => store.claim(key, name, long)));
		for (const [index, key] of keys.entries()) {
			if (claims[index] !== undefined) continue;
			await store.push(`log:${name}`, key, long, 100_000);
			await say(`${key} won`);
		}
	}
	await store.close();
	process.exit();
}

void main();
