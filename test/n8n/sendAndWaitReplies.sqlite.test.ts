import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';

import { replyToken } from '../../nodes/shared/replyToken';
import type { TokenPayload } from '../../nodes/shared/replyToken';
import type { CredentialData } from '../../nodes/graphApi/connection';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import { OwnMessages } from '../../nodes/shared/conversation/ownMessages';
import { processState } from '../../nodes/graphApi/processState';
import { choiceName } from '../../nodes/WhatsAppBusiness/sendAndWait/replyPage';
import { questionParameter } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { OpenQuestions } from '../../nodes/shared/openQuestions';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { newMessageId, rescopedMessageId } from '../../simulator/messages/message';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { WaitingExecution } from '../support/waitingExecution';
import {
	contact,
	contactWithoutNumber,
	messagePayload,
	messagesChange,
	payload,
	phoneNumber,
	phoneNumberId,
	statusPayload,
	userId,
} from '../unit/trigger/payloads';

const secret: string = business.app.secret;
const hosts: TriggerHost[] = [];
let count = 0;
/** Different in each test, since the process remembers events by trigger. */
let nodeId: string;

describe('Replies to Send and Wait', () => {
	beforeEach(() => {
		nodeId = `replies ${++count}`;
	});
	afterEach(async () => {
		await Promise.all(hosts.splice(0).map((host) => host.stop()));
	});

	const question: PendingQuestion = {
		id: 'q1',
		responseType: 'approval',
		choices: [
			{ title: 'Yes', value: 'approved' },
			{ title: 'No', value: 'declined' },
		],
		fields: [],
	};
	const freeText: PendingQuestion = { ...question, responseType: 'freeText', choices: [] };

	const seconds = (offset = 0) => String(Math.floor(Date.now() / 1000) + offset);
	const token = (
		choice: number | undefined,
		changes: Partial<TokenPayload> = {},
		recipient = phoneNumber,
		appSecret = secret,
	) =>
		replyToken(
			{
				...{ executionId: '77', nodeId: 'ask', resumeSignature: 'ab'.repeat(32), questionId: 'q1' },
				...{ choice, until: undefined },
				...changes,
			},
			recipient,
			appSecret,
		);
	const tapMessage = (id: string, wamid: string) => ({
		...{ from: phoneNumber, id: `wamid.${wamid}`, timestamp: seconds(), type: 'interactive' },
		interactive: { type: 'button_reply', button_reply: { id, title: 'Yes' } },
	});
	const tap = (id: string, wamid = 'tap') => messagePayload(tapMessage(id, wamid), [contact]);
	const textMessage = (body: string, wamid = body, changes: object = {}) => ({
		...{ from: phoneNumber, id: `wamid.${wamid}`, timestamp: seconds(), type: 'text' },
		text: { body },
		...changes,
	});
	const written = (body: string, wamid = body, changes: object = {}) =>
		messagePayload(textMessage(body, wamid, changes), [contact]);
	const asked = (id = token(undefined), changes: object = {}) =>
		statusPayload({
			...{ id: 'wamid.question', status: 'sent', recipient_id: phoneNumber, timestamp: seconds() },
			biz_opaque_callback_data: id,
			...changes,
		});

	async function start(
		waiting: RequestListener,
		{
			parameters = {},
			credential = credentialFor('http://127.0.0.1:1'),
			publicUrl,
		}: { parameters?: INodeParameters; credential?: CredentialData; publicUrl?: string } = {},
	) {
		const host = await TriggerHost.start({
			credential: () => credential,
			nodeId,
			parameters: { events: ['messages'], ...parameters },
			waiting,
			publicUrl,
		});
		hosts.push(host);
		return {
			host,
			deliver: (body: object, isTest = false) =>
				signedPost(host.webhookUrl({ isTest }), JSON.stringify(body)),
			/** The texts that the trigger's workflow was started with. */
			started: () => host.executions.flat().map(({ json }) => json.text),
		};
	}

	const waitingFor = (
		asking: PendingQuestion | undefined,
		credential = credentialFor('http://127.0.0.1:1'),
	) => new WaitingExecution(credential, asking);
	const dataOf = ({ resumed }: WaitingExecution) => resumed.flat().map(({ json }) => json.data);

	/** Responds to each request with the next status, then hands over to the execution. */
	function first(statuses: readonly number[], execution?: WaitingExecution): RequestListener {
		const left = [...statuses];
		return (request: IncomingMessage, response: ServerResponse) => {
			const status = left.shift();
			if (status === undefined) execution?.listener(request, response);
			else response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
		};
	}

	it('resume the execution when the memory knows that the customer wrote, as what follows may need it', async () => {
		const order: string[] = [];
		const { noteMessageIn } = Conversations.prototype;
		const noting = jest
			.spyOn(Conversations.prototype, 'noteMessageIn')
			.mockImplementation(async function (this: Conversations, ...about) {
				await new Promise((resolve) => setTimeout(resolve, 500));
				await noteMessageIn.apply(this, about);
				order.push('noted');
			});
		const execution = waitingFor(question);
		const { deliver } = await start((request, response) => {
			order.push('resumed');
			execution.listener(request, response);
		});
		expect(await deliver(tap(token(1)))).toBe(200);
		noting.mockRestore();
		expect(order).toEqual(['noted', 'resumed']);
	});

	it('are looked for once for all messages of a delivery, unless the customer was asked something', async () => {
		const other = '16505550000';
		const texts = ['1', '2', '3'].flatMap((body) => [
			textMessage(body),
			textMessage(`other ${body}`, `other.${body}`, { from: other }),
		]);
		const looks = jest.spyOn(OpenQuestions.prototype, 'of');
		const execution = waitingFor(freeText);
		const { deliver, started } = await start(execution.listener);
		await deliver(asked());
		await deliver(payload(messagesChange({ contacts: [contact], messages: texts })));
		const customersLookedFor = looks.mock.calls.map(([, users]) => users[0]);
		looks.mockRestore();
		expect(customersLookedFor.filter((user) => user === other)).toHaveLength(1);
		expect(dataOf(execution)).toEqual([expect.objectContaining({ text: '1' })]);
		expect(started()).toEqual(expect.arrayContaining(['2', '3', 'other 1', 'other 2', 'other 3']));
		expect(started()).toHaveLength(5);
	});

	it('resume the executions of several customers at the same time', async () => {
		const customers = [...Array(20).keys()].map((index) => `165055520${index + 10}`);
		const messages = customers.map((from) => ({
			...tapMessage(token(0, { executionId: from }, from), from),
			from,
		}));
		const open: ServerResponse[] = [];
		const { deliver, started } = await start((_request, response) => {
			if (open.push(response) < customers.length) return;
			for (const each of open) each.end(JSON.stringify({ resumed: true }));
		});
		const last = textMessage('And this starts the workflow');
		const body = payload(messagesChange({ contacts: [contact], messages: [...messages, last] }));
		expect(await deliver(body)).toBe(200);
		expect(open).toHaveLength(customers.length);
		expect(started()).toEqual(['And this starts the workflow']);
	});

	it('resume the execution once with a tap and start nothing', async () => {
		const execution = waitingFor(question);
		const { deliver, started } = await start(execution.listener);
		expect(await deliver(tap(token(1)))).toBe(200);
		expect(execution.resumed).toEqual([
			[
				{
					json: {
						answered: true,
						data: { approved: false },
						text: 'Yes',
						from: phoneNumber,
						userId: null,
						profileName: contact.profile.name,
						messageId: 'wamid.tap',
						answeredAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
					},
				},
			],
		]);
		expect(execution.requests).toEqual([
			`POST /webhook-waiting/77/ask?signature=${'ab'.repeat(32)}`,
		]);
		expect(await deliver(tap(token(1)))).toBe(200);
		expect(execution.resumed).toHaveLength(1);
		expect(started()).toEqual([]);
	});

	it.each<[string, object]>([
		['a text', { type: 'text', text: { body: 'Harbour 1' } }],
		['an image', { type: 'image', image: { id: '1', mime_type: 'image/png', caption: 'Here' } }],
		['a location', { type: 'location', location: { latitude: 1, longitude: 2 } }],
		['an audio', { type: 'audio', audio: { id: '2', mime_type: 'audio/ogg', voice: true } }],
	])('resume the execution with %s', async (_, changes) => {
		const execution = waitingFor(freeText);
		const { deliver, started } = await start(execution.listener);
		await deliver(asked());
		expect(
			await deliver(messagePayload({ ...textMessage('x'), text: undefined, ...changes })),
		).toBe(200);
		expect(execution.resumed).toHaveLength(1);
		expect(started()).toEqual([]);
	});

	it.each<[string, object]>([
		['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.question', emoji: '👍' } }],
		[
			'a button of another message',
			{ type: 'button', button: { payload: 'other', text: 'Other' }, context: { id: 'wamid.2' } },
		],
		['an unsupported message', { type: 'unsupported' }],
		['a message of a group', { type: 'text', text: { body: 'Hi' }, group_id: 'group' }],
		['a message that quotes another', { context: { id: 'wamid.another' } }],
	])('do not include %s', async (_, changes) => {
		const execution = waitingFor(freeText);
		const { host, deliver } = await start(execution.listener);
		await deliver(asked());
		await deliver(written('x', 'x', changes));
		expect(execution.requests).toEqual([]);
		expect(host.executions).toHaveLength(1);
	});

	it('start the workflow once when Start on Replies is on', async () => {
		const execution = waitingFor(question);
		const { deliver, started } = await start(execution.listener, {
			parameters: { triggerOptions: { startOnAnswers: true } },
		});
		for (let delivery = 0; delivery < 3; delivery++) await deliver(tap(token(0)));
		expect(dataOf(execution)).toEqual([{ approved: true }]);
		expect(started()).toEqual(['Yes']);
	});

	it('are separated from the other events of a webhook', async () => {
		const execution = waitingFor(freeText);
		const { deliver, started } = await start(execution.listener, {
			parameters: { triggerOptions: { separateExecutions: true } },
		});
		const status = { recipient_id: phoneNumber, timestamp: seconds(), status: 'delivered' };
		const messages = ['one', 'two', 'three'].map((body) => textMessage(body));
		const statuses = [
			{ ...status, id: 'wamid.question', biz_opaque_callback_data: token(undefined) },
		];
		await deliver(payload(messagesChange({ contacts: [contact], messages, statuses })));
		expect(dataOf(execution)).toMatchObject([{ text: 'one' }]);
		expect(started()).toEqual(['two', 'three']);
	});

	it.each<[string, string]>([
		['another person', token(0, {}, '16505551235')],
		['another app', token(0, {}, phoneNumber, 'another secret')],
		['another question', token(0, { questionId: 'q2' })],
		['another node', token(0, { nodeId: 'other' })],
		['a choice that does not exist', token(7)],
		['a wait that has ended', token(0, { until: 1_700_000_000 })],
		['a written reply to a question with choices', token(undefined)],
		['no question', 'yes'],
	])('do not include the button of %s', async (_, id) => {
		const execution = waitingFor(question);
		const { deliver, started } = await start(execution.listener);
		expect(await deliver(tap(id))).toBe(200);
		expect(execution.resumed).toEqual([]);
		expect(started()).toEqual(['Yes']);
	});

	it('identify a user who hides the phone number', async () => {
		const execution = waitingFor(question);
		const { deliver } = await start(execution.listener);
		const message = { ...tapMessage(token(0, {}, userId), 'hidden'), from: undefined };
		await deliver(messagePayload({ ...message, from_user_id: userId }, [contactWithoutNumber]));
		expect(execution.resumed).toMatchObject([[{ json: { userId, from: null } }]]);
	});

	describe('that come too late', () => {
		let simulator: Simulator;
		beforeAll(async () => {
			simulator = await startSimulator({ port: 0 });
		});
		afterAll(() => simulator.stop());
		beforeEach(() => simulator.reset());

		const over = { until: 1_700_000_000 };
		const late = (choice: number, wamid: string, changes: Partial<TokenPayload> = over) => {
			const message = { ...tapMessage(token(choice, changes), wamid), from: phoneNumber };
			return messagePayload({ ...message, context: { id: 'wamid.question' } }, [contact]);
		};
		const replies = ({ executions }: TriggerHost) =>
			executions.flat().map(({ json }) => json.reply);
		const closed = { triggerOptions: { lateReplyText: ' Closed. ' } };
		const startHere = (
			parameters: INodeParameters = {},
			waiting = waitingFor(undefined).listener,
		) => start(waiting, { credential: credentialFor(simulator.url), parameters });
		const sent = () => simulator.messages().map(({ body }) => body);

		it.each<[string, Partial<TokenPayload>, RequestListener]>([
			['after the time limit', over, waitingFor(question).listener],
			['after the execution has ended', {}, first([404])],
			['when the execution waits for something else', {}, waitingFor(undefined).listener],
		])('say so, and which question they belong to: %s', async (_, changes, waiting) => {
			const { host, deliver } = await startHere({}, waiting);
			await deliver(late(0, 'late', changes));
			expect(replies(host)).toEqual([
				{
					...{ id: token(0, changes), title: 'Yes', description: null, answer: null },
					expired: true,
					question: { executionId: '77', nodeId: 'ask', messageId: 'wamid.question' },
				},
			]);
			expect(sent()).toEqual([]);
		});

		it('get a text that counts as our own, so that its echo pauses nothing', async () => {
			const own = new OwnMessages(memoryOf(credentialFor(simulator.url)));
			await own.watch();
			const { deliver } = await startHere(closed);
			await deliver(late(0, 'own'));
			await until(() => sent().length > 0);
			const [message] = simulator.messages();
			await until(() => own.has(message?.id ?? ''));
		});

		it('say so after another reply', async () => {
			const { host, deliver } = await startHere({}, waitingFor(question).listener);
			await deliver(late(0, 'one', {}));
			await deliver(late(1, 'two', {}));
			expect(replies(host)).toMatchObject([{ expired: true, question: { executionId: '77' } }]);
		});

		it('are not the replies that resume, those of other buttons, and those with a forged token', async () => {
			const execution = waitingFor(question);
			const { host, deliver } = await startHere(
				{ triggerOptions: { startOnAnswers: true, lateReplyText: 'Closed.' } },
				execution.listener,
			);
			await deliver(late(0, 'in time', {}));
			await deliver(tap('yes', 'other button'));
			await deliver(tap(token(0, over, '16505551235'), 'of another person'));
			await deliver(tap(token(0, over, phoneNumber, 'another secret'), 'of another app'));
			expect(replies(host)).toMatchObject([
				{ expired: false, question: { executionId: '77', messageId: 'wamid.question' } },
				...Array(3).fill({ expired: false, question: null }),
			]);
			expect(sent()).toEqual([]);
		});

		it('are not those that n8n could not take', async () => {
			const { host, deliver } = await startHere(closed, first([500]));
			const message = { ...tapMessage(token(0), 'old'), timestamp: seconds(-3600) };
			await deliver(messagePayload(message, [contact]));
			expect(replies(host)).toMatchObject([{ expired: false, question: { executionId: '77' } }]);
			expect(sent()).toEqual([]);
		});

		it('start nothing with the filter, and get the text once', async () => {
			const { host, deliver } = await startHere({
				...closed,
				filters: { ignoreLateReplies: true },
			});
			await deliver(late(0, 'one'));
			await until(() => sent().length > 0);
			await Promise.all([deliver(late(1, 'two')), deliver(late(0, 'three'))]);
			await deliver(tap('yes', 'other button'));
			expect(replies(host)).toMatchObject([{ id: 'yes' }]);
			expect(sent()).toEqual([
				{
					...{ messaging_product: 'whatsapp', recipient_type: 'individual', to: phoneNumber },
					context: { message_id: 'wamid.one' },
					...{ type: 'text', text: { body: 'Closed.' } },
				},
			]);
			expect(host.log).toEqual([]);
		});

		it('get the text for each question, and after a restart not again', async () => {
			const { deliver } = await startHere(closed);
			await deliver(late(0, 'one'));
			await until(() => sent().length > 0);
			await deliver(late(0, 'two', { ...over, executionId: '78' }));
			await until(() => sent().length > 1);
			processState.reset();
			await deliver(late(0, 'three'));
			await deliver(late(0, 'four', { ...over, executionId: '79' }));
			await until(() => sent().length > 2);
			expect(sent().map(({ context }) => context)).toEqual(
				['one', 'two', 'four'].map((id) => ({ message_id: `wamid.${id}` })),
			);
		});

		it('get the text by their user ID if they hide the phone number', async () => {
			const { deliver } = await startHere(closed);
			const message = { ...tapMessage(token(0, over, userId), 'hidden'), from: undefined };
			await deliver(messagePayload({ ...message, from_user_id: userId }, [contactWithoutNumber]));
			await until(() => sent().length > 0);
			expect(sent()).toMatchObject([{ recipient: userId }]);
		});

		it('get the text with the next tap if WhatsApp refuses it', async () => {
			const { host, deliver } = await startHere(closed);
			simulator.addFaults({ kind: 'graphError', code: 131047, times: 1 });
			await deliver(late(0, 'one'));
			await until(() => host.log.length > 0);
			expect(host.log.join()).toMatch(/The text for a late reply could not be sent: /);
			expect(host.log.join()).not.toMatch(/Closed|n8nAnswer/);
			await deliver(late(0, 'two'));
			await until(() => sent().length > 0);
		});

		it.each([undefined, '', '  ', {}])('get no text with the option %j', async (lateReplyText) => {
			const { host, deliver } = await startHere({ triggerOptions: { lateReplyText } });
			await deliver(late(0, 'one'));
			expect(replies(host)).toMatchObject([{ expired: true }]);
			expect(simulator.requests()).toEqual([]);
			expect(host.log).toEqual([]);
		});

		it('get no text that is too long, and the log names the option', async () => {
			const text = 'x'.repeat(4097);
			const { host, deliver } = await startHere({ triggerOptions: { lateReplyText: text } });
			await deliver(late(0, 'one'));
			await until(() => host.log.length > 0);
			expect(host.log.join()).toMatch(
				/'Text for Late Replies' has 4097 characters, but WhatsApp takes at most 4096/,
			);
			expect(simulator.requests()).toEqual([]);
		});
	});

	describe('that are duplicates', () => {
		it('start nothing when a written reply comes again', async () => {
			const execution = waitingFor(freeText);
			const { deliver, started } = await start(execution.listener);
			await deliver(asked());
			for (let delivery = 0; delivery < 3; delivery++) await deliver(written('Harbour 1'));
			expect(execution.resumed).toHaveLength(1);
			expect(started()).toEqual([]);
		});

		it('start nothing when a written reply comes again after a restart', async () => {
			const execution = waitingFor(freeText);
			const { deliver, started } = await start(execution.listener);
			await deliver(asked());
			await deliver(written('Harbour 1'));
			processState.reset();
			await deliver(written('Harbour 1'));
			expect(execution.resumed).toHaveLength(1);
			expect(started()).toEqual([]);
		});

		it('make a second tap an ordinary message while the execution continues', async () => {
			const execution = waitingFor(question);
			const { deliver, started } = await start((request, response) => {
				// n8n takes a moment to store that the execution continues.
				execution.resumed.length = 0;
				execution.listener(request, response);
			});
			await deliver(
				payload(
					messagesChange({
						contacts: [contact],
						messages: [tapMessage(token(0), 'one'), tapMessage(token(1), 'two')],
					}),
				),
			);
			expect(execution.requests).toHaveLength(1);
			expect(dataOf(execution)).toEqual([{ approved: true }]);
			expect(started()).toEqual(['Yes']);
		});

		it('resume once and start once with two taps at the same time', async () => {
			const execution = waitingFor(question);
			const { deliver, started } = await start(execution.listener);
			await Promise.all([deliver(tap(token(0), 'one')), deliver(tap(token(1), 'two'))]);
			expect(execution.requests).toHaveLength(1);
			expect(execution.resumed).toHaveLength(1);
			expect(started()).toEqual(['Yes']);
		});
	});

	it('resume once when two reach n8n at the same time; the other starts its workflow', async () => {
		const execution = waitingFor(question);
		execution.isSlow = true;
		const one = await start(execution.listener);
		nodeId = `${nodeId}, another trigger`;
		const other = await start(execution.listener);
		await Promise.all([one.deliver(tap(token(0), 'one')), other.deliver(tap(token(1), 'two'))]);
		expect(execution.resumed).toHaveLength(1);
		expect([...one.started(), ...other.started()]).toEqual(['Yes']);
	});

	it('count once when two come from the page at the same time; the other gets 409', async () => {
		const page = { title: 'Holiday', text: 'Two days?', submit: 'Send', thanks: 'Thank you' };
		const execution = waitingFor({ ...question, page });
		execution.isSlow = true;
		const { host } = await start(execution.listener);
		const reply = async (choice: string) => {
			const body = new FormData();
			body.set(choiceName, choice);
			const url = `${host.url}/webhook-waiting/77/ask?${questionParameter}=${question.id}`;
			return (await fetch(url, { method: 'POST', body })).status;
		};
		expect((await Promise.all([reply('0'), reply('1')])).sort()).toEqual([200, 409]);
		expect(execution.resumed).toHaveLength(1);
	});

	it('resume with a second tap after a restart if the execution still waits', async () => {
		const execution = waitingFor(question);
		const { deliver, started } = await start(execution.listener);
		await deliver(tap(token(0), 'one'));
		// n8n ended before it had stored the reply.
		execution.resumed.length = 0;
		processState.reset();
		// Longer than n8n takes to store it.
		const now = Date.now() + 30_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		await deliver(tap(token(1), 'two'));
		jest.restoreAllMocks();
		expect(dataOf(execution)).toEqual([{ approved: false }]);
		expect(started()).toEqual([]);
	});

	it('do not include what the business writes in its app', async () => {
		const execution = waitingFor(freeText);
		const { host, deliver } = await start(execution.listener, {
			parameters: { events: ['smb_message_echoes'] },
		});
		await deliver(asked());
		const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
		const echo = { ...textMessage('Hello?'), from: '15550783881', to: phoneNumber };
		await deliver(
			payload({ field: 'smb_message_echoes', value: { metadata, message_echoes: [echo] } }),
		);
		expect(execution.requests).toEqual([]);
		expect(host.executions).toHaveLength(1);
	});

	describe('that are written', () => {
		it('are not collected, unlike what comes after them', async () => {
			const execution = waitingFor(freeText);
			const { host, deliver, started } = await start(execution.listener, {
				parameters: {
					triggerOptions: { collectMessages: { settings: { silence: 60, maximumTime: 300 } } },
				},
			});
			await deliver(asked());
			await deliver(written('Harbour 1'));
			expect(dataOf(execution)).toMatchObject([{ text: 'Harbour 1' }]);
			await deliver(written('Thanks'));
			expect(started()).toEqual([]);
			await host.takeDown();
			expect(started()).toEqual(['Thanks']);
			expect(execution.resumed).toHaveLength(1);
		});

		it('go to the newest question or the one they quote', async () => {
			const execution = waitingFor(freeText);
			const { deliver } = await start(execution.listener);
			const older = token(undefined, { executionId: '1' });
			const newer = token(undefined, { executionId: '2' });
			await deliver(asked(older, { id: 'wamid.older', timestamp: seconds(-9) }));
			await deliver(asked(newer, { id: 'wamid.newer', timestamp: seconds(-5) }));
			await deliver(written('to the older', 'w1', { context: { id: 'wamid.older' } }));
			expect(execution.requests).toMatchObject([expect.stringContaining('/1/ask')]);
			execution.resumed.length = 0;
			await deliver(written('to the newer'));
			expect(execution.requests.at(-1)).toContain('/2/ask');
		});

		it('go to the question that they quote by another ID', async () => {
			const execution = waitingFor(freeText);
			const { deliver, started } = await start(execution.listener);
			const id = newMessageId(phoneNumber, false);
			await deliver(asked(token(undefined), { id }));
			const context = { id: rescopedMessageId(id, userId) };
			await deliver(written('x', 'x', { context }));
			expect(execution.resumed).toHaveLength(1);
			expect(started()).toEqual([]);
		});

		it('go to the newest question, by whichever name the person is known', async () => {
			const execution = waitingFor(freeText);
			const { deliver } = await start(execution.listener);
			await deliver(asked(token(undefined, { executionId: '1' }), { timestamp: seconds(-9) }));
			const newer = token(undefined, { executionId: '2' }, userId);
			await deliver(
				asked(newer, {
					recipient_id: undefined,
					recipient_user_id: userId,
					timestamp: seconds(-5),
				}),
			);
			await deliver(written('x', 'x', { from_user_id: userId }));
			expect(execution.requests).toMatchObject([expect.stringContaining('/2/ask')]);
		});

		it('are tried once for each question, however many names the person has', async () => {
			const { listener, requests } = waitingFor(undefined);
			const { deliver, started } = await start(listener);
			await deliver(asked(token(undefined), { recipient_user_id: userId }));
			await deliver(written('x', 'x', { from_user_id: userId }));
			expect(requests).toHaveLength(1);
			expect(started()).toEqual(['x']);
		});

		it('are not those of another person or to another number', async () => {
			const execution = waitingFor(freeText);
			const { host, deliver } = await start(execution.listener);
			await deliver(asked());
			await deliver(written('x', 'other person', { from: '16505551235' }));
			const metadata = { display_phone_number: '1', phone_number_id: '999' };
			await deliver(payload(messagesChange({ metadata, messages: [textMessage('x', 'number')] })));
			expect(execution.requests).toEqual([]);
			expect(host.executions).toHaveLength(1);
		});

		it('are not what was written before the question', async () => {
			const execution = waitingFor(freeText);
			const { deliver, started } = await start(execution.listener);
			await deliver(asked());
			// WhatsApp delivers events late that came while n8n was down.
			await deliver(written('before', 'before', { timestamp: seconds(-60) }));
			expect(started()).toEqual(['before']);
			await deliver(written('after'));
			expect(dataOf(execution)).toMatchObject([{ text: 'after' }]);
		});

		it('do not belong to a question that could not be delivered', async () => {
			const execution = waitingFor(freeText);
			const { deliver, started } = await start(execution.listener);
			const errors = [{ code: 131047, title: 'Re-engagement message' }];
			await deliver(asked(token(undefined, { executionId: '1' }), { status: 'failed', errors }));
			await deliver(asked(token(undefined, { executionId: '2' })));
			await deliver(asked(token(undefined, { executionId: '2' }), { status: 'failed', errors }));
			const failures = execution.requests.length;
			await deliver(written('Hello?'));
			expect(execution.requests).toHaveLength(failures);
			expect(started()).toEqual(['Hello?']);
		});

		it('need a question whose token is for the person', async () => {
			const execution = waitingFor(freeText);
			const { deliver, started } = await start(execution.listener);
			await deliver(asked(token(undefined, {}, '16505551235')));
			await deliver(asked('some text of another workflow'));
			await deliver(written('x'));
			expect(execution.requests).toEqual([]);
			expect(started()).toEqual(['x']);
		});

		it('find their question after a restart and are not stored', async () => {
			const execution = waitingFor(freeText);
			const { host, deliver, started } = await start(execution.listener);
			await deliver(asked());
			processState.reset();
			await deliver(written('Harbour 1'));
			expect(dataOf(execution)).toMatchObject([{ text: 'Harbour 1' }]);
			expect(started()).toEqual([]);
			const kept = JSON.stringify([...(await memoryOf({}).entries(''))]);
			expect(kept).not.toContain(secret);
			expect(kept).not.toContain('Harbour');
			expect(JSON.stringify(host.workflow.staticData)).not.toContain('n8nAnswer:');
		});
	});

	it('find the question that an earlier version has stored, and take it out of the static data', async () => {
		const execution = waitingFor(freeText);
		const { host, deliver, started } = await start(execution.listener);
		const sentAt = new Date(Date.now() - 60_000).toISOString();
		const stored = { token: token(undefined), messageId: 'wamid.question', sentAt };
		host.workflow.staticData = {
			'node:Trigger': {
				scope: 'number',
				openQuestions: { [`${phoneNumberId} ${phoneNumber}`]: [stored] },
			},
		};
		await deliver(asked(token(undefined, { executionId: '1' }, '16505551235')));
		await deliver(written('Harbour 1'));
		expect(dataOf(execution)).toMatchObject([{ text: 'Harbour 1' }]);
		expect(started()).toEqual([]);
		expect(JSON.parse(JSON.stringify(host.workflow.staticData))).toEqual({
			'node:Trigger': { scope: 'number' },
		});
	});

	describe('that can no longer come, as the question was not delivered', () => {
		const errors = [
			{
				...{ code: 131047, title: 'Re-engagement message', message: 'Re-engagement message' },
				error_data: { details: 'Too late' },
			},
		];
		const failed = (id: string, changes: object = {}) =>
			asked(id, { status: 'failed', errors, ...changes });
		const ended = [
			{
				json: {},
				failedQuestion: {
					executionId: '77',
					failure: { code: 131047, message: 'Re-engagement message', details: 'Too late' },
				},
			},
		];

		it.each<[string, PendingQuestion, number | undefined, INodeParameters]>([
			['an approval', question, 0, {}],
			['a free text', freeText, undefined, {}],
			[
				'a page',
				{ ...question, page: { title: '', text: '', submit: '', thanks: '' } },
				0,
				{ filters: { statuses: ['read'] } },
			],
		])('end the wait of %s once', async (_, asking, choice, parameters) => {
			const execution = waitingFor(asking);
			const { host, deliver } = await start(execution.listener, { parameters });
			await deliver(asked(token(choice)));
			for (let delivery = 0; delivery < 3; delivery++) {
				expect(await deliver(failed(token(choice)))).toBe(200);
			}
			expect(execution.resumed).toEqual([ended]);
			expect(execution.runsAgain).toBe(true);
			expect(execution.requests).toHaveLength(1);
			expect(host.executions).toEqual([]);
		});

		it('still start a workflow that listens to statuses', async () => {
			const execution = waitingFor(question);
			const { host, deliver } = await start(execution.listener, {
				parameters: { events: ['statuses'] },
			});
			await deliver(failed(token(0)));
			expect(execution.resumed).toHaveLength(1);
			expect(host.executions).toMatchObject([[{ json: { type: 'failed' } }]]);
		});

		it.each<[string, object]>([
			['another status', { status: 'delivered' }],
			['the failure of a message to another person', { recipient_id: '16505551235' }],
			['the failure of another message', { biz_opaque_callback_data: 'order-1' }],
		])('are not announced by %s', async (_, changes) => {
			const execution = waitingFor(question);
			const { deliver } = await start(execution.listener);
			await deliver(failed(token(0), changes));
			expect(execution.requests).toEqual([]);
		});

		it('are awaited until the execution is stored, however long it takes', async () => {
			const execution = waitingFor(question);
			const { deliver } = await start(first(Array<number>(9).fill(409), execution));
			expect(await deliver(failed(token(0)))).toBe(500);
			expect(await deliver(failed(token(0)))).toBe(200);
			expect(execution.resumed).toEqual([ended]);
		}, 20_000);

		it('leave a reply that came before as it is', async () => {
			const execution = waitingFor(question);
			const { deliver } = await start(execution.listener);
			await deliver(tap(token(0)));
			await deliver(failed(token(0)));
			expect(dataOf(execution)).toEqual([{ approved: true }]);
		});
	});

	describe('to an execution that is not stored yet', () => {
		it('are sent to it again', async () => {
			const execution = waitingFor(question);
			const { deliver, started } = await start(first([409, 409], execution));
			expect(await deliver(tap(token(0)))).toBe(200);
			expect(dataOf(execution)).toEqual([{ approved: true }]);
			expect(started()).toEqual([]);
		});

		it.each([404, 401])('start the workflow when n8n responds with %i', async (status) => {
			const { deliver, started } = await start(first([status]));
			expect(await deliver(tap(token(0)))).toBe(200);
			expect(started()).toEqual(['Yes']);
		});

		it('start the workflow when it waits for something else', async () => {
			const { deliver, started } = await start(waitingFor(undefined).listener);
			expect(await deliver(tap(token(0)))).toBe(200);
			expect(started()).toEqual(['Yes']);
		});
	});

	describe('when n8n fails', () => {
		it.each<[string, RequestListener]>([
			['responds with 500', first([500])],
			['responds with 503', first([503])],
			['closes the connection', ({ socket }) => socket.destroy()],
		])('resume at the next delivery when n8n %s', async (_, broken) => {
			const execution = waitingFor(question);
			let isBroken = true;
			const { host, deliver, started } = await start((request, response) =>
				isBroken ? broken(request, response) : execution.listener(request, response),
			);
			expect(await deliver(tap(token(0)))).toBe(500);
			expect(host.log.join()).toMatch(/'Trigger': Could not process a webhook: /);
			expect(host.log.join()).not.toContain('n8nAnswer');
			expect(host.log.join()).not.toContain('signature');
			expect(started()).toEqual([]);
			isBroken = false;
			expect(await deliver(tap(token(0)))).toBe(200);
			expect(dataOf(execution)).toEqual([{ approved: true }]);
			expect(started()).toEqual([]);
		});

		it('start the workflow after an hour, and the question is closed', async () => {
			const { host, deliver, started } = await start(first([500, 500, 500]));
			await deliver(asked(token(undefined), { timestamp: seconds(-7200) }));
			expect(await deliver(written('fresh'))).toBe(500);
			expect(await deliver(written('old', 'old', { timestamp: seconds(-3600) }))).toBe(200);
			expect(host.log.join()).toMatch(/'Trigger': .*n8n responded with 500/);
			expect(await deliver(written('fresh'))).toBe(200);
			expect(started()).toEqual(['old', 'fresh']);
		});
	});

	describe('without an app secret', () => {
		const credential = credentialFor('http://127.0.0.1:1', { appSecret: '' });

		it('resume what the access token has sealed, where unsigned webhooks are accepted', async () => {
			const execution = waitingFor(question, credential);
			const { host, started } = await start(execution.listener, {
				credential,
				parameters: { triggerOptions: { acceptUnsigned: true } },
			});
			const body = JSON.stringify(tap(token(0, {}, phoneNumber, credential.accessToken)));
			const { status } = await fetch(host.webhookUrl(), { method: 'POST', body });
			expect(status).toBe(200);
			expect(dataOf(execution)).toEqual([{ approved: true }]);
			expect(started()).toEqual([]);
		});

		it('in the credential of the sending node resume with the same access token', async () => {
			const execution = waitingFor(question, credential);
			const { deliver, started } = await start(execution.listener);
			await deliver(tap(token(0, {}, phoneNumber, credential.accessToken)));
			expect(dataOf(execution)).toEqual([{ approved: true }]);
			expect(started()).toEqual([]);
		});

		it('are ordinary messages with another seal, even where unsigned webhooks are accepted', async () => {
			const execution = waitingFor(question);
			const { host, started } = await start(execution.listener, {
				credential,
				parameters: { triggerOptions: { acceptUnsigned: true } },
			});
			for (const body of [
				asked(token(undefined, {}, phoneNumber, '')),
				tap(token(0)),
				written('x'),
			]) {
				const response = await fetch(host.webhookUrl(), {
					method: 'POST',
					body: JSON.stringify(body),
				});
				expect(response.status).toBe(200);
			}
			expect(execution.requests).toEqual([]);
			expect(started()).toEqual(['Yes', 'x']);
		});
	});

	it('resume in this process by the URL that n8n signed, whatever the public URL is', async () => {
		const execution = waitingFor(question);
		let host = '';
		const { deliver } = await start(
			(request, response) => {
				host = request.headers.host ?? '';
				execution.listener(request, response);
			},
			{ publicUrl: 'https://n8n.invalid' },
		);
		const url = hosts[0]?.webhookUrl().replace('https://n8n.invalid', hosts[0].url) ?? '';
		expect(deliver).toBeDefined();
		expect(await signedPost(url, JSON.stringify(tap(token(0))))).toBe(200);
		expect(dataOf(execution)).toEqual([{ approved: true }]);
		expect(host).toBe('n8n.invalid');
	});

	it('are accepted by a test run', async () => {
		const execution = waitingFor(question);
		const { deliver, started } = await start(execution.listener);
		expect(await deliver(tap(token(0)), true)).toBe(200);
		expect(dataOf(execution)).toEqual([{ approved: true }]);
		expect(started()).toEqual([]);
	});
});
