import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { fileSystemBinaryData } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagePayload, messagesChange, payload, timestamp } from '../unit/trigger/payloads';

const [customer] = business.customers;
const [number, otherNumber] = business.phoneNumbers;

let simulator: Simulator;
let binaryData: Awaited<ReturnType<typeof fileSystemBinaryData>>;
const hosts: TriggerHost[] = [];

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	binaryData = await fileSystemBinaryData();
});
afterAll(async () => {
	await simulator.stop();
	binaryData.remove();
});
afterEach(async () => {
	delete process.env.N8N_SSRF_PROTECTION_ENABLED;
	processState.reset();
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
	await simulator.reset();
});

async function start(options: INodeParameters, parameters: INodeParameters = {}) {
	const host = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: { registration: 'byHand', triggerOptions: options, ...parameters },
	});
	hosts.push(host);
	return host;
}

const texts = (executions: INodeExecutionData[][]) =>
	executions.map((items) => items.map(({ json }) => json.text));

/** Three messages and a status, in mixed order, in two changes of one payload. */
function batch(): string {
	const message = (id: string, later: number) => ({
		id: `wamid.${id}`,
		from: customer.waId,
		timestamp: String(Number(timestamp) + later),
		type: 'text',
		text: { body: id },
	});
	return JSON.stringify(
		payload(
			messagesChange({ messages: [message('third', 2), message('first', 0)] }),
			messagesChange({
				messages: [message('second', 1)],
				statuses: [{ id: 'wamid.s', status: 'read', timestamp, recipient_id: customer.waId }],
			}),
		),
	);
}

describe('a payload with several messages', () => {
	it('becomes the items of one execution, oldest first', async () => {
		const to = await start({});
		expect(await signedPost(to.webhookUrl(), batch())).toBe(200);
		expect(texts(to.executions)).toEqual([['first', 'second', 'third']]);
	});

	it('becomes one execution per message with the option, oldest first', async () => {
		const to = await start({ separateExecutions: true });
		expect(await signedPost(to.webhookUrl(), batch())).toBe(200);
		expect(texts(to.executions)).toEqual([['first'], ['second'], ['third']]);
		expect(to.log).toEqual([]);
	});

	it("does so too if n8n's SSRF protection blocks the address of n8n", async () => {
		process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
		processState.reset();
		const to = await start({ separateExecutions: true });
		await signedPost(to.webhookUrl(), batch());
		expect(texts(to.executions)).toEqual([['first'], ['second'], ['third']]);
	});

	it('delivered again starts nothing, with and without the option', async () => {
		for (const separateExecutions of [false, true]) {
			const to = await start({ separateExecutions });
			for (let times = 0; times < 3; times++) await signedPost(to.webhookUrl(), batch());
			expect(to.executions.flat()).toHaveLength(3);
		}
	});

	it('loses nothing if n8n cannot reach its webhook URL', async () => {
		const host = await TriggerHost.start({
			credential: () => credentialFor(simulator.url),
			parameters: { registration: 'byHand', triggerOptions: { separateExecutions: true } },
			publicUrl: 'http://127.0.0.1:1',
		});
		hosts.push(host);
		expect(await signedPost(`${host.url}/webhook/webhook-id/webhook`, batch())).toBe(200);
		expect(texts(host.executions)).toEqual([['first', 'second', 'third']]);
		expect(host.log.join()).toMatch(/start a separate execution/);
	});

	it('becomes one execution in a test run', async () => {
		const to = await start({ separateExecutions: true });
		await signedPost(to.webhookUrl({ isTest: true }), batch());
		expect(texts(to.executions)).toEqual([['first', 'second', 'third']]);
	});
});

describe('an option that is added and left as it is', () => {
	it('is saved by n8n with its default', () => {
		const { description } = new WhatsAppBusinessTrigger();
		const added = { triggerOptions: { markAsRead: true } };
		const saved = NodeHelpers.getNodeParameters(
			description.properties,
			added,
			false,
			false,
			null,
			description,
		);
		expect(saved).toEqual(added);
	});
});

describe('Output Raw', () => {
	it('outputs events exactly as WhatsApp sent them', async () => {
		const to = await start({ outputRaw: true });
		const message = { type: 'text', text: { body: 'Hi' } };
		await signedPost(to.webhookUrl(), JSON.stringify(messagePayload(message)));
		expect(to.executions.flat().map(({ json }) => json)).toEqual([
			expect.objectContaining({ ...message, from: customer.waId, timestamp }),
		]);
		expect(to.executions.flat()[0]?.json).not.toHaveProperty('raw');
	});
});

