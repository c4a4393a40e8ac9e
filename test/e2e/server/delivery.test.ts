import { readFile } from 'node:fs/promises';
import { business } from '../../../simulator';
import {
	holdStatuses,
	leaveUnread,
	releaseStatuses,
	report,
	awaited,
	resultOf,
	send,
	sendAndAwait,
} from '../support/deliveryStage';
import { ExecutionCounter } from '../support/executions';
import { isWaiting } from '../support/questionStage';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { removeWorkflows, settled, world } from '../support/world';
import type { SavedWorkflow } from '../../../scripts/n8n/client';

const [first, second] = business.customers;
const everyone = [first, second, first].map(({ waId }) => waId);
const delivered = { status: 'delivered', delivered: true, read: false, error: null };
const timedOut = { status: 'timedOut', delivered: false, read: false, at: null, error: null };

/** An execution continues when its messages have arrived, have failed, or the time is over, and says which. */
describe('Send and Wait for the delivery in n8n', () => {
	let listening: SavedWorkflow;
	const started = new ExecutionCounter(() => listening);

	beforeAll(async () => {
		listening = await publish(
			triggerWorkflow('Listen for statuses', { events: ['messages', 'statuses'] }),
		);
	});
	beforeEach(async () => {
		await world.simulator.reset({ keepCallbacks: true });
		leaveUnread();
		await started.begin();
	});
	afterEach(releaseStatuses);
	afterAll(removeWorkflows);

	test('a message that arrives: the status resumes the execution, and starts nothing', async () => {
		const { id, messages } = await send([first.waId]);
		const [item] = await resultOf(id);
		expect(item).toEqual({
			...{ to: first.waId, text: 'Your code is 4711', status: 'accepted' },
			...{ messageId: messages[0]?.id, phoneNumberId: business.phoneNumbers[0].id },
			delivery: { ...delivered, at: expect.stringMatching(/^\d{4}-.*Z$/) as string },
		});
		await settled();
		await started.expectNew(0);
	});

	test('three messages: the execution continues when all are settled', async () => {
		holdStatuses();
		const { id, messages } = await sendAndAwait(everyone);
		report(messages[1], 'read');
		report(messages[0], 'failed');
		await settled();
		expect(await isWaiting(id)).toBe(true);
		report(messages[2], 'delivered');
		report(messages[2], 'delivered');
		const items = await resultOf(id);
		expect(items.map(({ delivery }) => delivery)).toMatchObject([
			{ status: 'failed', delivered: false, error: { code: 131026, safeToSendAgain: true } },
			{ ...delivered, read: true },
			delivered,
		]);
		expect(items.map(({ to }) => to)).toEqual(everyone);
		await started.expectNew(0);
	});

	test('many statuses at once', async () => {
		const { id } = await send([...everyone, ...everyone, ...everyone]);
		const items = await resultOf(id);
		expect(items.map(({ delivery }) => delivery)).toMatchObject(Array(9).fill(delivered));
		await started.expectNew(0);
	});

	test('read: a message that has only arrived is waited for', async () => {
		holdStatuses();
		const { id, messages } = await sendAndAwait([first.waId], { awaitedStatus: 'read' });
		report(messages[0], 'delivered');
		await settled();
		expect(await isWaiting(id)).toBe(true);
		report(messages[0], 'read');
		expect(await resultOf(id)).toMatchObject([
			{ delivery: { status: 'read', delivered: true, read: true } },
		]);
	});

	test('a template, and an item that cannot be sent', async () => {
		const parameters = {
			deliveryMessage: 'sendTemplate',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
		};
		const recipients = [first.waId, '1', second.waId];
		const settings = { onError: 'continueErrorOutput' as const };
		const { id } = await send(recipients, parameters, settings, { accepted: 2 });
		expect(await resultOf(id)).toMatchObject([{ delivery: delivered }, { delivery: delivered }]);
		const [failed, ...others] = await resultOf(id, 'Failed');
		expect(others).toEqual([]);
		expect(failed).toMatchObject({ 'body.recipients': '1' });
	});

	test('a status resumes when n8n has restarted meanwhile', async () => {
		holdStatuses();
		const { id, messages } = await sendAndAwait([first.waId, second.waId]);
		report(messages[0], 'delivered');
		// An execution that runs when n8n ends has crashed.
		await until('the wait for the second', async () =>
			(await awaited(id))[0] === 'delivered' ? true : undefined,
		);
		await world.restartN8n();
		// When it starts, n8n marks waiting executions as crashed, and corrects that after it has said so.
		await until('what n8n says of unfinished executions', async () =>
			(await readFile(world.n8n.logFile, 'utf8')).includes('Found unfinished') ? true : undefined,
		);
		await until('the wait', async () =>
			(await awaited(id))[0] === 'delivered' ? true : undefined,
		);
		report(messages[1], 'delivered');
		expect(await resultOf(id)).toMatchObject([{ delivery: delivered }, { delivery: delivered }]);
	});

	test('when the time is over, the items say which have arrived', async () => {
		holdStatuses();
		const { id, messages } = await sendAndAwait(everyone, { timeLimit: 0.3 });
		report(messages[1], 'delivered');
		// n8n looks once a minute for executions whose wait is over.
		await until('the end of the execution', async () => {
			const found = await world.n8n.endedOrWaitingExecution(id);
			return found.status === 'success' ? true : undefined;
		});
		const items = await resultOf(id);
		expect(items.map(({ delivery }) => delivery)).toMatchObject([timedOut, delivered, timedOut]);
		report(messages[0], 'delivered');
		await started.expectNew(0);
	});
});

describe('Send and Wait for the delivery beside a trigger that starts on what is awaited', () => {
	afterAll(removeWorkflows);

	test('the statuses resume the execution and start the trigger', async () => {
		const listening = await publish(
			triggerWorkflow('Start on statuses', {
				events: ['statuses'],
				triggerOptions: { startOnAnswers: true },
			}),
		);
		const started = new ExecutionCounter(() => listening);
		await started.begin();
		releaseStatuses();
		const { id } = await send([first.waId]);
		expect(await resultOf(id)).toMatchObject([{ delivery: { delivered: true } }]);
		await started.expectNew(3);
	});
});
