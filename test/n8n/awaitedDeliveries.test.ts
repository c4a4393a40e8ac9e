import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INode, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { KnownReports } from '../../nodes/shared/deliveryReports';
import type { DeliveryReport } from '../../nodes/shared/deliveryReports';
import { readReplyToken } from '../../nodes/shared/replyToken';
import { ourselves, signatureHeaderOf } from '../../nodes/shared/signature';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import type { PendingDeliveries } from '../../nodes/WhatsAppBusiness/sendAndWait/delivery/awaitedMessages';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { WaitingExecution } from '../support/waitingExecution';

const [first, second] = business.customers;
const { secret } = business.app;
const text = 'Your code is 4711';
const delivery = {
	...{ resource: 'message', operation: 'sendAndWait', responseType: 'delivery', text },
	to: '={{ $json.phone }}',
};
const to = (...phones: string[]): INodeExecutionData[] =>
	phones.map((phone) => ({ json: { phone } }));

let simulator: Simulator;
let credential: CredentialData;
let server: Server | undefined;

describe('Send and Wait for the delivery', () => {
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

	const send = (
		items: INodeExecutionData[],
		parameters: INodeParameters = {},
		settings: Partial<INode> = {},
		using = credential,
	) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { ...delivery, ...parameters },
			credential: using,
			items,
			settings,
		});

	const pendingOf = (run: IRun) =>
		run.data.executionData?.contextData['node:Tested']?.question as unknown as PendingDeliveries;
	const storedOf = (run: IRun) =>
		run.data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];
	const deliveriesOf = (items: INodeExecutionData[] = []) =>
		items.map(({ json }) => (json.delivery as { status?: string } | null)?.status);

	const tokenOf = (item: number) =>
		simulator
			.messages()
			.map(({ body }) => String(body.biz_opaque_callback_data))
			.find((token) => readReplyToken(token, recipients(), secret)?.choice === item) ?? '';
	const recipients = () => simulator.messages().map(({ recipient }) => recipient);
	const report = (
		item: number,
		status: DeliveryReport['status'],
		from: string = first.waId,
	): DeliveryReport => ({
		...{ token: tokenOf(item), from, userId: null, status, at: '2026-11-20T09:30:00.000Z' },
		failure: status === 'failed' ? { code: 131026, message: 'No', details: null } : null,
	});

	/** Serves the execution that waits. */
	async function serve(run: IRun, pending = pendingOf(run)) {
		const execution = new WaitingExecution(
			credential,
			pending,
			{ id: '2', name: 'Tested' },
			storedOf(run),
		);
		const started = createServer(execution.listener);
		server = started;
		await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(started.address() as AddressInfo).port}/?signature=ab`;
		const tell = async (deliveries: DeliveryReport[], key: string = secret) => {
			const body = JSON.stringify({ deliveries });
			const signer = ourselves(key, 'reply to a waiting execution');
			const response = await fetch(url, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					...signatureHeaderOf(Buffer.from(body), signer),
				},
				body,
			});
			return { status: response.status, result: (await response.json()) as object };
		};
		return { execution, tell, url };
	}

	it('waits with several items, and passes on that nothing is known if the time is over', async () => {
		const before = Date.now();
		const { run, goOn } = await send(to(first.waId, second.waId), { timeLimit: 5 });
		const waitTill = Number(run.data.waitTill);
		expect(waitTill).toBeGreaterThanOrEqual(before + 300_000);
		expect(waitTill).toBeLessThanOrEqual(Date.now() + 300_000);
		const { outputs, error } = await goOn();
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{
				json: {
					...{ to: first.waId, text, status: 'accepted' },
					delivery: { status: 'timedOut', delivered: false, read: false, at: null, error: null },
				},
				pairedItem: { item: 0 },
			},
			{ json: { to: second.waId, delivery: { status: 'timedOut' } }, pairedItem: { item: 1 } },
		]);
	});

	it('continues when all are settled', async () => {
		const { run, goOn } = await send(to(first.waId, second.waId));
		const { execution, tell } = await serve(run);
		const { result } = await tell([report(1, 'failed', second.waId), report(0, 'delivered')]);
		expect(result).toEqual({ resumed: true, isOver: true });
		expect(execution.runsAgain).toBe(false);
		const { outputs } = await goOn(execution.resumed[0]);
		expect(deliveriesOf(outputs[0])).toEqual(['delivered', 'failed']);
		expect(outputs[0]?.[1]?.json.delivery).toMatchObject({ error: { code: 131026 } });
		expect(simulator.messages()).toHaveLength(2);
	});

	it('stores what is known by now, and waits for the others until the same time', async () => {
		const { run, goOn } = await send(to(first.waId, second.waId));
		const { execution, tell } = await serve(run);
		expect((await tell([report(1, 'delivered', second.waId)])).result).toEqual({ resumed: true });
		expect(execution.runsAgain).toBe(true);
		const again = await goOn(execution.resumed[0], true);
		expect(again.run.data.waitTill).toEqual(run.data.waitTill);
		expect(pendingOf(again.run)).toMatchObject({ round: 1 });
		expect(storedOf(again.run)[0]).not.toHaveProperty('awaitedDeliveries', expect.anything());
		expect(simulator.messages()).toHaveLength(2);
		const over = await again.goOn();
		expect(deliveriesOf(over.outputs[0])).toEqual(['timedOut', 'delivered']);
	});

	it('takes a round once, in whichever process, and asks to try again', async () => {
		const { run } = await send(to(first.waId, second.waId));
		const { execution, tell } = await serve(run);
		const reports = [report(0, 'delivered')];
		const { status } = await tell(reports);
		execution.resumed.splice(0);
		const late = await tell(reports);
		expect([status, late.status]).toEqual([200, 409]);
		expect(execution.resumed).toEqual([]);
	});

	it.each<[string, () => [DeliveryReport[], string?]]>([
		['another recipient', () => [[report(0, 'delivered', '1')]]],
		['a token that was changed', () => [[{ ...report(0, 'delivered'), token: `${tokenOf(0)}x` }]]],
		['nothing', () => [[]]],
		['somebody else', () => [[report(0, 'delivered')], 'another secret']],
	])('is not resumed by %s', async (_, told) => {
		const { run } = await send(to(first.waId));
		const { execution, tell } = await serve(run);
		const { result } = await tell(...told());
		expect(result).toEqual({ resumed: false });
		expect(execution.resumed).toEqual([]);
		expect(execution.failures).toEqual([]);
	});

	it('shows no page to a visitor', async () => {
		const { run } = await send(to(first.waId));
		const { execution, url } = await serve(run);
		expect((await fetch(url)).status).toBe(410);
		expect(execution.resumed).toEqual([]);
	});

	it('does not wait when all is known already', async () => {
		// The status comes in while the node still sends: what it knows by then is in the memory.
		const memory = memoryOf(credential);
		const of = jest.spyOn(KnownReports.prototype, 'of');
		of.mockImplementation(() => Promise.resolve([report(0, 'delivered')]));
		const { run, outputs } = await send(to(first.waId)).finally(() => of.mockRestore());
		expect(run.data.waitTill).toBeUndefined();
		expect(deliveriesOf(outputs[0])).toEqual(['delivered']);
		const payload = readReplyToken(tokenOf(0), recipients(), secret);
		expect(payload && (await new KnownReports(memory).isOver(payload))).toBe(true);
	});

	it('waits for those that were sent if others could not be', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const { run, goOn } = await send(to(first.waId, 'nobody', second.waId), {}, settings);
		const { execution, tell } = await serve(run);
		await tell([report(0, 'delivered'), report(2, 'delivered', second.waId)]);
		const { outputs } = await goOn(execution.resumed[0]);
		expect(deliveriesOf(outputs[0])).toEqual(['delivered', undefined, 'delivered']);
		expect(outputs[0]?.[1]?.json).toMatchObject({
			message: expect.stringContaining("'To'") as string,
		});
	});

	it('does not wait if nothing could be sent', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const { run, outputs } = await send(to('nobody'), {}, settings);
		expect(run.data.waitTill).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ json: { error: { field: 'To' } } }]);
	});

	it('fails before sending if an item is invalid', async () => {
		const { error } = await send(to(first.waId, 'nobody'));
		expect(error?.message).toContain("'To'");
		expect(simulator.messages()).toEqual([]);
	});

	it('has no delivery for people who are skipped, and keeps the fields of the input', async () => {
		const { run, outputs } = await send(
			[{ json: { phone: first.waId, row: 7, delivery: 'of an earlier node' } }],
			{ options: { keepInputFields: true } },
		);
		expect(run.data.waitTill).toBeDefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ row: 7, delivery: { status: 'timedOut' } });
	});

	it('needs no app secret', async () => {
		const { run } = await send(to(first.waId), {}, {}, { ...credential, appSecret: '' });
		expect(run.waitTill).toBeDefined();
		const token = simulator.messages()[0]?.body.biz_opaque_callback_data;
		expect(readReplyToken(token, [first.waId], credential.accessToken)).toBeDefined();
	});

	it('takes at most as many items as the execution can store', async () => {
		const many = await send(to(...Array.from({ length: 1001 }, () => first.waId)));
		expect(many.error?.message).toContain('at most 1000 deliveries');
		expect(simulator.messages()).toEqual([]);
	});

	it('sends what is chosen instead when the window is closed, with the token', async () => {
		const parameters = {
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
		};
		const { run, outputs } = await send(to(first.waId), parameters);
		expect(run.data.waitTill).toBeDefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentTemplateInstead: false });
	});
});