describe('the phone number', () => {
	const write = (phoneNumberId: string, id: string) =>
		JSON.stringify(
			payload({
				field: 'messages',
				value: {
					metadata: { phone_number_id: phoneNumberId },
					messages: [{ id, from: '1650', timestamp, type: 'text', text: { body: phoneNumberId } }],
				},
			}),
		);

	it.each([
		['of the credential', { registration: 'automatic' }, [number.id]],
		[
			'that was chosen',
			{
				registration: 'byHand',
				phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
			},
			[otherNumber.id],
		],
		['of anybody, for a wider registration', { registration: 'app' }, [number.id, otherNumber.id]],
	])('%s', async (_, parameters, expected) => {
		const to = await start({}, parameters);
		for (const { id } of business.phoneNumbers) {
			await signedPost(to.webhookUrl(), write(id, `wamid.${id}`));
		}
		expect(texts(to.executions).flat()).toEqual(expected);
	});
});

describe('filters', () => {
	it('start nothing for events that do not pass, and respond with 200', async () => {
		const to = await start({}, { filters: { textContains: 'invoice' } });
		for (const body of ['My invoice', 'Hi']) {
			const sent = messagePayload({ id: `wamid.${body}`, type: 'text', text: { body } });
			expect(await signedPost(to.webhookUrl(), JSON.stringify(sent))).toBe(200);
		}
		expect(texts(to.executions)).toEqual([['My invoice']]);
	});
});

describe('marking as read', () => {
	const received = () => [...simulator.state.received].at(-1);

	it.each([
		[{ markAsRead: true }, true, false],
		[{ typingIndicator: true }, true, true],
		[{ markAsRead: false, typingIndicator: false }, false, false],
		[{}, false, false],
	])('with %j', async (options, read, typing) => {
		const to = await start({ ...options }, { registration: 'automatic' });
		await to.activate();
		await simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		await simulator.settled();
		if (read) await until(() => received()?.readAt !== undefined);
		expect(to.executions).toHaveLength(1);
		expect([received()?.readAt !== undefined, received()?.typingAt !== undefined]).toEqual([
			read,
			typing,
		]);
	});

	it('that fails is logged and does not stop the workflow', async () => {
		const to = await start({ markAsRead: true }, { registration: 'automatic' });
		await to.activate();
		simulator.addFaults({ kind: 'graphError', code: 131000, path: '/messages$' });
		await simulator.writeAs(customer.waId, { type: 'text', text: 'Secret text' });
		await simulator.settled();
		await until(() => to.log.length > 0);
		expect(to.executions).toHaveLength(1);
		expect(to.log.join()).toMatch(/could not be marked as read/);
		expect(to.log.join()).not.toMatch(/Secret text|EAA/);
	});
});

describe('downloading media', () => {
	const content = Buffer.from('%PDF-1.4 a receipt');

	async function startDownloading(options: INodeParameters = {}): Promise<TriggerHost> {
		const to = await start({ downloadMedia: true, ...options }, { registration: 'automatic' });
		await to.activate();
		return to;
	}

	async function receiveDocument(to: TriggerHost, bytes: Buffer): Promise<INodeExecutionData> {
		await simulator.writeAs(customer.waId, {
			type: 'document',
			base64: bytes.toString('base64'),
			mimeType: 'application/pdf',
			filename: 'receipt.pdf',
			caption: 'Receipt',
		});
		await until(() => to.executions.length > 0);
		await simulator.settled();
		const [item] = to.executions.flat();
		if (!item) throw new Error('Nothing was started');
		return item;
	}

	it('adds the file to the item', async () => {
		const to = await startDownloading();
		const { json, binary } = await receiveDocument(to, content);
		expect(json).toMatchObject({ text: 'Receipt', media: { error: null } });
		expect(binary?.data).toMatchObject({ mimeType: 'application/pdf', fileName: 'receipt.pdf' });
		const stored = await Container.get(BinaryDataService).getAsBuffer(
			binary?.data as NonNullable<typeof binary>['data'],
		);
		expect(stored).toEqual(content);
	});

	it('responds to Meta before the file is downloaded', async () => {
		const to = await startDownloading();
		simulator.addFaults({ kind: 'slow', delayMs: 300, method: 'GET' });
		expect((await receiveDocument(to, content)).binary).toBeDefined();
		expect(to.history.slice(-2)).toEqual(['responded', 'started']);
	});

	it.each<[string, Buffer, () => void, RegExp]>([
		[
			'is too large',
			Buffer.alloc(1024 * 1024 + 1),
			() => undefined,
			/larger than 'Maximum File Size' \(1 MB\)/,
		],
		[
			'is gone',
			content,
			() => simulator.addFaults({ kind: 'graphError', code: 100, method: 'GET', path: '/\\d+$' }),
			/./,
		],
		[
			'breaks off',
			content,
			() => simulator.addFaults({ kind: 'dropBefore', method: 'GET', path: '/\\d+$' }),
			/./,
		],
	])(
		'keeps the message if the file %s and outputs the reason',
		async (_, bytes, prepare, reason) => {
			const to = await startDownloading({ maximumFileSize: 1 });
			prepare();
			const { json, binary } = await receiveDocument(to, bytes);
			expect(json.text).toBe('Receipt');
			expect((json.media as { error: string }).error).toMatch(reason);
			expect(binary).toBeUndefined();
		},
	);
});
