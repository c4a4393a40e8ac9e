import { eventKinds } from '../../nodes/WhatsAppBusinessTrigger/events/eventKinds';
import { credentialFor } from '../support/credential';
import { randomNumbers } from '../support/random';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import examples from '../unit/trigger/metaWebhookExamples.json';

// A failure is repeated by its seed.
const seeds = Array.from({ length: 8 }, (_, index) => index + 1);
const payloadsPerSeed = 250;

const strange: unknown[] = [
	null,
	true,
	0,
	-1,
	1e308,
	'',
	'\u0000\ud800',
	'9'.repeat(400),
	[],
	{},
	[[]],
	[null, 1, 'a'],
	{ id: {} },
	{ toString: 'x', constructor: null },
	{ length: 3 },
	'2025-02-30',
];
const keys = ['__proto__', 'constructor', 'length', 'id', 'type', 'messages', 'history', 'threads'];

let host: TriggerHost;
beforeAll(async () => {
	host = await TriggerHost.start({
		credential: () => credentialFor('http://127.0.0.1:1'),
		parameters: {
			events: eventKinds.map(({ value }) => value),
			filters: {
				textContains: '',
				textPattern: '.*',
				sender: '16505551234',
				maximumAge: 99_999_999,
				replyTo: '',
			},
		},
	});
});
afterAll(() => host.stop());
beforeEach(() => {
	host.executions.length = 0;
	host.log.length = 0;
});

/** The value with some of its parts replaced, removed, repeated, swapped or added. */
function damaged(value: unknown, random: () => number): unknown {
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
	if (random() < 0.03) return pick(strange);
	if (Array.isArray(value)) {
		const list = value.map((entry) => damaged(entry, random));
		if (random() < 0.1) list.push(pick(strange));
		if (random() < 0.1) list.push(...list);
		return list;
	}
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value)
		.filter(() => random() > 0.03)
		.map(([key, entry]): [string, unknown] => [
			random() < 0.02 ? pick(keys) : key,
			damaged(entry, random),
		]);
	if (random() < 0.03) entries.push([pick(keys), pick(strange)]);
	return Object.fromEntries(entries);
}

it.each(seeds)('takes in damaged payloads without an error, seed %i', async (seed) => {
	const random = randomNumbers(seed);
	const originals = Object.values(examples) as unknown[];
	for (let count = 0; count < payloadsPerSeed; count++) {
		const original = originals[Math.floor(random() * originals.length)];
		const body = JSON.stringify(damaged(original, random));
		const answer = await signedPost(host.webhookUrl(), body);
		// A busy machine may give the pattern no time; the event passes then.
		const log = host.log.filter((line) => !line.includes('takes too long on a message'));
		// A failed expectation shows what broke it.
		expect({ body, answer: [200, 400].includes(answer), log }).toEqual({
			body,
			answer: true,
			log: [],
		});
	}
	expect(host.executions.length).toBeGreaterThan(payloadsPerSeed / 4);
});

it.each(seeds)('refuses what is not JSON, seed %i', async (seed) => {
	const random = randomNumbers(seed);
	const whole = JSON.stringify(examples['messages: Text Message']);
	for (let count = 0; count < 50; count++) {
		const body = `${whole.slice(0, Math.floor(random() * whole.length))}${random() < 0.5 ? '"' : ''}`;
		expect([body, await signedPost(host.webhookUrl(), body)]).toEqual([body, 400]);
	}
	expect(host.executions).toEqual([]);
	expect(host.log).toEqual([]);
});

it('takes in a payload that is nested thousands of levels deep', async () => {
	const depth = 5_000;
	const deep = `${'{"edit":{"message":'.repeat(depth)}null${'}}'.repeat(depth)}`;
	const body = JSON.stringify(examples['messages: edit']).replace(
		/"edit":\{.*?\}\}\}/,
		`"edit":${deep}`,
	);
	expect([200, 400]).toContain(await signedPost(host.webhookUrl(), body));
	expect(host.log).toEqual([]);
});
