import type { INodeExecutionData } from 'n8n-workflow';

import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import type { JsonObject } from '../../../nodes/graphApi/types';
import type { Path } from '../../../nodes/graphApi/path';
import type { Batch, Operation, OperationRequest } from '../../../nodes/WhatsAppBusiness/operation';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import { runBatches } from '../../../nodes/WhatsAppBusiness/run/batches';
import type { RunOutcomes } from '../../../nodes/WhatsAppBusiness/run/jobQueue';

/** Items such as `a1`: the letter is their path, and `!` at the end makes the host refuse them. */
const itemsOf = (...names: string[]): INodeExecutionData[] =>
	names.map((name) => ({ json: { name } }));

const batch: Batch = {
	size: 2,
	merge: ([first, ...others]) => ({
		...first,
		body: { names: [first, ...others].map(({ body }) => body?.name ?? null) },
	}),
	refusals: (response) =>
		new Map(
			(response.names as string[]).flatMap((name, position) =>
				name.endsWith('!')
					? [[position, { what: `${name} is wrong`, todo: '', details: 'key=secret' }] as const]
					: [],
			),
		),
	sum: (responses) => ({ calls: responses.map(({ names }) => (names as string[]).join(' ')) }),
};

const lost = (outcome: 'unknown' | 'notAccepted') =>
	new ApiError({ what: 'It broke', todo: '', outcome, retryable: false });

/** One try of a run. `fails` are the calls that fail, by their names. */
async function tryOnce(
	items: INodeExecutionData[],
	{
		fails = {},
		stopAtFailure = false,
	}: { fails?: Record<string, ApiError>; stopAtFailure?: boolean } = {},
) {
	const calls: string[] = [];
	const outcomes: RunOutcomes<INodeExecutionData[]> = {
		results: new Map(),
		failures: new Map(),
		running: new Set(),
	};
	const nameOf = (index: number) => String(items[index]?.json.name);
	await runBatches(items, {
		batch,
		prepare: (index) => {
			if (nameOf(index) === 'invalid') throw new Error('It is invalid');
			const request: OperationRequest = {
				method: 'POST',
				path: `/${nameOf(index).charAt(0)}` as Path,
				on: 'fixed',
				body: { name: nameOf(index) },
			};
			const parameters = new Parameters([], {
				value: () => undefined,
				binary: () => undefined,
				timezone: 'UTC',
			});
			return { operation: {} as Operation, parameters, request };
		},
		keyOf: (item) => item,
		send({ body }) {
			const names = body?.names as string[];
			calls.push(names.join(' '));
			const error = fails[names.join(' ')];
			return error ? Promise.reject(error) : Promise.resolve<JsonObject>({ names });
		},
		outcomes,
		failed: (_index, error) => error,
		stopped: () => stopAtFailure && outcomes.failures.size > 0,
		secrets: ['secret'],
	});
	expect(outcomes.running.size).toBe(0);
	return {
		calls,
		outputs: [...outcomes.results.values()].flat(),
		succeeded: [...outcomes.results.keys()].map(nameOf),
		failed: Object.fromEntries(
			[...outcomes.failures].map(([index, error]) => [nameOf(index), (error as Error).message]),
		),
		failures: outcomes.failures,
	};
}

describe('runBatches', () => {
	it('sends as many items together as the host takes, and gives one output for each path', async () => {
		const { calls, outputs } = await tryOnce(itemsOf('a1', 'b1', 'a2', 'a3'));
		expect(calls).toEqual(['a1 a2', 'a3', 'b1']);
		expect(outputs).toEqual([
			{ json: { calls: ['a1 a2', 'a3'] }, pairedItem: [{ item: 0 }, { item: 2 }, { item: 3 }] },
			{ json: { calls: ['b1'] }, pairedItem: [{ item: 1 }] },
		]);
	});

	it('fails what the host refuses alone, without a secret', async () => {
		const { calls, outputs, failed, failures } = await tryOnce(itemsOf('a1!', 'a2', 'a3!'));
		expect(calls).toEqual(['a1! a2', 'a3!']);
		expect(failed).toEqual({ 'a1!': 'a1! is wrong', 'a3!': 'a3! is wrong' });
		expect(outputs).toEqual([{ json: { calls: ['a1! a2'] }, pairedItem: [{ item: 1 }] }]);
		expect(failures.get(0)).toMatchObject({
			facts: { outcome: 'notAccepted', details: 'key=[hidden]' },
		});
	});

	it('fails an invalid item alone', async () => {
		const { calls, failed } = await tryOnce(itemsOf('a1', 'invalid', 'a2'));
		expect(calls).toEqual(['a1 a2']);
		expect(failed).toEqual({ invalid: 'It is invalid' });
	});

	it('sends nothing more once it is stopped', async () => {
		const fails = { 'a3 a4': lost('notAccepted') };
		const items = itemsOf('a1', 'a2', 'a3', 'a4', 'a5');
		const { calls, succeeded, failed } = await tryOnce(items, { fails, stopAtFailure: true });
		expect(calls).toEqual(['a1 a2', 'a3 a4']);
		expect(succeeded).toEqual(['a1', 'a2']);
		expect(failed).toEqual({ a3: 'It broke', a4: 'It broke' });
	});

	it('sends in the next try only what was certainly not accepted, and sums up all tries', async () => {
		const items = itemsOf('a1', 'a2', 'a3', 'a4', 'a5');
		await tryOnce(items, { fails: { 'a3 a4': lost('notAccepted') }, stopAtFailure: true });
		const { calls, outputs, failed } = await tryOnce(items);
		expect(calls).toEqual(['a3 a4', 'a5']);
		expect(failed).toEqual({});
		expect(outputs).toMatchObject([{ json: { calls: ['a1 a2', 'a3 a4', 'a5'] } }]);
	});

	it('does not send again what may have been accepted', async () => {
		const items = itemsOf('a1', 'a2', 'a3', 'a4', 'a5');
		await tryOnce(items, { fails: { 'a3 a4': lost('unknown') } });
		const { calls, outputs, failed } = await tryOnce(items);
		expect(calls).toEqual([]);
		expect(failed).toEqual({ a3: 'It broke', a4: 'It broke' });
		expect(outputs).toMatchObject([{ json: { calls: ['a1 a2', 'a5'] } }]);
	});
});
