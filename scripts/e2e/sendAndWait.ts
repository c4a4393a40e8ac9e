import { deepStrictEqual } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { business } from '../../simulator';
import type { AcceptedMessage } from '../../simulator';
import { outputItems, type Execution, type SavedWorkflow } from '../n8n/client';
import { actionNodeType, credentialOf, node, to } from '../workflows';
import { askingWorkflow } from './askingWorkflow';
import { postJson } from './postJson';
import { triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import type { World } from './world';
import { unpublish } from './unpublish';

const [customer, otherCustomer] = business.customers;
const [phoneNumber] = business.phoneNumbers;
const message = 'Shall we deliver order 4711 tomorrow?';
const sizes = ['Small', 'Medium', 'Large', 'Extra large'].map((title) => ({
	title,
	value: title[0],
}));
/** n8n looks once a minute for executions whose wait is over. */
const waitOverMs = 90_000;

/** 'Send and Wait for Response': a question resumes with its own answer, once, and with nothing else. */
export async function checkSendAndWait(world: World): Promise<void> {
	const { checks } = world;
	const stage = await openStage(world, 'Listen for answers', {});

	await checks.check('wait: a tap on Approve resumes with who, what and when', async () => {
		const { id, sent } = await stage.ask({});
		const tap = await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Approve' });
		const { answeredAt, ...answer } = await stage.answerOf(id);
		deepStrictEqual(answer, {
			data: { approved: true },
			text: 'Approve',
			from: customer.waId,
			userId: customer.userId,
			profileName: customer.profileName,
			messageId: tap.id,
		});
		if (Number.isNaN(Date.parse(String(answeredAt)))) throw new Error(`Answered ${answeredAt}.`);
		await stage.expectStarted(0);
		await world.simulator.writeAs(customer.waId, {
			type: 'button',
			messageId: sent.id,
			title: 'Decline',
		});
		// A second tap is a message like any other; the execution has gone on.
		await stage.expectStarted(1);
		deepStrictEqual((await stage.answerOf(id)).data, { approved: true });
	});

	await checks.check('wait: a choice from the list gives its value', async () => {
		const { id } = await stage.ask({ responseType: 'choice', choices: { choice: sizes } });
		await world.simulator.writeAs(customer.waId, { type: 'list', title: 'Large' });
		deepStrictEqual((await stage.answerOf(id)).data, { choice: 'L' });
		await stage.expectStarted(0);
	});

	await checks.check('wait: what the customer writes answers a free text', async () => {
		const { id } = await stage.askForText();
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Harbour 1' });
		const { data, text } = await stage.answerOf(id);
		deepStrictEqual(data, { text: 'Harbour 1', type: 'text', media: null });
		deepStrictEqual(text, 'Harbour 1');
		await stage.expectStarted(0);
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Or rather Harbour 2' });
		await stage.expectStarted(1);
	});

	await checks.check('wait: a photo answers a free text as well', async () => {
		const { id } = await stage.askForText();
		await world.simulator.writeAs(customer.waId, { type: 'image', caption: 'Here' });
		const { data } = await stage.answerOf(id);
		const { type, text, media } = data as { type: string; text: string; media: IDataObject };
		deepStrictEqual([type, text, media.mimeType], ['image', 'Here', 'image/jpeg']);
		await stage.expectStarted(0);
	});

	await checks.check(
		'wait: a message that WhatsApp repeats resumes once and starts nothing',
		async () => {
			const { id } = await stage.ask({});
			const tap = await world.simulator.writeAs(customer.waId, {
				type: 'button',
				title: 'Decline',
			});
			deepStrictEqual((await stage.answerOf(id)).data, { approved: false });
			const delivery = world.simulator
				.webhooks()
				.find(({ body }) => JSON.stringify(body).includes(tap.id));
			if (!delivery) throw new Error('There was no webhook.');
			world.simulator.redeliverWebhook(delivery.id);
			await world.simulator.settled();
			await stage.expectStarted(0);
		},
	);

	await checks.check('wait: a forged token and a foreign number resume nothing', async () => {
		const { id, sent } = await stage.ask({});
		const [approve = ''] = buttonIds(sent);
		stage.emitTap(approve.replace(/:0:/, ':1:'), customer);
		stage.emitTap(approve, otherCustomer);
		stage.emitTap(`${approve.slice(0, -1)}${approve.endsWith('A') ? 'B' : 'A'}`, customer);
		await stage.expectStarted(3);
		await stage.expectWaiting(id);
		// The address alone, as the customer could read it from the button, is not enough.
		const [, execution, nodeId, signature] = approve.split(':');
		const address = `${world.n8n.url}/webhook-waiting/${execution}/${nodeId}`;
		const answer = { token: approve, from: customer.waId, userId: customer.userId };
		for (const [url, status] of [
			[`${address}?signature=${signature}`, 401],
			[address, 401],
		] as const) {
			const response = await postJson(url, answer);
			deepStrictEqual(response.status, status);
		}
		await stage.expectWaiting(id);
		await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Approve' });
		deepStrictEqual((await stage.answerOf(id)).data, { approved: true });
		await stage.expectStarted(0);
	});

	await checks.check(
		'wait: two executions that ask the same customer get their own answers',
		async () => {
			const first = await stage.ask({});
			const second = await stage.ask({});
			const firstText = await stage.askForText();
			const secondText = await stage.askForText();
			// The newest question is the one a customer answers, unless an older one is quoted.
			await world.simulator.writeAs(customer.waId, {
				type: 'text',
				text: 'to the first',
				replyTo: firstText.sent.id,
			});
			await world.simulator.writeAs(customer.waId, { type: 'text', text: 'to the second' });
			for (const [{ sent }, title] of [
				[second, 'Decline'],
				[first, 'Approve'],
			] as const) {
				await world.simulator.writeAs(customer.waId, { type: 'button', messageId: sent.id, title });
			}
			deepStrictEqual((await stage.answerOf(firstText.id)).text, 'to the first');
			deepStrictEqual((await stage.answerOf(secondText.id)).text, 'to the second');
			deepStrictEqual((await stage.answerOf(first.id)).data, { approved: true });
			deepStrictEqual((await stage.answerOf(second.id)).data, { approved: false });
			await stage.expectStarted(0);
		},
	);

	await checks.check('wait: n8n restarts between question and answer', async () => {
		const tapped = await stage.ask({});
		const written = await stage.askForText();
		await world.restartN8n();
		// When it starts, n8n takes what waits for crashed, and sets that right at once; then it says so.
		await until('what n8n says of unfinished executions', async () =>
			(await readFile(world.n8n.logFile, 'utf8')).includes('Found unfinished') ? true : undefined,
		);
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'After the restart' });
		await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Approve' });
		deepStrictEqual((await stage.answerOf(written.id)).text, 'After the restart');
		deepStrictEqual((await stage.answerOf(tapped.id)).data, { approved: true });
		await stage.expectStarted(0);
	});

	await checks.check('wait: an answer after the time limit resumes nothing', async () => {
		const { id, sent } = await stage.ask({
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 0.02, resumeUnit: 'minutes' },
				},
			},
		});
		await until('the end of the time limit', () => isOver(buttonIds(sent)[0]));
		await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Approve' });
		await stage.expectStarted(1);
		const execution = await until(
			'the execution that goes on without an answer',
			async () => {
				const found = await world.n8n.endedOrWaitingExecution(id);
				return found.status === 'success' ? found : undefined;
			},
			waitOverMs,
		);
		deepStrictEqual(outputItems(execution, 'Ask')[0]?.json.data, undefined);
	});

	await checks.check('wait: approval by link is decided by a click, not by a preview', async () => {
		const { id, sent } = await stage.ask({ answerIn: 'page' });
		const url = linkOf(sent);
		const page = await fetch(url);
		const html = await page.text();
		if (page.status !== 200 || !html.includes(message) || !html.includes('Approve')) {
			throw new Error(`The page answered ${page.status}: ${html.slice(0, 200)}`);
		}
		deepStrictEqual((await fetch(url.replace(/signature=.{8}/, 'signature=00000000'))).status, 401);
		await stage.expectWaiting(id);
		deepStrictEqual((await postForm(url, { choice: '7' })).status, 422);
		deepStrictEqual((await postForm(url, { choice: '1' })).status, 200);
		deepStrictEqual((await stage.answerOf(id)).data, { approved: false });
		await postForm(url, { choice: '0' });
		deepStrictEqual((await stage.answerOf(id)).data, { approved: false });
	});

	await checks.check('wait: a custom form gives its fields', async () => {
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
		const refused = await postForm(url, { 'field-0': '', 'field-1': 'many' });
		const html = await refused.text();
		if (refused.status !== 422 || !html.includes('Please enter a number')) {
			throw new Error(`The page answered ${refused.status}.`);
		}
		await stage.expectWaiting(id);
		deepStrictEqual((await postForm(url, { 'field-0': 'Harbour 1', 'field-1': '4' })).status, 200);
		deepStrictEqual((await stage.answerOf(id)).data, { Street: 'Harbour 1', Persons: 4 });
	});
	await checks.check('wait: a loop asks one thing after the other', async () => {
		const { id, answers } = await stage.askInLoop(['First?', 'Second?']);
		const first = await until('the first question', () => world.simulator.messages()[0]);
		await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Approve' });
		await until('the second question', () => world.simulator.messages()[1]);
		// A button of the question before must not answer this one.
		stage.emitTap(buttonIds(first)[0] ?? '', customer);
		await stage.expectStarted(1);
		await stage.expectWaiting(await id());
		await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Decline' });
		deepStrictEqual(await answers(), [{ approved: true }, { approved: false }]);
		await stage.expectStarted(0);
	});
	await stage.close();

	await checks.check(
		'wait: the trigger starts on answers as well when it is asked to',
		async () => {
			const asked = await openStage(world, 'Start on answers', { startOnAnswers: true });
			const { id } = await asked.ask({});
			await world.simulator.writeAs(customer.waId, { type: 'button', title: 'Approve' });
			deepStrictEqual((await asked.answerOf(id)).data, { approved: true });
			await asked.expectStarted(1);
			await asked.close();
		},
	);
}

