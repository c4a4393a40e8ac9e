import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { INode, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';

import { parseJson } from '../../nodes/graphApi/json';
import type { CredentialData } from '../../nodes/graphApi/connection';
import { replyToken, readReplyToken } from '../../nodes/shared/replyToken';
import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { meta } from '../../nodes/graphApi/webhooks/signer';
import type { Signer } from '../../nodes/graphApi/webhooks/signer';
import { ourselves, signatureHeaderOf } from '../../nodes/shared/signature';
import { reportField } from '../../nodes/shared/chatReply';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { WaitingExecution } from '../support/waitingExecution';

const [customer] = business.customers;
const { secret } = business.app;
const message = 'Shall we deliver order 4711 tomorrow?';
const asked = { resource: 'message', operation: 'sendAndWait', to: customer.waId, message };
const onPage = { ...asked, answerIn: 'page' };
const choice = (...titles: string[]) => ({
	responseType: 'choice',
	choices: { choice: titles.map((title) => ({ title })) },
});
const form = (...field: INodeParameters[]) => ({
	responseType: 'customForm',
	formFields: { field },
});
const limit = (values: INodeParameters) => ({ options: { limitWaitTime: { values } } });

let simulator: Simulator;
let credential: CredentialData;
let server: Server | undefined;

describe('Send and Wait', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		credential = credentialFor(simulator.url);
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());
	afterEach(async () => {
		await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
		server = undefined;
	});

	const ask = (
		parameters: INodeParameters,
		{
			items = [{ json: { order: 4711 } }],
			settings,
			using = credential,
		}: {
			items?: INodeExecutionData[];
			settings?: Partial<INode>;
			using?: CredentialData;
		} = {},
	) => runNode({ node: new WhatsAppBusiness(), parameters, credential: using, items, settings });

	const questionOf = (run: IRun) =>
		run.data.executionData?.contextData['node:Tested']?.question as unknown as PendingQuestion;
	const sent = () => simulator.messages().map(({ body }) => body);

	interface Interactive {
		body: { text: string };
		action: {
			buttons?: Array<{ reply: { id: string } }>;
			sections?: Array<{ rows: Array<{ id: string }> }>;
			parameters?: { url: string };
		};
	}
	const interactive = () => (sent()[0]?.interactive as Interactive).action;
	const statusToken = () => String(sent()[0]?.biz_opaque_callback_data);
	const tokens = () =>
		interactive().buttons?.map(({ reply }) => reply.id) ??
		interactive().sections?.flatMap(({ rows }) => rows.map(({ id }) => id)) ??
		[];
	const payloadOf = (token: string) => readReplyToken(token, [customer.waId], secret);

	/** Asks, and serves the waiting execution on a URL. */
	async function wait(
		parameters: INodeParameters,
		named: ConstructorParameters<typeof WaitingExecution>[2] = { id: '2' },
		using = credential,
		items?: INodeExecutionData[],
		askedWith = credential,
	) {
		const { run, error, goOn } = await ask(parameters, { items, using: askedWith });
		expect(error).toBeUndefined();
		const question = questionOf(run);
		const input = run.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0];
		const execution = new WaitingExecution(using, question, named, input);
		const started = createServer(execution.listener);
		server = started;
		await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
		const origin = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
		const link = parameters.answerIn === 'page' || parameters.responseType === 'customForm';
		const url = new URL(link ? (interactive().parameters?.url ?? '') : `${origin}/?signature=ab`);
		return {
			question,
			execution,
			goOn,
			url: `${origin}${url.pathname}${url.search}`,
			replies: () => execution.resumed.flat().map(({ json }) => json),
		};
	}

	async function postForm(url: string, fields: Record<string, string>) {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.set(name, value);
		const response = await fetch(url, { method: 'POST', body });
		return { status: response.status, html: await response.text() };
	}

	const trigger = ourselves(secret, 'reply to a waiting execution');

	async function postReply(url: string, reply: object, signer?: Signer) {
		const body = JSON.stringify(reply);
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(signer && signatureHeaderOf(Buffer.from(body), signer)),
			},
			body,
		});
		return { status: response.status, result: await response.json() };
	}

	async function postReport(url: string, report: object, signer?: Signer) {
		const text = JSON.stringify(report);
		const body = new FormData();
		body.set(reportField, text);
		const headers = signer && signatureHeaderOf(Buffer.from(text), signer);
		const response = await fetch(url, { method: 'POST', headers, body });
		// A visitor of a page, which an unsigned report may be, gets a page.
		return { status: response.status, result: parseJson(await response.text()) };
	}

	describe('the execution', () => {
		it('waits without a limit and keeps the item in case there is no reply', async () => {
			const { run, outputs } = await ask(asked);
			expect(run.status).toBe('waiting');
			expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
			expect(outputs[0]).toMatchObject([{ json: { order: 4711 } }]);
			expect(sent()).toHaveLength(1);
		});

		it('waits for the given interval', async () => {
			const earliest = Date.now() + 7_200_000;
			const { run } = await ask({
				...asked,
				...limit({ limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours' }),
			});
			const waitTill = Number(run.waitTill);
			expect(waitTill).toBeGreaterThanOrEqual(earliest);
			expect(waitTill).toBeLessThanOrEqual(Date.now() + 7_200_000);
			expect(payloadOf(tokens()[0] ?? '')?.until).toBe(Math.ceil(waitTill / 1000));
		});

		it('waits until the given time', async () => {
			const { run } = await ask({
				...asked,
				...limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2040-01-02T03:04:05Z' }),
			});
			expect(run.waitTill).toEqual(new Date('2040-01-02T03:04:05Z'));
		});

		it('does not wait when WhatsApp refuses the message', async () => {
			simulator.addFaults({ kind: 'graphError', code: 131047, times: 1 });
			const { run, error } = await ask(asked);
			expect(error).toMatchObject({ name: 'NodeApiError' });
			expect([run.status, run.waitTill]).toEqual(['error', undefined]);
		});

		it('continues with the error without waiting, with Continue On Fail', async () => {
			simulator.addFaults({ kind: 'graphError', code: 131047, times: 1 });
			const { run, outputs } = await ask(asked, { settings: { onError: 'continueRegularOutput' } });
			expect([run.status, run.waitTill]).toEqual(['success', undefined]);
			expect(outputs[0]).toMatchObject([{ json: { error: { code: 131047 } } }]);
		});
	});

	describe('the question', () => {
		it.each<[string, INodeParameters, number]>([
			['an approval', {}, 2],
			['buttons', choice('S', 'M', 'L'), 3],
			['a list', choice('Small', 'Medium', 'Large', 'Extra large'), 4],
		])('has a token for each choice of %s', async (_, parameters, count) => {
			const { run } = await ask({ ...asked, ...parameters });
			expect(tokens().map((token) => payloadOf(token)?.choice)).toEqual([...Array(count).keys()]);
			for (const token of tokens()) {
				expect(payloadOf(token)).toMatchObject({
					...{ executionId: 'test', nodeId: '2', questionId: questionOf(run).id, until: undefined },
					resumeSignature: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
				});
				expect(readReplyToken(token, [business.customers[1].waId], secret)).toBeUndefined();
			}
		});

		it('has a new ID each time', async () => {
			const ids = [await ask(asked), await ask(asked)].map(({ run }) => questionOf(run).id);
			expect(new Set(ids).size).toBe(2);
		});

		it('carries the token for a written reply where only the business sees it', async () => {
			await ask({ ...asked, responseType: 'freeText' });
			const { biz_opaque_callback_data: token, ...shown } = sent()[0] ?? {};
			expect(payloadOf(String(token))?.choice).toBeUndefined();
			expect(JSON.stringify(shown)).not.toContain('n8nAnswer');
		});

		it.each<[string, INodeParameters]>([
			['an approval', asked],
			['a list', { ...asked, ...choice('Small', 'Medium', 'Large', 'Extra large') }],
			['a page', onPage],
			['a page with a text', { ...onPage, responseType: 'freeText' }],
			['a form', { ...asked, ...form({ label: 'Street' }) }],
		])(
			'carries a token for its statuses that takes no written reply: %s',
			async (_, parameters) => {
				const { run } = await ask(parameters);
				expect(payloadOf(statusToken())).toMatchObject({
					choice: 0,
					questionId: questionOf(run).id,
				});
			},
		);

		it.each<[string, INodeParameters, boolean]>([
			['in the chat', asked, false],
			['on a page, which shows it', onPage, true],
		])('stored with its text for a reply %s: %p', async (_, parameters, kept) => {
			const { run } = await ask(parameters);
			expect(JSON.stringify(questionOf(run)).includes(message)).toBe(kept);
			expect(JSON.stringify(run.data.executionData?.contextData)).not.toContain(secret);
		});
	});

	describe('more than one item', () => {
		const items = [{ json: { to: 1 } }, { json: { to: 2 } }];

		it('is rejected before anything is sent', async () => {
			const { run, error } = await ask(asked, { items });
			expect(error).toMatchObject({
				message: expect.stringContaining('got 2 items') as string,
				description: expect.stringContaining("'Loop Over Items'") as string,
			});
			expect(run.waitTill).toBeUndefined();
			expect(simulator.requests()).toEqual([]);
		});

		it('returns an item with the error for each, with Continue On Fail', async () => {
			const { run, outputs } = await ask(asked, {
				items,
				settings: { onError: 'continueRegularOutput' },
			});
			expect(outputs[0]).toMatchObject(
				[0, 1].map((item) => ({
					json: { message: expect.stringContaining('got 2 items') as string },
					pairedItem: { item },
				})),
			);
			expect(run.waitTill).toBeUndefined();
			expect(simulator.requests()).toEqual([]);
		});
	});

	describe('without an app secret', () => {
		const using = () => ({ ...credential, appSecret: '' });

		it.each([{}, { responseType: 'freeText' }, choice('Yes')])(
			'%j in the chat waits for a reply, with a token that the access token seals',
			async (parameters) => {
				const { run } = await ask({ ...asked, ...parameters }, { using: using() });
				expect(run.status).toBe('waiting');
				const read = (sealedWith: string) =>
					readReplyToken(statusToken(), [customer.waId], sealedWith);
				expect(read(credential.accessToken)).toBeDefined();
				expect(read('')).toBeUndefined();
			},
		);

		it.each([
			['still empty', ''],
			['filled in meanwhile', secret],
		])(
			'takes what the trigger signs with the access token while it is %s',
			async (_, appSecret) => {
				const later = { ...credential, appSecret };
				const { url, replies } = await wait(asked, { id: '2' }, later, undefined, using());
				const reply = { token: tokens()[0], text: 'Approve', from: customer.waId, userId: null };
				const forged = ourselves('', 'reply to a waiting execution');
				expect((await postReply(url, reply, forged)).status).toBe(401);
				const own = ourselves(credential.accessToken, 'reply to a waiting execution');
				expect((await postReply(url, reply, own)).result).toEqual({ resumed: true });
				expect(replies()).toMatchObject([{ data: { approved: true } }]);
			},
		);

		it('a page accepts the reply', async () => {
			const { run } = await ask(onPage, { using: using() });
			expect(run.status).toBe('waiting');
		});
	});

	it('rejects a node ID that makes the token too long for WhatsApp', async () => {
		const { error } = await ask(asked, { settings: { id: 'x'.repeat(120) } });
		expect(error?.message).toMatch(/ID of this node/);
		expect(simulator.requests()).toEqual([]);
	});

	describe('a template', () => {
		const templateOf = (name: string, values: INodeParameters = {}): INodeParameters => ({
			...{ resource: 'message', operation: 'sendAndWait', to: customer.waId },
			responseType: 'template',
			template: { __rl: true, mode: 'list', value: `${name}|en_US` },
			templateValues: { mappingMode: 'defineBelow', value: values, schema: [] },
		});
		const solved = templateOf('sample_issue_resolution', { 'body.1': 'Pablo' });
		interface Component {
			type: string;
			index?: string;
			parameters: Array<{ payload?: string }>;
		}
		const components = () => (sent()[0]?.template as { components: Component[] }).components;

		it('has a token for each of its quick-reply buttons, short enough for WhatsApp', async () => {
			const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
			const { run } = await ask(solved, { settings: { id } });
			expect(run.status).toBe('waiting');
			const [body, ...buttons] = components();
			expect(body).toEqual({ type: 'body', parameters: [{ type: 'text', text: 'Pablo' }] });
			expect(buttons.map(({ index }) => index)).toEqual(['0', '1']);
			const payloads = buttons.map(({ parameters }) => parameters[0]?.payload ?? '');
			expect(payloads.map((token) => payloadOf(token)?.choice)).toEqual([0, 1]);
			for (const token of payloads) expect(token.length).toBeLessThanOrEqual(128);
			// A written message is no reply.
			expect(payloadOf(statusToken())?.choice).toBe(0);
		});

		it('sends the files and values of Send Template', async () => {
			const values = { 'header.image.file': 'https://example.com/a.jpg', 'body.1': 'the fair' };
			const more = { 'body.2': '€9', 'body.3': 'March' };
			await ask(templateOf('ticket_purchase', { ...values, ...more }));
			expect(components().map(({ type }) => type)).toEqual(['header', 'body', 'button', 'button']);
		});

		it('gives the text of the tapped button', async () => {
			const { url, replies } = await wait(solved);
			const token = components()[2]?.parameters[0]?.payload;
			const from = { from: customer.waId, userId: null };
			await postReply(url, { token, text: 'No', type: 'button', ...from }, trigger);
			expect(replies()).toMatchObject([{ answered: true, data: { choice: 'No' }, text: 'No' }]);
		});

		it.each([
			['has no such button', 'hello_world', /'hello_world' has no quick-reply button/],
			['does not exist', 'no_such_template', /'no_such_template' does not exist in the language/],
		])('that %s is not sent', async (_, name, text) => {
			const { error, run } = await ask(templateOf(name));
			expect(error?.message).toMatch(text);
			expect(run.waitTill).toBeUndefined();
			expect(sent()).toEqual([]);
		});
	});

	describe('the item afterwards', () => {
		const order = { id: 4711, from: 'shop', approved: true };
		// As another question before this one leaves it.
		const earlier = {
			data: { approved: true },
			answered: true,
			answeredAt: '2026-11-20T09:30:00Z',
		};
		const input: INodeExecutionData = {
			json: { order, from: 'shop', ...earlier },
			binary: { data: { data: 'aQ==', mimeType: 'text/plain' } },
		};
		const responses: Array<[string, INodeParameters]> = [
			['an approval', asked],
			['a choice', { ...asked, ...choice('S', 'M') }],
			['a free text', { ...asked, responseType: 'freeText' }],
			['an approval on a page', onPage],
			['a form', { ...asked, ...form({ label: 'Street' }) }],
		];
		const settings: Array<Partial<INode>> = [
			{},
			{ onError: 'continueRegularOutput' },
			{ onError: 'continueErrorOutput' },
		];

		it.each(
			responses.flatMap(([name, parameters]) =>
				settings.map((set) => [name, set, parameters] as const),
			),
		)(
			'of %s, %j, has the fields of the input and says that there was no reply',
			async (_, set, parameters) => {
				const { goOn } = await ask(parameters, { items: [input], settings: set });
				const { run, outputs } = await goOn();
				expect(run.status).toBe('success');
				expect(outputs[0]).toEqual([
					{
						json: {
							...{ order, from: 'shop', answered: false, data: null, answeredAt: null },
							...{ text: null, userId: null, profileName: null, messageId: null },
						},
						binary: input.binary,
						pairedItem: { item: 0 },
					},
				]);
				expect(run.data.resultData.runData.Start?.[0]?.data?.main?.[0]).toEqual([input]);
			},
		);

		it.each(responses)('of %s has the same fields after a reply', async (_, parameters) => {
			const unanswered = await (await ask(parameters, { items: [input] })).goOn();
			await simulator.reset();
			const { url, replies, execution, goOn } = await wait(parameters, { id: '2' }, credential, [
				input,
			]);
			if ('answerIn' in parameters || parameters.responseType === 'customForm') {
				await postForm(url, { choice: '0', 'field-0': 'Harbour 1' });
			} else {
				const token = statusToken();
				await postReply(url, { token, from: customer.waId, userId: null }, trigger);
			}
			expect(replies()).toMatchObject([
				{ order, answered: true, data: expect.any(Object) as object },
			]);
			const { outputs } = await goOn(execution.resumed.flat());
			expect(outputs[0]?.[0]?.binary).toEqual(input.binary);
			const keysOf = (items: INodeExecutionData[] | undefined) =>
				Object.keys(items?.[0]?.json ?? {});
			expect(keysOf(outputs[0]).sort()).toEqual(keysOf(unanswered.outputs[0]).sort());
			expect(outputs[0]?.[0]?.json.from).not.toBe('shop');
		});

		// n8n takes a field `approved` of the item for the decision.
		it.each(['whatsAppBusinessHitlTool', 'whatsAppBusinessTool'])(
			'of %s has no fields of the input, which could pass for the reply',
			async (type) => {
				const { goOn } = await ask(asked, {
					items: [{ json: { approved: true, chatInput: 'Refund me' } }],
					settings: { type },
				});
				const [item] = (await goOn()).outputs[0] ?? [];
				expect(item?.json).toMatchObject({ answered: false, data: null });
				expect(item?.json).not.toHaveProperty('approved');
				expect(item?.json).not.toHaveProperty('chatInput');
			},
		);
	});

	describe('that was not delivered', () => {
		const order = { id: 4711, data: 'roses' };
		const input: INodeExecutionData = { json: { order, data: 'roses' } };
		const failure = { code: 131047, message: 'Re-engagement message', details: 'Too <b>late' };
		const responses: Array<[string, INodeParameters]> = [
			['an approval', asked],
			['a choice', { ...asked, ...choice('S', 'M') }],
			['a free text', { ...asked, responseType: 'freeText' }],
			['an approval on a page', onPage],
			['a form', { ...asked, ...form({ label: 'Street' }) }],
		];

		/** Asks, and reports that the question was not delivered, as the trigger does. */
		async function fail(parameters: INodeParameters, reported: object = failure) {
			const waiting = await wait(parameters, { id: '2' }, credential, [input]);
			const url = `${new URL(waiting.url).origin}/?signature=ab`;
			const report = { token: statusToken(), from: customer.waId, userId: null, failure: reported };
			return { ...waiting, report: () => postReport(url, report, trigger) };
		}

		it.each(responses)('of %s ends the wait with the error, once', async (_, parameters) => {
			const { execution, report, goOn } = await fail(parameters);
			expect(await report()).toEqual({ status: 200, result: { resumed: true } });
			execution.isSlow = true;
			expect(await report()).toEqual({ status: 200, result: { resumed: false } });
			expect([execution.runsAgain, execution.resumed.length]).toEqual([true, 1]);
			const { run, error } = await goOn(execution.resumed[0], true);
			expect([run.status, run.waitTill]).toEqual(['error', undefined]);
			expect(error).toMatchObject({
				name: 'NodeApiError',
				message: 'More than 24 hours have passed since this person last wrote to you.',
				description: expect.stringMatching(
					/^Ask with the response type 'Template Button': .* Meta's details: Too < b>late\. WhatsApp accepted the message and did not deliver it; it is safe to send it again\. \(Meta error code 131047\)/,
				) as string,
			});
			expect(sent()).toHaveLength(1);
		});

		it.each<[string, object, RegExp]>([
			['an unknown code', { ...failure, code: 4711 }, /did not deliver the message: Re-engagement/],
			[
				'no reason',
				{ code: null, message: null, details: null },
				/did not deliver the message: no reason given/,
			],
		])('has an error with %s', async (_, reported, text) => {
			const { execution, report, goOn } = await fail(asked, reported);
			await report();
			expect((await goOn(execution.resumed[0], true)).error?.message).toMatch(text);
		});

		it('is asked again by a retry of the execution, with the input of before', async () => {
			const { execution, report, goOn } = await fail({ ...asked, message: '={{ $json.data }}?' });
			await report();
			const { run } = await goOn(execution.resumed[0], 'the retry');
			expect(run.status).toBe('waiting');
			const texts = sent().map(({ interactive }) => (interactive as Interactive).body.text);
			expect(texts).toEqual(['roses?', 'roses?']);
		});

		it.each<[string, object]>([
			['of another person', { from: business.customers[1].waId }],
			['with another token', { token: 'yes' }],
		])('is not a report %s', async (_, changes) => {
			const { url, execution } = await wait(asked);
			const report = { token: statusToken(), from: customer.waId, userId: null, failure };
			await postReport(url, { ...report, ...changes }, trigger);
			expect(execution.resumed).toEqual([]);
		});

		it('is not an unsigned report', async () => {
			const { execution, url } = await wait(onPage);
			const report = { token: statusToken(), from: customer.waId, userId: null, failure };
			const plain = `${new URL(url).origin}/?signature=ab`;
			expect(await postReport(plain, report)).toMatchObject({ status: 410 });
			expect(await postReport(plain, report, meta(secret))).toMatchObject({ status: 410 });
			// A page takes no reply of the chat either.
			await postReply(plain, { ...report, failure: undefined, text: 'Approve' }, trigger);
			expect(execution.resumed).toEqual([]);
		});
	});

	describe('the page', () => {
		it('shows the question and its choices and does not count a view as a reply', async () => {
			const { execution, url } = await wait(onPage);
			for (let look = 0; look < 2; look++) {
				const response = await fetch(url);
				const html = await response.text();
				expect(response.status).toBe(200);
				for (const shown of [message, '>Approve<', '>Decline<']) expect(html).toContain(shown);
				expect(response.headers.get('content-security-policy')).toMatch(/^sandbox allow-forms;/);
				expect(response.headers.get('cache-control')).toBe('no-store');
			}
			expect(execution.resumed).toEqual([]);
		});

		it.each<[string, INodeParameters, Record<string, string>, unknown]>([
			['approval', onPage, { choice: '0' }, { approved: true }],
			['refusal', onPage, { choice: '1' }, { approved: false }],
			['choice', { ...onPage, ...choice('S', 'M') }, { choice: '1' }, { choice: 'M' }],
			[
				'text',
				{ ...onPage, responseType: 'freeText' },
				{ 'field-0': 'Harbour 1' },
				{ text: 'Harbour 1' },
			],
			[
				'form',
				{ ...asked, ...form({ label: 'Street' }, { label: 'Persons', fieldType: 'number' }) },
				{ 'field-0': 'Harbour 1', 'field-1': '4' },
				{ Street: 'Harbour 1', Persons: 4 },
			],
		])('accepts the %s', async (_, parameters, fields, data) => {
			const { url, replies } = await wait(parameters);
			expect((await postForm(url, fields)).status).toBe(200);
			expect(replies()).toMatchObject([{ data, from: null, messageId: null }]);
		});

		it.each(['', ' ', '2', '-1', '0x1', '1e0', '00', 'Approve', 'constructor'])(
			'rejects the choice %j',
			async (sentChoice) => {
				const { url, replies } = await wait(onPage);
				const { status, html } = await postForm(url, { choice: sentChoice });
				expect(status).toBe(422);
				expect(html).toContain('>Approve<');
				expect(replies()).toEqual([]);
			},
		);

		it('shows what is wrong and what was typed', async () => {
			const { url, replies } = await wait({
				...asked,
				...form({ label: 'Street', required: true }, { label: 'Mail', fieldType: 'email' }),
			});
			const { status, html } = await postForm(url, { 'field-0': '<Harbour>', 'field-1': 'ada' });
			expect(status).toBe(422);
			expect(html).toContain('value="&lt;Harbour&gt;"');
			expect(html).toContain('Please enter an email address.');
			expect(replies()).toEqual([]);
		});

		it('shows and accepts nothing behind the link of another question of the same node', async () => {
			const { url, replies } = await wait(onPage);
			await simulator.reset();
			await ask({ ...onPage, message: 'The question before' });
			const { pathname, search } = new URL(interactive().parameters?.url ?? '');
			const before = `${new URL(url).origin}${pathname}${search}`;
			const looked = await fetch(before);
			expect(looked.status).toBe(410);
			expect(await looked.text()).not.toContain(message);
			expect((await postForm(before, { choice: '0' })).status).toBe(410);
			expect(replies()).toEqual([]);
			expect((await postForm(url, { choice: '1' })).status).toBe(200);
			expect(replies()).toMatchObject([{ data: { approved: false } }]);
		});
	});

	describe("the node's webhook for replies in the chat", () => {
		const from = { from: customer.waId, userId: null };

		it('accepts what the trigger signs', async () => {
			const { url, replies } = await wait(asked);
			const reply = { token: tokens()[0], text: 'Approve', ...from };
			expect(await postReply(url, reply, trigger)).toEqual({
				status: 200,
				result: { resumed: true },
			});
			expect(replies()).toMatchObject([{ data: { approved: true }, from: customer.waId }]);
		});

		it.each<[string, Signer | undefined]>([
			['unsigned', undefined],
			['signed with another secret', ourselves('another', 'reply to a waiting execution')],
			['signed for another purpose', ourselves(secret, 'delivery to a test run')],
			['signed by Meta', meta(secret)],
		])('rejects what is %s', async (_, signer) => {
			const { url, replies } = await wait(asked);
			const reply = { token: tokens()[0], text: 'Approve', ...from };
			const { status, result } = await postReply(url, reply, signer);
			expect([status, result]).toEqual([401, { resumed: false }]);
			expect(replies()).toEqual([]);
		});

		it('rejects what was sealed with an app secret that is gone', async () => {
			const { url, replies } = await wait(asked, { id: '2' }, { ...credential, appSecret: '' });
			const reply = { token: tokens()[0], text: 'Approve', ...from };
			for (const signer of [undefined, ourselves('', 'reply to a waiting execution')]) {
				const { status, result } = await postReply(url, reply, signer);
				expect([status, result]).toEqual([401, { resumed: false }]);
			}
			expect(replies()).toEqual([]);
		});

		it.each<[string, object]>([
			['another person', { from: business.customers[1].waId }],
			['no sender', { from: null }],
			['no token', { token: 'yes' }],
			['a webhook of Meta', { token: undefined, from: undefined, userId: undefined }],
		])('is not resumed by %s', async (_, changes) => {
			const { url, replies } = await wait(asked);
			const reply = { token: tokens()[0], text: 'Approve', ...from, ...changes };
			const { status, result } = await postReply(url, reply, trigger);
			expect([status, result]).toEqual([200, { resumed: false }]);
			expect(replies()).toEqual([]);
		});

		it('accepts no form and shows a browser where to reply', async () => {
			const { url, replies } = await wait(asked);
			const response = await fetch(url);
			expect(await response.text()).toContain('Please reply in WhatsApp');
			expect((await postForm(url, { choice: '0' })).status).toBe(401);
			expect(replies()).toEqual([]);
		});
	});

	it.each([
		'Ask "the boss"',
		"Ask 'em",
		'Ask \\ "x',
		'Ask {{ $json }} 🌷',
		'Ask }} `${x}`',
		'Ask }} "x" \\ 🌷',
		'Ask\n\u2028',
	])('finds the question of a node with the name %j', async (name) => {
		const { url, replies } = await wait(asked, { name, id: '2' });
		const token = tokens()[0];
		await postReply(url, { token, text: 'Approve', from: customer.waId, userId: null }, trigger);
		expect(replies()).toMatchObject([{ data: { approved: true } }]);
	});

	it('responds with 410 when nothing was asked', async () => {
		const execution = new WaitingExecution(credential, undefined);
		const started = createServer(execution.listener);
		server = started;
		await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
		const { port } = started.address() as AddressInfo;
		const response = await fetch(`http://127.0.0.1:${port}/`);
		expect(response.status).toBe(410);
		expect(await response.text()).toContain('This question is no longer open.');
	});

	it('is not resumed by a token of the same question for another node', async () => {
		const { question, url, replies } = await wait(asked);
		const token = replyToken(
			{
				...{ executionId: 'test', nodeId: 'another', resumeSignature: 'ab', choice: 0 },
				...{ questionId: question.id, until: undefined },
			},
			customer.waId,
			secret,
		);
		await postReply(url, { token, from: customer.waId, userId: null }, trigger);
		expect(replies()).toEqual([]);
	});
});
