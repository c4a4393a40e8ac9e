import { readFile } from 'node:fs/promises';
import type { INodeParameters } from 'n8n-workflow';
import { business } from '../../../simulator';
import type { AcceptedMessage } from '../../../simulator';
import { readReplyToken } from '../../../nodes/shared/replyToken';
import { errorMessage, outputItems } from '../../../scripts/n8n/client';
import { expectSuccess } from '../support/executions';
import { postJson } from '../support/postJson';
import {
	buttonIds,
	emitFailure,
	emitTap,
	isWaiting,
	linkOf,
	outputOf,
	question,
	QuestionStage,
	tap,
	type Asked,
} from '../support/questionStage';
import { until } from '../support/until';
import { removeWorkflows, world } from '../support/world';

const [customer, otherCustomer] = business.customers;
const sizes = ['Small', 'Medium', 'Large', 'Extra large'].map((title) => ({
	title,
	value: title[0],
}));

/** An execution continues with the reply to its question, once, and with nothing else. */
describe('Send and Wait for Response in n8n', () => {
	let stage: QuestionStage;
	let overdue: Promise<Asked> | undefined;

	beforeAll(async () => {
		stage = await QuestionStage.open('Listen for replies', {});
	});

	beforeEach(() => stage.started.begin());

	// Only one trigger at a time can have the phone number.
	afterAll(removeWorkflows);

	/** A question whose time limit is over; asked once for the two tests that need it. */
	async function askOverdue(): Promise<Asked> {
		const asked = await stage.ask({
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 0.02, resumeUnit: 'minutes' },
				},
			},
		});
		await until('the end of the time limit', () => isOver(buttonIds(asked.sent)[0]));
		return asked;
	}

	test('a tap after the time limit resumes nothing and starts the trigger', async () => {
		const { id, sent } = await (overdue ??= askOverdue());
		await tap('Approve', sent.id);
		await stage.started.expectNew(1);
		expect(await stage.newestItem()).toMatchObject({
			reply: { expired: true, question: { executionId: id, messageId: sent.id } },
		});
	});

	test('a tap on Approve resumes with who, what and when; a second tap starts the trigger', async () => {
		const { id, sent } = await stage.ask();
		const tapped = await tap('Approve');
		const { answeredAt, body, ...output } = await outputOf(id);
		expect(body).toEqual({ order: 4711 });
		expect(output).toMatchObject({
			answered: true,
			data: { approved: true },
			text: 'Approve',
			from: customer.waId,
			userId: customer.userId,
			profileName: customer.profileName,
			messageId: tapped.id,
		});
		expect(Date.parse(String(answeredAt))).not.toBeNaN();
		await stage.started.expectNew(0);
		await tap('Decline', sent.id);
		await stage.started.expectNew(1);
		expect(await outputOf(id)).toMatchObject({ data: { approved: true } });
	});

	test('a choice from the list gives its value', async () => {
		const { id } = await stage.ask({ responseType: 'choice', choices: { choice: sizes } });
		await world.simulator.writeAs(customer.waId, { type: 'list', title: 'Large' });
		expect(await outputOf(id)).toMatchObject({ data: { choice: 'L' } });
		await stage.started.expectNew(0);
	});

	describe('with a template, when no other message would be delivered', () => {
		const template = {
			responseType: 'template',
			template: { __rl: true, mode: 'list', value: 'sample_issue_resolution|en_US' },
			templateValues: { mappingMode: 'defineBelow', value: { 'body.1': 'Pablo' }, schema: [] },
		};
		beforeAll(() => world.simulator.closeWindow(customer.waId));

		test('a tap on its button resumes with the text of the button; a later one starts the trigger', async () => {
			const { id, sent } = await stage.ask(template);
			await tap('No', sent.id);
			expect(await outputOf(id)).toMatchObject({
				answered: true,
				data: { choice: 'No' },
				text: 'No',
				body: { order: 4711 },
			});
			await stage.started.expectNew(0);
			await tap('Yes', sent.id);
			await stage.started.expectNew(1);
			expect(await stage.newestItem()).toMatchObject({
				reply: { title: 'Yes', expired: true, question: { executionId: id } },
			});
		});

		test('a written message starts the trigger', async () => {
			const { id } = await stage.ask(template);
			await world.simulator.writeAs(customer.waId, { type: 'text', text: 'No' });
			await stage.started.expectNew(1);
			expect(await isWaiting(id)).toBe(true);
		});
	});

	test('free text: the next message of the customer is the reply, the one after it is not', async () => {
		const { id } = await stage.askForText();
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Harbour 1' });
		const { data, text } = await outputOf(id);
		expect(data).toEqual({ text: 'Harbour 1', type: 'text', media: null });
		expect(text).toBe('Harbour 1');
		await stage.started.expectNew(0);
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Or rather Harbour 2' });
		await stage.started.expectNew(1);
	});

	test('free text: a photo is a reply as well', async () => {
		const { id } = await stage.askForText();
		await world.simulator.writeAs(customer.waId, { type: 'image', caption: 'Here' });
		expect(await outputOf(id)).toMatchObject({
			data: { type: 'image', text: 'Here', media: { mimeType: 'image/jpeg' } },
		});
		await stage.started.expectNew(0);
	});

	test('a duplicate of a reply starts nothing', async () => {
		const { id } = await stage.ask();
		const tapped = await tap('Decline');
		expect(await outputOf(id)).toMatchObject({ data: { approved: false } });
		const delivery = world.simulator
			.webhooks()
			.find(({ body }) => JSON.stringify(body).includes(tapped.id));
		if (!delivery) throw new Error('There was no webhook.');
		world.simulator.redeliverWebhook(delivery.id);
		await stage.started.expectNew(0);
	});

	test('a forged token and another customer resume nothing', async () => {
		const { id, sent } = await stage.ask();
		const [approve = ''] = buttonIds(sent);
		emitTap(approve.replace(/:0:/, ':1:'), customer);
		emitTap(approve, otherCustomer);
		emitTap(`${approve.slice(0, -1)}${approve.endsWith('A') ? 'B' : 'A'}`, customer);
		await stage.started.expectNew(3);
		expect(await isWaiting(id)).toBe(true);
		// The URL alone, which a customer could build from the button, is not enough.
		const sealed = readReplyToken(approve, [customer.waId], business.app.secret);
		const signature = sealed?.resumeSignature;
		const url = `${world.n8n.url}/webhook-waiting/${id}/${sealed?.nodeId}`;
		const reply = { token: approve, from: customer.waId, userId: customer.userId };
		for (const forged of [`${url}?signature=${signature}`, url]) {
			expect((await postJson(forged, reply)).status).toBe(401);
		}
		expect(await isWaiting(id)).toBe(true);
		await tap('Approve');
		expect(await outputOf(id)).toMatchObject({ data: { approved: true } });
		await stage.started.expectNew(0);
	});

	test('executions that ask the same customer each get the reply to their question', async () => {
		const first = await stage.ask();
		const second = await stage.ask();
		const firstText = await stage.askForText();
		const secondText = await stage.askForText();
		// A text is the reply to the newest question, unless it quotes an older one.
		await world.simulator.writeAs(customer.waId, {
			type: 'text',
			text: 'to the first',
			replyTo: firstText.sent.id,
		});
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'to the second' });
		await tap('Decline', second.sent.id);
		await tap('Approve', first.sent.id);
		expect(await outputOf(firstText.id)).toMatchObject({ text: 'to the first' });
		expect(await outputOf(secondText.id)).toMatchObject({ text: 'to the second' });
		expect(await outputOf(first.id)).toMatchObject({ data: { approved: true } });
		expect(await outputOf(second.id)).toMatchObject({ data: { approved: false } });
		await stage.started.expectNew(0);
	});

	test('replies resume when n8n has restarted since the question', async () => {
		const tapped = await stage.ask();
		const written = await stage.askForText();
		await restartN8n();
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'After the restart' });
		await tap('Approve', tapped.sent.id);
		expect(await outputOf(written.id)).toMatchObject({ text: 'After the restart' });
		expect(await outputOf(tapped.id)).toMatchObject({ data: { approved: true } });
		await stage.started.expectNew(0);
	});

	describe('that WhatsApp does not deliver', () => {
		afterAll(() => world.simulator.reset({ keepCallbacks: true }));

		const sizeChoices = { choice: sizes };
		const fields = { field: [{ label: 'Street' }] };
		test.each<[string, INodeParameters]>([
			['approval', {}],
			['choice', { responseType: 'choice', choices: sizeChoices }],
			['free text', { responseType: 'freeText' }],
			['approval on a page', { answerIn: 'page' }],
			['form', { responseType: 'customForm', formFields: fields }],
		])('%s: the node fails at once', async (_, parameters) => {
			const failed = await stage.askInVain(parameters);
			expect(failed.status).toBe('error');
			expect(errorMessage(failed)).toMatch(
				/^Ask: More than 24 hours have passed .* template .*\(Meta error code 131047\)/,
			);
			expect(outputItems(failed, 'Order')[0]?.json.body).toEqual({ order: 4711 });
			expect(failed.run.resultData.runData).not.toHaveProperty('Nothing');
			await stage.started.expectNew(0);
		});

		test.each([
			['continueErrorOutput', 'Failed', { body: { order: 4711 } }],
			['continueRegularOutput', 'Nothing', {}],
		] as const)('with %s, the item with the error goes to %p', async (onError, next, input) => {
			const ended = await stage.askInVain({}, { onError });
			expectSuccess(ended);
			const [item] = outputItems(ended, next);
			expect(item?.json).toMatchObject({
				...input,
				message: expect.stringMatching(/^More than 24 hours/) as string,
				error: { code: 131047, safeToSendAgain: true },
			});
			const other = next === 'Failed' ? 'Nothing' : 'Failed';
			expect(ended.run.resultData.runData).not.toHaveProperty(other);
		});

		test('Retry On Fail asks only once', async () => {
			const before = world.simulator.messages().length;
			const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
			expect((await stage.askInVain({}, retrying)).status).toBe('error');
			expect(world.simulator.messages()).toHaveLength(before + 1);
		});

		test('a retry of the execution asks again', async () => {
			const failed = await stage.askInVain({});
			await world.simulator.reset({ keepCallbacks: true });
			const retried = await world.n8n.retryExecution(failed.id);
			await until('the question', () => world.simulator.messages()[0]);
			await until('the wait', async () => ((await isWaiting(retried)) ? true : undefined));
			await tap('Approve');
			expect(await outputOf(retried)).toMatchObject({
				data: { approved: true },
				body: { order: 4711 },
			});
		});

		test('after a restart, too', async () => {
			const { id, sent } = await stage.ask({ answerIn: 'page' });
			await restartN8n();
			emitFailure(sent);
			const failed = await world.n8n.finishedExecution(id);
			expect(errorMessage(failed)).toMatch(/^Ask: .*\(Meta error code 131026\)/);
		});
	});

	test('approval on a page: a click decides, a preview of the link does not', async () => {
		const { id, sent } = await stage.ask({ answerIn: 'page' });
		const url = linkOf(sent);
		const page = await fetch(url);
		expect(page.status).toBe(200);
		const html = await page.text();
		expect(html).toContain(question);
		expect(html).toContain('Approve');
		expect((await fetch(url.replace(/signature=.{8}/, 'signature=00000000'))).status).toBe(401);
		expect(await isWaiting(id)).toBe(true);
		expect((await postForm(url, { choice: '7' })).status).toBe(422);
		expect((await postForm(url, { choice: '1' })).status).toBe(200);
		expect(await outputOf(id)).toMatchObject({ data: { approved: false } });
		await postForm(url, { choice: '0' });
		expect(await outputOf(id)).toMatchObject({ data: { approved: false } });
	});

	test('a custom form is checked, and gives its fields', async () => {
		const { id, sent } = await stage.ask({
			responseType: 'customForm',
			formFields: {
				field: [
					{ label: 'Street', required: true },
					{ label: 'Persons', fieldType: 'number' },
				],
			},
		});
		const url = linkOf(sent);
		const rejected = await postForm(url, { 'field-0': '', 'field-1': 'many' });
		expect(rejected.status).toBe(422);
		expect(await rejected.text()).toContain('Please enter a number');
		expect(await isWaiting(id)).toBe(true);
		expect((await postForm(url, { 'field-0': 'Harbour 1', 'field-1': '4' })).status).toBe(200);
		expect(await outputOf(id)).toMatchObject({ data: { Street: 'Harbour 1', Persons: 4 } });
	});

	test('in a loop, each question waits for a reply, and not for one to the question before', async () => {
		const { simulator } = world;
		await simulator.reset({ keepCallbacks: true });
		const { id, replies } = await stage.askInLoop(['First?', 'Second?']);
		const first = await until('the first question', () => simulator.messages()[0]);
		await tap('Approve');
		await until('the second question', () => simulator.messages()[1]);
		emitTap(buttonIds(first)[0] ?? '', customer);
		await stage.started.expectNew(1);
		expect(await isWaiting(await id())).toBe(true);
		await tap('Decline');
		expect(await replies()).toEqual([{ approved: true }, { approved: false }]);
		await stage.started.expectNew(0);
	});

	test('after the time limit, the execution continues without a reply', async () => {
		const { id } = await (overdue ??= askOverdue());
		// n8n looks once a minute for executions whose wait is over.
		const execution = await until('the end of the execution', async () => {
			const found = await world.n8n.endedOrWaitingExecution(id);
			return found.status === 'success' ? found : undefined;
		});
		const [item] = outputItems(execution, 'Ask');
		expect(item?.json).toMatchObject({ answered: false, data: null, body: { order: 4711 } });
	});
});

