import fc from 'fast-check';
import type { INode } from 'n8n-workflow';

import { eventKinds } from '../../nodes/shared/events/eventKinds';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import oldExamples from '../unit/trigger/metaWebhookExamples.json';

/** Meta's examples with the present time, since older deliveries start nothing. */
const examples = JSON.parse(JSON.stringify(oldExamples), (key, value: unknown) => {
	if (key !== 'timestamp' && key !== 'time') return value;
	const now = Math.floor(Date.now() / 1000);
	return typeof value === 'string' ? String(now) : now;
}) as typeof oldExamples;

const names = Object.keys(examples) as Array<keyof typeof examples>;
const strangeValues: unknown[] = [
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
const strangeKeys = [
	'__proto__',
	'constructor',
	'length',
	'id',
	'type',
	'messages',
	'history',
	'threads',
];

/** One entry of an object or list, anywhere in a payload, and its replacement. */
interface Damage {
	entry: number;
	/** None removes the entry; an empty one keeps its key and its value. */
	instead: Array<{ key?: string; value?: unknown }>;
}

const replacement = fc.record(
	{
		key: fc.constantFrom(...strangeKeys),
		value: fc.oneof(fc.constantFrom(...strangeValues), fc.jsonValue()),
	},
	{ requiredKeys: [] },
);
const damages: fc.Arbitrary<Damage[]> = fc.array(
	fc.record({ entry: fc.nat({ max: 299 }), instead: fc.array(replacement, { maxLength: 3 }) }),
	{ maxLength: 8 },
);

const isContainer = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

function entriesIn(value: unknown): number {
	if (!isContainer(value)) return 0;
	const inner = Object.values(value);
	return inner.length + inner.reduce<number>((sum, entry) => sum + entriesIn(entry), 0);
}

function damaged(payload: unknown, { entry, instead }: Damage): unknown {
	let left = entry % Math.max(1, entriesIn(payload));
	const copy = (value: unknown): unknown => {
		if (!isContainer(value)) return value;
		const entries = Object.entries(value).flatMap(([key, inner]): Array<[string, unknown]> => {
			if (left-- !== 0) return [[key, copy(inner)]];
			return instead.map((other) => [other.key ?? key, 'value' in other ? other.value : inner]);
		});
		return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
	};
	return copy(payload);
}

describe('A trigger that receives malformed payloads', () => {
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
	beforeEach(() => startAfresh());

	let triggers = 0;
	function startAfresh(): void {
		host.executions.length = 0;
		host.log.length = 0;
		// What one trigger has seen is a duplicate from then on, for that trigger only.
		(host.workflow.getNode('Trigger') as INode).id = `malformed ${++triggers}`;
	}

	const problems = () => host.log.filter((line) => !line.includes('Ignored events that are older'));

	it('responds with 200 or 400 to a damaged payload, without an error', async () => {
		const numRuns = 250;
		let started = 0;
		await fc.assert(
			fc
				.asyncProperty(fc.constantFrom(...names), damages, async (name, all) => {
					const body = JSON.stringify(all.reduce<unknown>(damaged, examples[name]));
					const status = await signedPost(host.webhookUrl(), body);
					expect([200, 400]).toContain(status);
					expect(problems()).toEqual([]);
					started += host.executions.length;
				})
				.beforeEach(startAfresh),
			{ numRuns },
		);
		// About a quarter passes the filters.
		expect(started).toBeGreaterThan(numRuns / 10);
	});

	it('responds with 400 to JSON that breaks off, and starts nothing', async () => {
		const whole = JSON.stringify(examples['messages: Text Message']);
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: whole.length - 1 }),
				fc.constantFrom('', '"'),
				async (length, end) => {
					const body = whole.slice(0, length) + end;
					expect(await signedPost(host.webhookUrl(), body)).toBe(400);
					expect([host.executions, host.log]).toEqual([[], []]);
				},
			),
		);
	});

	it.each(['account_alerts', 'security'])(
		'leaves out a change of the field %s that is nested 100,000 levels deep',
		async (field) => {
			const depth = 100_000;
			const change = { field, value: { deep: 'DEEP' } };
			const fine = { field, value: { entity_type: 'BUSINESS' } };
			const entry = [{ id: '1', changes: [change, fine] }];
			const body = JSON.stringify({ object: 'whatsapp_business_account', entry }).replace(
				'"DEEP"',
				`${'['.repeat(depth)}${']'.repeat(depth)}`,
			);
			expect(await signedPost(host.webhookUrl(), body)).toBe(200);
			expect(host.executions).toHaveLength(1);
			expect(host.executions.flat()).toMatchObject([{ json: { raw: fine.value } }]);
			expect(host.log).toEqual([]);
		},
	);

	it('takes a payload nested 10,000 levels deep', async () => {
		const depth = 5_000;
		const deep = `${'{"edit":{"message":'.repeat(depth)}null${'}}'.repeat(depth)}`;
		const body = JSON.stringify(examples['messages: edit']).replace(
			/"edit":\{.*?\}\}\}/,
			`"edit":${deep}`,
		);
		expect([200, 400]).toContain(await signedPost(host.webhookUrl(), body));
		expect(host.log).toEqual([]);
	});
});