/** A workflow that asks when its webhook is called, and a trigger that counts what it starts on. */
async function openStage(world: World, name: string, triggerOptions: INodeParameters) {
	const { simulator, credential } = world;
	await world.simulator.reset({ keepCallbacks: true });
	const credentials = credentialOf(credential);
	const listening = await world.n8n.createWorkflow(
		triggerWorkflow(world, name, { events: ['messages'], triggerOptions }),
	);
	await world.n8n.activateWorkflow(listening);
	const workflows: SavedWorkflow[] = [listening];
	let started = 0;

	const execution = (id: string): Promise<Execution> => world.n8n.endedOrWaitingExecution(id);

	const ask = async (parameters: INodeParameters) => {
		const path = `ask-${workflows.length}`;
		const workflow = await world.n8n.createWorkflow(
			askingWorkflow(path, credential, { to: customer.waId, message, ...parameters }),
		);
		workflows.push(workflow);
		await world.n8n.activateWorkflow(workflow);
		const before = simulator.messages().length;
		await postJson(`${world.n8n.url}/webhook/${path}`, { order: 4711 });
		const sent = await until('the question', () => simulator.messages()[before]);
		const id = await until(
			'the execution',
			async () => (await world.n8n.executionIds(workflow))[0],
		);
		await until('the wait', async () =>
			(await execution(id)).status === 'waiting' ? true : undefined,
		);
		return { id, sent };
	};

	return {
		ask,
		/** Asks the same customer one thing after the other in one execution. */
		async askInLoop(questions: string[]) {
			await simulator.reset({ keepCallbacks: true });
			const loop = 'Loop';
			const workflow = await world.n8n.createWorkflow({
				name: 'Ask in a loop',
				nodes: [
					{
						...node('Questions', 'n8n-nodes-base.webhook', webhookParameters('ask-loop'), [0, 0]),
						typeVersion: 2,
						webhookId: 'ask-loop',
					},
					node('List', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.questions' }, [200, 0]),
					{ ...node(loop, 'n8n-nodes-base.splitInBatches', {}, [400, 0]), typeVersion: 3 },
					{
						...node(
							'Ask',
							actionNodeType,
							{
								resource: 'message',
								operation: 'sendAndWait',
								to: customer.waId,
								message: '={{ $json["body.questions"] }}',
							},
							[600, 100],
						),
						credentials,
					},
					node('Done', 'n8n-nodes-base.noOp', {}, [600, -100]),
				],
				connections: {
					Questions: to('List'),
					List: to(loop),
					[loop]: { main: [...(to('Done').main ?? []), ...(to('Ask').main ?? [])] },
					Ask: to(loop),
				},
			});
			workflows.push(workflow);
			await world.n8n.activateWorkflow(workflow);
			await postJson(`${world.n8n.url}/webhook/ask-loop`, { questions });
			const id = () =>
				until('the execution', async () => (await world.n8n.executionIds(workflow))[0]);
			const answers = async () => {
				const ended = await world.n8n.finishedExecution(await id());
				return outputItems(ended, 'Done').map(({ json }) => json.data);
			};
			return { id, answers };
		},
		/** Asks for a text in the chat, and waits until the trigger knows of it. */
		async askForText() {
			const asked = await ask({ responseType: 'freeText' });
			await simulator.settled();
			return asked;
		},
		/** The item the workflow went on with. */
		async answerOf(id: string): Promise<IDataObject> {
			const ended = await world.n8n.finishedExecution(id);
			const [item, ...more] = outputItems(ended, 'Ask');
			if (ended.status !== 'success' || !item || more.length > 0) {
				throw new Error(`It ended with ${ended.status} and ${more.length + 1} items.`);
			}
			deepStrictEqual(outputItems(ended, 'Nothing').length, 1);
			return item.json;
		},
		async expectWaiting(id: string): Promise<void> {
			deepStrictEqual((await execution(id)).status, 'waiting');
		},
		/** Since the last time, the trigger's workflow must have been started this often. */
		async expectStarted(expected: number): Promise<void> {
			await simulator.settled();
			started += expected;
			const count = await until(`${started} executions of the trigger`, async () => {
				const found = await world.n8n.executionCount(listening);
				return found >= started ? found : undefined;
			});
			deepStrictEqual(count, started);
		},
		/** A tap as Meta would sign it, with any ID. */
		emitTap(id: string, by: (typeof business.customers)[number]): void {
			simulator.emitWebhook(
				'messages',
				{
					messaging_product: 'whatsapp',
					metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
					contacts: [{ profile: { name: by.profileName }, wa_id: by.waId }],
					messages: [
						{
							id: `wamid.${Math.random()}`,
							from: by.waId,
							timestamp: String(Math.floor(Date.now() / 1000)),
							type: 'interactive',
							interactive: { type: 'button_reply', button_reply: { id, title: 'Approve' } },
						},
					],
				},
				phoneNumber.id,
			);
		},
		async close(): Promise<void> {
			for (const workflow of workflows) {
				await unpublish(world, workflow);
				await world.n8n.deleteWorkflow(workflow);
			}
		},
	};
}

function webhookParameters(path: string): INodeParameters {
	return { httpMethod: 'POST', path };
}

function interactiveOf({ body }: AcceptedMessage) {
	return body.interactive as {
		action: {
			buttons: Array<{ reply: { id: string } }>;
			parameters: { url: string };
		};
	};
}

function buttonIds(sent: AcceptedMessage): string[] {
	return interactiveOf(sent).action.buttons.map(({ reply }) => reply.id);
}

function linkOf(sent: AcceptedMessage): string {
	return interactiveOf(sent).action.parameters.url;
}

/** The token tells, in seconds since 1970, when the wait ends. */
function isOver(token = ''): true | undefined {
	return Number(token.split(':').at(-2)) * 1000 < Date.now() ? true : undefined;
}

async function postForm(url: string, fields: Record<string, string>): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return await fetch(url, { method: 'POST', body });
}
