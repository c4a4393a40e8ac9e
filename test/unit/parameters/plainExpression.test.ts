import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';

import {
	notPlain,
	plainExpression,
} from '../../../nodes/WhatsAppBusiness/parameters/plainExpression';
import { credentialFor } from '../../support/credential';
import { runNode } from '../../support/engine';
import { item, onePart, template } from '../../support/expressions';

interface Compared {
	expression: unknown;
	/** What n8n's evaluator gives, or its error. */
	n8n: unknown;
	/** What is read without it. */
	ours: unknown;
}

/** Evaluates expressions for items in n8n's real engine, and without it. */
async function compare(expressions: unknown[], items: IDataObject[]): Promise<Compared[]> {
	const compared: Compared[] = [];
	const node: INodeType = {
		description: {
			displayName: 'Compare',
			name: 'compare',
			group: [],
			version: 1,
			description: '',
			defaults: { name: 'Compare' },
			inputs: ['main'],
			outputs: ['main'],
			properties: expressions.map((_expression, index) => ({
				...{ displayName: 'P', name: `p${index}`, type: 'string', default: '' },
			})),
		},
		execute(this: IExecuteFunctions) {
			const received = this.getInputData();
			expressions.forEach((expression, index) => {
				const plain = plainExpression(expression);
				received.forEach(({ json }, itemIndex) => {
					const evaluate = () =>
						this.getNodeParameter(`p${index}`, itemIndex, undefined, { skipValidation: true });
					compared.push({
						expression,
						n8n: attempt(evaluate),
						ours: plain ? plain(json) : notPlain,
					});
				});
			});
			return Promise.resolve([[]]);
		},
	};
	const parameters = Object.fromEntries(
		expressions.map((expression, index) => [`p${index}`, expression]),
	) as INodeParameters;
	const credential = credentialFor('http://127.0.0.1:1');
	const { error } = await runNode({
		...{ node, parameters, credential },
		items: items.map((json) => ({ json })),
	});
	if (error) throw error;
	return compared;
}

function attempt(action: () => unknown): unknown {
	try {
		return action();
	} catch (error) {
		return error;
	}
}

const differing = (all: readonly Compared[]) =>
	all.filter(({ n8n, ours }) => ours !== notPlain && !isDeepStrictEqual(n8n, ours));

const expression = fc.oneof(
	{ weight: 3, arbitrary: onePart },
	{ weight: 4, arbitrary: template },
	fc.record({ __rl: fc.constant(true), mode: fc.constant('id'), value: template }),
	fc.record({
		options: fc.record({ one: template, fixed: fc.constant('x'), none: fc.constant(null) }),
	}),
	fc.array(template, { maxLength: 3 }),
);

describe('plainExpression', () => {
	it('gives the same as n8n, or leaves it to n8n', async () => {
		let plain = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(expression, { minLength: 1, maxLength: 12 }),
				fc.array(item, { minLength: 1, maxLength: 4 }),
				async (expressions, items) => {
					const compared = await compare(expressions, items);
					plain += compared.filter(({ ours }) => ours !== notPlain).length;
					expect(differing(compared)).toEqual([]);
				},
			),
			{ numRuns: 300 },
		);
		// Otherwise the comparison says nothing.
		expect(plain).toBeGreaterThan(300);
	});

	const json = { a: 'text', b: { 'c d': [0, 'x'] }, yes: true, no: false, zero: 0, nothing: null };

	it.each<[unknown, unknown]>([
		['={{ $json.a }}', 'text'],
		['={{$json["a"]}}', 'text'],
		["={{ $json['b']['c d'][1] }}", 'x'],
		['={{ $json.b["c d"].length }}', 2],
		['={{ $json.zero }}', 0],
		['={{ $json.yes }}', true],
		['={{ $json.missing }}', undefined],
		['=Hello {{ $json.a }}!', 'Hello text!'],
		['={{ $json.zero }}{{ $json.no }}{{ $json.missing }}', '0false'],
		['=plain', 'plain'],
		[
			{ mode: 'id', value: '={{ $json.a }}', list: ['={{ $json.yes }}'] },
			{ mode: 'id', value: 'text', list: [true] },
		],
	])('reads %j', async (stored, expected) => {
		expect(plainExpression(stored)?.(json)).toEqual(expected);
		expect(differing(await compare([stored], [json]))).toEqual([]);
	});

	it.each([
		'={{ $json.nothing }}',
		'={{ $json.b }}',
		'={{ $json.missing.part }}',
		'={{ $json.a.length }}',
	])('leaves the value of %s to n8n', (stored) => {
		expect(plainExpression(stored)?.(json)).toBe(notPlain);
	});

	it.each([
		'={{ $json }}',
		'={{ $json.a.toUpperCase() }}',
		// An octal number, which is another one.
		'={{ $json.a[010] }}',
		'={{ $json.constructor }}',
		'={{ $json.__proto__ }}',
		'={{ $json["prototype"] }}',
		'={{ $("Start").item.json.a }}',
		'={{ $json.a }} \\{{ $json.a }}',
	])('leaves %s to n8n', (stored) => {
		expect(plainExpression(stored)).toBeUndefined();
	});

	it('gives the parts without an expression as they are stored, not a copy for each item', () => {
		const stored = { value: { one: '={{ $json.a }}' }, schema: [{ id: 'one' }] };
		const read = plainExpression(stored)?.(json) as typeof stored;
		expect(read).toEqual({ value: { one: 'text' }, schema: [{ id: 'one' }] });
		expect(read.schema).toBe(stored.schema);
	});

	it('leaves a very long one to n8n', () => {
		expect(plainExpression(`=${'x'.repeat(10_001)}`)).toBeUndefined();
	});
});