describe('Send and Wait for Response beside a trigger that starts on awaited replies', () => {
	afterAll(removeWorkflows);

	test('a reply resumes the execution and starts the trigger', async () => {
		const stage = await QuestionStage.open('Start on replies', { startOnAnswers: true });
		await stage.started.begin();
		const { id } = await stage.ask();
		await tap('Approve');
		expect(await outputOf(id)).toMatchObject({ data: { approved: true } });
		await stage.started.expectNew(1);
	});
});

describe('Send and Wait for Response beside a trigger with a text for late replies', () => {
	test('the first tap resumes; those after it start the trigger and get the text once', async () => {
		const stage = await QuestionStage.open('Late replies', { lateReplyText: 'Closed.' });
		await stage.started.begin();
		const { id, sent } = await stage.ask();
		await tap('Approve');
		expect(await outputOf(id)).toMatchObject({ answered: true });
		await tap('Decline', sent.id);
		const isText = ({ body }: AcceptedMessage) => body.type === 'text';
		await until('the text', () => world.simulator.messages().find(isText));
		await tap('Approve', sent.id);
		await stage.started.expectNew(2);
		expect(await stage.newestItem()).toMatchObject({ reply: { expired: true } });
		expect(world.simulator.messages().filter(isText)).toMatchObject([
			{ body: { to: customer.waId, text: { body: 'Closed.' } } },
		]);
	});
});

async function restartN8n(): Promise<void> {
	await world.restartN8n();
	// When it starts, n8n marks waiting executions as crashed and corrects that at once; then it says so.
	await until('what n8n says of unfinished executions', async () =>
		(await readFile(world.n8n.logFile, 'utf8')).includes('Found unfinished') ? true : undefined,
	);
}

/** The token has the time, in seconds since 1970, when the wait ends. */
function isOver(token = ''): true | undefined {
	return Number(token.split(':').at(-2)) * 1000 < Date.now() ? true : undefined;
}

async function postForm(url: string, fields: Record<string, string>): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return await fetch(url, { method: 'POST', body });
}
