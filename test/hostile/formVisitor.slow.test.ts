import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import type { FormField } from '../../nodes/WhatsAppBusiness/sendAndWait/formFields';
import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { WaitingExecution } from '../support/waitingExecution';
import { expectProportionate, expectSimilarCost } from './support/cost';
import { expectNothingSecret, secretCredential } from './support/secrets';

const credential = secretCredential('http://127.0.0.1:1');
const page = { title: 'Title', text: 'Text', submit: 'Send', thanks: 'Thank you' };
const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
	label: `A ${type}`,
	type,
	required: false,
	options: type === 'dropdown' ? ['One', 'Two'] : [],
	...more,
});
const types: Array<FormField['type']> = [
	'checkbox',
	'date',
	'dropdown',
	'email',
	'number',
	'text',
	'textarea',
];
const servers: Server[] = [];
let asked = 0;

interface Waiting {
	url: string;
	execution: WaitingExecution;
	/** The data of the replies with which the execution continued. */
	replies(): unknown[];
}

/** An execution that waits for the reply to a question on a page. */
async function waitFor(changes: Partial<PendingQuestion>): Promise<Waiting> {
	const id = `question${++asked}`;
	const question: PendingQuestion = {
		id,
		responseType: 'customForm',
		choices: [],
		fields: [],
		page,
		...changes,
	};
	const execution = new WaitingExecution(credential, question);
	const server = createServer(execution.listener);
	servers.push(server);
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/?signature=ab&question=${id}`,
		execution,
		replies: () => execution.resumed.flat().map(({ json }) => json.data),
	};
}

async function send(
	url: string,
	init: RequestInit,
): Promise<{ status: number; html: string; headers: Headers }> {
	const response = await fetch(url, { method: 'POST', ...init });
	const html = await response.text();
	expectNothingSecret(credential, html, [...response.headers]);
	expect(html).not.toMatch(/\n[ \t]{1,9}at |Error:/);
	return { status: response.status, html, headers: response.headers };
}

function form(fields: Array<readonly [string, string]>): RequestInit {
	const body = new FormData();
	for (const [name, value] of fields) body.append(name, value);
	return { body };
}

const jsonBody = (text: string): RequestInit => ({
	headers: { 'content-type': 'application/json' },
	body: text,
});

/** The attacker has the link of a question, as everyone has who was asked, and may send anything to it. */
describe('A hostile visitor of the reply page', () => {
	afterEach(async () => {
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
		expect(({} as IDataObject).polluted).toBeUndefined();
	});

	const bombs: Array<[string, (length: number) => string]> = [
		['addresses', (length) => `${'@.'.repeat(length / 2)} x`],
		['ats', (length) => '@'.repeat(length)],
		['dots', (length) => `a@${'.'.repeat(length)}`],
		['dotted words', (length) => `a@${'a.'.repeat(length / 2)} `],
		['spaces', (length) => `a${' '.repeat(length)}a`],
		['line breaks', (length) => `a${'\n'.repeat(length)}a`],
		['digits', (length) => `${'1'.repeat(length)}x`],
		['a number with an exponent', (length) => `1e${'9'.repeat(length)}`],
		['a date', (length) => `2025-${'0'.repeat(length)}`],
		['tags', (length) => '<'.repeat(length)],
		['ampersands', (length) => '&'.repeat(length)],
		['emoji', (length) => '🏳️‍🌈'.repeat(length / 6)],
		['half characters', (length) => '\ud83c'.repeat(length)],
	];
	describe.each<FormField['type']>(['date', 'email', 'number', 'textarea'])(
		'fills a %s field',
		(type) => {
			it.each(bombs)('with 64 KB of %s, at the cost of other texts', async (_name, bomb) => {
				const waiting = await waitFor({ fields: [field(type)] });
				await expectProportionate(async (text) => {
					waiting.execution.resumed.length = 0;
					// n8n takes the fields of a form in JSON, too, and the test reads JSON faster.
					await send(waiting.url, jsonBody(JSON.stringify({ data: { 'field-0': text } })));
				}, bomb);
			});
		},
	);

	describe.each(types)('fills a %s field', (type) => {
		it('with 3 MB, which does not reach the workflow', async () => {
			const waiting = await waitFor({ fields: [field(type)] });
			const { status, html } = await send(
				waiting.url,
				form([['field-0', 'a'.repeat(3 * 1024 * 1024)]]),
			);
			expect(status).toBeGreaterThanOrEqual(400);
			expect(status).toBeLessThan(500);
			expect(html.length).toBeLessThan(4 * 1024 * 1024);
			expect(waiting.replies()).toEqual([]);
		});

		it.each<[string, string]>([
			['a script', '<script>alert(1)</script>'],
			['the end of an attribute', '"><img src=x onerror=alert(1)>'],
			['the end of a text area', '</textarea><script>alert(1)</script>'],
			['the end of an attribute with an apostrophe', "' onfocus=alert(1) autofocus '"],
			['an entity', '&lt;script&gt;alert(1)&lt;/script&gt;'],
			['an expression of n8n', '{{ $env }}'],
		])('with %s, which the page shows as text', async (_name, text) => {
			const waiting = await waitFor({ fields: [field(type), field('text', { required: true })] });
			const { status, html, headers } = await send(waiting.url, form([['field-0', text]]));
			expect(status).toBe(422);
			expect(html).not.toMatch(/<script|<img|alert\(1\)<\/script|" on|' on|"' on/);
			expect(headers.get('content-security-policy')).toMatch(/sandbox/);
			expect(waiting.replies()).toEqual([]);
		});
	});

	it('sends 10,000 fields, of which the form takes its own', async () => {
		const waiting = await waitFor({ fields: [field('text')] });
		const many = Array.from({ length: 10_000 }, (_none, index) => [`field-${index}`, 'a'] as const);
		const { status } = await send(waiting.url, form(many));
		expect(status).toBe(200);
		expect(waiting.replies()).toEqual([{ 'A text': 'a' }]);
	});

	it.each<[string, Array<readonly [string, string]>]>([
		[
			'unknown fields',
			[
				['field-1', 'a'],
				['field--1', 'a'],
				['field-0x0', 'a'],
				['FIELD-0', 'a'],
				['data', 'a'],
			],
		],
		[
			'keys that everything inherits',
			[
				['__proto__', 'a'],
				['constructor', 'a'],
				['toString', 'a'],
				['__proto__[polluted]', 'a'],
				['constructor.prototype.polluted', 'a'],
			],
		],
		['a choice', [['choice', '0']]],
	])('sends %s, which change nothing', async (_name, fields) => {
		const waiting = await waitFor({ fields: [field('text')] });
		await send(waiting.url, form(fields));
		expect(waiting.replies()).toEqual([{ 'A text': null }]);
	});

	it.each<[string, Partial<PendingQuestion>, Array<readonly [string, string]>]>([
		[
			'a field twice',
			{ fields: [field('text', { required: true })] },
			[
				['field-0', 'a'],
				['field-0', 'b'],
			],
		],
		[
			'a choice twice',
			{
				responseType: 'approval',
				choices: [
					{ title: 'Yes', value: 'approved' },
					{ title: 'No', value: 'declined' },
				],
			},
			[
				['choice', '0'],
				['choice', '1'],
			],
		],
		[
			'a choice that does not exist',
			{ responseType: 'approval', choices: [{ title: 'Yes', value: 'approved' }] },
			[['choice', '1']],
		],
		[
			'a choice that everything inherits',
			{ responseType: 'choice', choices: [{ title: 'Yes', value: 'approved' }] },
			[['choice', 'length']],
		],
		[
			'a choice in another spelling',
			{ responseType: 'choice', choices: [{ title: 'Yes', value: 'approved' }] },
			[['choice', '00']],
		],
		[
			'an option that is not in the list',
			{ fields: [field('dropdown', { required: true })] },
			[['field-0', 'Three']],
		],
		['no required field', { fields: [field('text', { required: true })] }, [['a', 'b']]],
		['a number that is too large', { fields: [field('number')] }, [['field-0', '1e999']]],
		['a number that is none', { fields: [field('number')] }, [['field-0', 'NaN']]],
		['a day that does not exist', { fields: [field('date')] }, [['field-0', '2025-02-31']]],
		['two addresses', { fields: [field('email')] }, [['field-0', 'a@example.com,b@example.com']]],
		[
			'an address with a line break',
			{ fields: [field('email')] },
			[['field-0', 'a@example.com\r\nBcc: b@example.com']],
		],
	])('sends %s, which is not taken', async (_name, question, fields) => {
		const waiting = await waitFor(question);
		const { status } = await send(waiting.url, form(fields));
		expect(status).toBe(422);
		expect(waiting.replies()).toEqual([]);
	});

	const questions: Array<[string, Partial<PendingQuestion>]> = [
		['a form', { fields: [field('text', { required: true })] }],
		['an approval', { responseType: 'approval', choices: [{ title: 'Yes', value: 'approved' }] }],
	];
	describe.each(questions)('answers %s', (_question, question) => {
		it.each<[string, RequestInit]>([
			['with JSON', jsonBody('{"a":1}')],
			['with null', jsonBody('null')],
			['with a number', jsonBody('1')],
			['with a text in JSON', jsonBody('"data"')],
			['with a list', jsonBody('[]')],
			['with data that is null', jsonBody('{"data":null}')],
			['with data that is a text', jsonBody('{"data":"field-0"}')],
			['with data that is a list', jsonBody('{"data":["a"]}')],
			['with lists instead of texts', jsonBody('{"data":{"field-0":["a"],"choice":["0"]}}')],
			[
				'with objects instead of texts',
				jsonBody('{"data":{"field-0":{"length":1},"choice":{"a":0}}}'),
			],
			['with numbers instead of texts', jsonBody('{"data":{"field-0":1,"choice":0}}')],
			[
				'with keys that everything inherits',
				jsonBody('{"data":{"__proto__":{"field-0":"a","choice":"0","polluted":"yes"}}}'),
			],
			[
				'with JSON nested 100,000 deep',
				jsonBody(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
			],
			['with a text', { headers: { 'content-type': 'text/plain' }, body: 'field-0=a&choice=0' }],
			[
				'with a form of another kind',
				{
					headers: { 'content-type': 'application/x-www-form-urlencoded' },
					body: 'data[field-0]=a&data[choice]=0&field-0=a&choice=0',
				},
			],
			[
				'with XML',
				{
					headers: { 'content-type': 'application/xml' },
					body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><data>&b;</data>',
				},
			],
			['with nothing', {}],
			['without a type', { headers: { 'content-type': '' }, body: 'a' }],
		])('%s, which does not end the wait', async (_name, init) => {
			const waiting = await waitFor(question);
			const { status, html } = await send(waiting.url, init);
			expect(status).toBe(422);
			expect(html).not.toContain('root:');
			expect(waiting.replies()).toEqual([]);
			expect(waiting.execution.failures).toEqual([]);
		});

		it.each<[string, (url: string) => string]>([
			['no question', (url) => url.replace(/&question=.*/, '')],
			['an empty question', (url) => url.replace(/question=.*/, 'question=')],
			['another question', (url) => url.replace(/question=.*/, 'question=another')],
			[
				'a question of 12 KB',
				(url) => url.replace(/question=.*/, `question=${'a'.repeat(12_000)}`),
			],
			['a list', (url) => url.replace('question=', 'question[]=')],
			['an object', (url) => url.replace('question=', 'question[__proto__]=')],
		])('with %s in the link, which shows and takes nothing', async (_name, change) => {
			const waiting = await waitFor(question);
			for (const method of ['GET', 'POST']) {
				const body =
					method === 'POST'
						? form([
								['field-0', 'a'],
								['choice', '0'],
							])
						: {};
				const { status, html } = await send(change(waiting.url), { method, ...body });
				expect(status).toBe(410);
				expect(html).not.toContain('<form');
			}
			expect(waiting.replies()).toEqual([]);
		});

		it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
			'with %s, which does not end the wait',
			async (method) => {
				const waiting = await waitFor(question);
				const url = `${waiting.url}&field-0=a&choice=0`;
				await send(url, { method });
				expect(waiting.replies()).toEqual([]);
			},
		);

		it('50 times at once, of which one counts', async () => {
			const waiting = await waitFor(question);
			const reply = form([
				['field-0', 'a'],
				['choice', '0'],
			]);
			await Promise.all(Array.from({ length: 50 }, () => send(waiting.url, reply)));
			expect(waiting.replies()).toHaveLength(1);
		});
	});

	it('answers a question in the chat on its page', async () => {
		const waiting = await waitFor({
			page: undefined,
			responseType: 'approval',
			choices: [{ title: 'Yes', value: 'approved' }],
		});
		for (const init of [
			form([['choice', '0']]),
			jsonBody('{"token":"a","from":"1"}'),
			jsonBody('null'),
			{},
		]) {
			const { status } = await send(waiting.url, init);
			expect(status).toBe(401);
		}
		expect(waiting.replies()).toEqual([]);
		expect(waiting.execution.failures).toEqual([]);
	});

	it('is answered where nobody waits any more', async () => {
		const waiting = await waitFor({});
		const closed = new WaitingExecution(credential, undefined);
		const server = createServer(closed.listener);
		servers.push(server);
		await once(server.listen(0, '127.0.0.1'), 'listening');
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?question=a`;
		for (const init of [form([['field-0', 'a']]), jsonBody('null')]) {
			expect((await send(url, init)).status).toBe(410);
		}
		expect([closed.failures, waiting.replies()]).toEqual([[], []]);
	});

	it('sends 20,000 fields at about twice the cost of 10,000', async () => {
		const waiting = await waitFor({ fields: [field('text', { required: true })] });
		const many = (count: number) => {
			const data = Object.fromEntries(
				Array.from({ length: count }, (_none, index) => [`a${index}`, 'a']),
			);
			return () => send(waiting.url, jsonBody(JSON.stringify({ data })));
		};
		await expectSimilarCost(many(20_000), many(10_000), '20,000 fields');
	});
});
