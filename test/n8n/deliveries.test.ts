import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { INodeParameters } from 'n8n-workflow';

import type { DeliveryReports } from '../../nodes/shared/deliveryReports';
import { replyToken } from '../../nodes/shared/replyToken';
import type { TokenPayload } from '../../nodes/shared/replyToken';
import { business } from '../../simulator';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagesChange, payload, phoneNumber, statusPayload } from '../unit/trigger/payloads';

const hosts: TriggerHost[] = [];
let count = 0;
/** Different in each test, since the process remembers executions. */
let executionId: string;

describe('Statuses of messages whose delivery is awaited', () => {
	beforeEach(() => {
		executionId = String(++count);
	});
	afterEach(async () => {
		await Promise.all(hosts.splice(0).map((host) => host.stop()));
	});

	const token = (item: number, changes: Partial<TokenPayload> = {}, recipient = phoneNumber) =>
		replyToken(
			{
				...{ executionId, nodeId: 'send', resumeSignature: 'ab'.repeat(32), questionId: 'q1' },
				...{ choice: item, until: undefined, awaits: 'delivered', ...changes },
			},
			recipient,
			business.app.secret,
		);
	const statusOf = (type: string, callbackData: string, id: string) => ({
		...{ id, status: type, recipient_id: phoneNumber },
		timestamp: String(Math.floor(Date.now() / 1000)),
		biz_opaque_callback_data: callbackData,
		...(type === 'failed' && { errors: [{ code: 131026, title: 'Undeliverable' }] }),
	});
	const status = (type: string, callbackData = token(0), id = 'wamid.0') =>
		statusPayload(statusOf(type, callbackData, id));
	/** All in one delivery of Meta. */
	const statuses = (tokens: readonly string[], types = ['delivered']) =>
		payload(
			messagesChange({
				statuses: tokens.flatMap((each, index) =>
					types.map((type) => statusOf(type, each, `wamid.${index}`)),
				),
			}),
		);

	/** An execution that responds with these statuses, the last one again and again. */
	function waiting(...responses: Array<[status: number, body: object | string]>) {
		const told: DeliveryReports[] = [];
		const left = [...responses];
		const listener: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
			void text(request).then((body) => {
				told.push(JSON.parse(body) as DeliveryReports);
				const [code, result] = (left.length > 1 ? left.shift() : left[0]) ?? [200, {}];
				response
					.writeHead(code, { 'content-type': 'application/json' })
					.end(JSON.stringify(result));
			});
		};
		return { told, listener };
	}
	const over: [number, object] = [200, { resumed: true, isOver: true }];
	const taken: [number, object] = [200, { resumed: true }];
	const running: [number, object] = [409, { message: 'is running already' }];

	async function start(listener: RequestListener, triggerOptions: INodeParameters = {}) {
		const host = await TriggerHost.start({
			credential: () => credentialFor('http://127.0.0.1:1'),
			nodeId: `deliveries ${count}`,
			parameters: { events: ['messages', 'statuses'], triggerOptions },
			waiting: listener,
		});
		hosts.push(host);
		return {
			host,
			deliver: (body: object, isTest = false) =>
				signedPost(host.webhookUrl({ isTest }), JSON.stringify(body)),
			started: () => host.executions.flat().map(({ json }) => json.type),
		};
	}

	it.each(['delivered', 'read', 'played', 'failed'])(
		'resume the execution with %s, and start nothing',
		async (type) => {
			const { told, listener } = waiting(over);
			const { deliver, started } = await start(listener);
			expect(await deliver(status('sent'))).toBe(200);
			expect(told).toEqual([]);
			expect(await deliver(status(type))).toBe(200);
			const expected = type === 'played' ? 'read' : type;
			expect(told).toMatchObject([
				{ deliveries: [{ token: token(0), from: phoneNumber, status: expected }] },
			]);
			expect(told[0]?.deliveries[0]?.failure?.code ?? null).toBe(type === 'failed' ? 131026 : null);
			expect(started()).toEqual([]);
		},
	);

	it('tell nothing more once the wait is over, and still start nothing', async () => {
		const { told, listener } = waiting(over);
		const { deliver, started } = await start(listener);
		for (const type of ['delivered', 'delivered', 'read']) await deliver(status(type));
		expect(told).toHaveLength(1);
		expect(started()).toEqual([]);
	});

	it('tell with each request all that is known', async () => {
		const { told, listener } = waiting(taken, over);
		const { deliver } = await start(listener);
		await deliver(status('delivered', token(1), 'wamid.1'));
		await deliver(status('read', token(1), 'wamid.1'));
		await deliver(status('failed', token(0)));
		expect(told.map(({ deliveries }) => deliveries.map((report) => report.status))).toEqual([
			['delivered'],
			['delivered', 'failed'],
		]);
	});

	it('tell that a message was read after it was delivered if that is awaited', async () => {
		const read = token(0, { awaits: 'read' });
		const { told, listener } = waiting(taken, over);
		const { deliver } = await start(listener);
		await deliver(status('delivered', read));
		await deliver(status('read', read));
		expect(told).toHaveLength(2);
	});

	it('start the workflow as well when Start on Awaited Replies is on', async () => {
		const { listener } = waiting(over);
		const { deliver, started } = await start(listener, { startOnAnswers: true });
		for (const type of ['sent', 'delivered', 'read']) await deliver(status(type));
		expect(started()).toEqual(['sent', 'delivered', 'read']);
	});

	it.each<[string, () => string]>([
		['of another recipient', () => token(0, {}, '447700900123')],
		['with a token that was changed', () => token(0).replace('n8nDelivered', 'n8nRead')],
		['with other callback data', () => 'order-4711'],
	])('start the workflow %s', async (_, callbackData) => {
		const { told, listener } = waiting(over);
		const { deliver, started } = await start(listener);
		await deliver(status('delivered', callbackData()));
		expect(told).toEqual([]);
		expect(started()).toEqual(['delivered']);
	});

	it('are told later to an execution that does not wait yet', async () => {
		const { told, listener } = waiting(...Array<typeof running>(6).fill(running), over);
		const { deliver, started } = await start(listener);
		expect(await deliver(status('delivered'))).toBe(200);
		await until(() => told.length === 7);
		expect(started()).toEqual([]);
	});

	const many = [...Array(1_000).keys()];

	it('tell an execution at once what one delivery says of all its messages', async () => {
		const { told, listener } = waiting(taken);
		const { deliver, started } = await start(listener);
		const tokens = many.map((item) => token(item));
		expect(await deliver(statuses(tokens, ['read', 'delivered']))).toBe(200);
		expect(told.map(({ deliveries }) => deliveries.map((each) => each.token))).toEqual([tokens]);
		expect(await deliver(statuses(tokens.slice(0, 2)))).toBe(200);
		expect(told).toHaveLength(1);
		expect(started()).toEqual([]);
	});

	it('tell several executions at the same time', async () => {
		const tokens = many
			.slice(0, 20)
			.map((each) => token(0, { executionId: `${executionId}-${each}` }));
		const open: ServerResponse[] = [];
		const { deliver } = await start((_request, response) => {
			if (open.push(response) < tokens.length) return;
			for (const each of open) each.end(JSON.stringify(over[1]));
		});
		expect(await deliver(statuses(tokens))).toBe(200);
		expect(open).toHaveLength(tokens.length);
	});

	it('tell the other executions if one cannot be told', async () => {
		const { told, listener } = waiting([503, {}], over);
		const { deliver } = await start(listener);
		const tokens = [token(0), token(0, { executionId: `${executionId}-other` })];
		expect(await deliver(statuses(tokens))).toBe(500);
		expect(told).toHaveLength(2);
		expect(await deliver(statuses(tokens))).toBe(200);
		expect(told).toHaveLength(3);
	});

	it('are delivered again by WhatsApp while n8n cannot take them', async () => {
		const { told, listener } = waiting([503, {}], over);
		const { deliver } = await start(listener);
		expect(await deliver(status('delivered'))).toBe(500);
		expect(await deliver(status('delivered'))).toBe(200);
		expect(told).toHaveLength(2);
	});

	it('resume the execution in a test run, too', async () => {
		const { told, listener } = waiting(over);
		const { host, deliver } = await start(listener);
		await deliver(status('delivered'), true);
		expect(told).toHaveLength(1);
		expect(host.executions).toEqual([]);
	});
});
