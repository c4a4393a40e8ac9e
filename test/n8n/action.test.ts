import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { caseList } from '../cases/caseList';
import { credentialFor } from '../support/credential';
import { fileSystemBinaryData, runNode } from '../support/engine';
import { files } from '../support/files';
import { aboutRealMessages } from '../support/realMessages';

const to = '+16505551234';
let simulator: Simulator;
let credential: CredentialData;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	credential = credentialFor(simulator.url);
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const run = (
	parameters: INodeParameters,
	items: INodeExecutionData[] = [{ json: {} }],
	settings: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>> = {},
) => runNode({ node: new WhatsAppBusiness(), parameters, credential, items, settings });

const sendText = { resource: 'message', operation: 'sendText', to, text: '={{ $json.text }}' };
const texts = (...values: string[]) => values.map((text) => ({ json: { text } }));
const sentTexts = () =>
	simulator.messages().map(({ body }) => (body.text as { body: string }).body);

describe.each(caseList)('$operation.resource: $operation.operation', ({ operation, cases }) => {
	const played = cases.filter(({ name }) => name === 'smallest' || name === 'fullest');

	for (const recorded of played) {
		it(`${recorded.name} is accepted by the API`, async () => {
			const { parameters, binary, request } = await aboutRealMessages(simulator, recorded);
			const { resource, operation: name } = operation;
			const saved = { resource, operation: name, ...parameters };
			const { outputs, error } = await run(saved, [{ json: {}, binary }]);
			expect(error).toBeUndefined();
			expect(outputs[0]).not.toEqual([]);
			expect(outputs[0]?.every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
			const calls = simulator.requests().map((call) => `${call.method} ${call.path}`);
			expect(calls).toContain(`${request.method} /v25.0${request.path}`);
		});
	}
});

it("puts out Meta's answer, one item per input item, paired and in order", async () => {
	const { outputs } = await run(sendText, texts('one', 'two', 'three'));
	expect(outputs[0]).toMatchObject([0, 1, 2].map((item) => ({ pairedItem: { item } })));
	expect(outputs[0]?.map(({ json }) => json)).toEqual(
		simulator.messages().map(({ id }) => ({
			messaging_product: 'whatsapp',
			contacts: [expect.objectContaining({ input: to })],
			messages: [expect.objectContaining({ id })],
		})),
	);
	expect(sentTexts()).toEqual(['one', 'two', 'three']);
});

it('ends the run with the index of the item that failed, before anything of it was sent', async () => {
	const { error } = await run(sendText, texts('one', ''));
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: "'Text' is empty",
		description: 'Fill it in.',
		context: { itemIndex: 1 },
	});
	expect(sentTexts()).toEqual(['one']);
});

it('turns a failed item into its output with Continue On Fail, and sends the others', async () => {
	simulator.addFaults({ kind: 'graphError', code: 131047, times: 1 });
	const { outputs, error } = await run(sendText, texts('one', '', 'three'), {
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([
		{
			json: { error: { code: 131047, outcome: 'notAccepted', httpStatus: expect.any(Number) } },
			pairedItem: { item: 0 },
		},
		{
			json: { message: "'Text' is empty", error: { field: 'Text', outcome: 'notAccepted' } },
			pairedItem: { item: 1 },
		},
		{ json: { messages: [{}] }, pairedItem: { item: 2 } },
	]);
	expect(sentTexts()).toEqual(['three']);
});

it('sends failed items to the error output, with what they came with', async () => {
	const { outputs } = await run(sendText, texts('one', ''), { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { messages: [{}] } }]);
	expect(outputs[1]).toMatchObject([
		{ json: { text: '', message: "'Text' is empty", error: { field: 'Text' } } },
	]);
});

it.each<INode['onError']>(['stopWorkflow', 'continueRegularOutput'])(
	'sends nothing twice when n8n tries the node again (%s)',
	async (onError) => {
		// The first item fails, so that n8n sees a failed try whichever way errors are handled.
		simulator.addFaults({ kind: 'graphError', code: 131016, times: 2, recipient: '+447700900123' });
		const items = ['+447700900123', to, to].map((recipient) => ({ json: { recipient } }));
		const parameters = { ...sendText, to: '={{ $json.recipient }}', text: 'Hello' };
		const { outputs, error } = await run(parameters, items, {
			onError,
			retryOnFail: true,
			maxTries: 5,
			waitBetweenTries: 1,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		expect(
			simulator
				.messages()
				.map(({ body }) => body.to)
				.sort(),
		).toEqual(['+16505551234', '+16505551234', '+447700900123']);
	},
);

it('never repeats a message whose outcome is unknown, also when n8n tries the node again', async () => {
	simulator.addFaults({ kind: 'dropAfter', times: 1 });
	const { error } = await run(sendText, texts('one'), {
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 1,
	});
	expect(error?.message).toMatch(/outcome of the request is unknown/);
	expect(sentTexts()).toEqual(['one']);
});

it('keeps the token and the app secret out of what an execution stores', async () => {
	credential = { ...credential, accessToken: 'EAAwrongtoken123' };
	const { run: stored, error } = await run(sendText, texts('one'));
	credential = credentialFor(simulator.url);
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
	expect(error?.message).toMatch(/token/i);
	const text = JSON.stringify(stored);
	expect(text).not.toContain('EAAwrongtoken123');
	expect(text).not.toContain(business.app.secret);
});

it('says which credential field is missing', async () => {
	credential = { ...credential, phoneNumberId: '' };
	const { error } = await run(sendText, texts('one'));
	credential = credentialFor(simulator.url);
	expect(error?.message).toMatch(/'Phone Number ID' is empty in the credential/);
	expect(simulator.requests()).toEqual([]);
});

it('says what to do when the operation came from a newer version', async () => {
	const { error } = await run({ resource: 'message', operation: 'sendHologram' });
	expect(error?.message).toMatch(/'sendHologram' of the resource 'message' does not exist/);
});

describe('files', () => {
	const sendMedia = {
		resource: 'message',
		operation: 'sendMedia',
		to,
		mediaType: 'image',
		mediaSource: 'binary',
		binaryPropertyName: 'data',
	};
	const uploads = () => simulator.requests().filter(({ path }) => path.endsWith('/media'));

	it('uploads a distinct file once in a run, whatever n8n calls it', async () => {
		const store = await fileSystemBinaryData();
		const content = Buffer.from(files.png.data, 'base64');
		const items: INodeExecutionData[] = [];
		for (const name of ['a.png', 'b.png']) {
			items.push({ json: {}, binary: { data: await store.store(content, 'image/png', name) } });
		}
		items.push(
			{ json: {}, binary: { data: files.png } },
			{ json: {}, binary: { data: files.jpeg } },
		);
		const { error } = await run(sendMedia, items);
		store.remove();
		expect(error).toBeUndefined();
		expect(uploads()).toHaveLength(2);
		const ids = simulator.messages().map(({ body }) => (body.image as { id: string }).id);
		expect(ids).toHaveLength(4);
		expect(ids[0]).toBe(ids[1]);
		expect(ids[0]).toBe(ids[2]);
		expect(ids[0]).not.toBe(ids[3]);
	});

	it('uploads again for the next item when an upload failed', async () => {
		simulator.addFaults({ kind: 'graphError', code: 131016, path: '/media$', times: 1 });
		const items = [0, 1].map(() => ({ json: {}, binary: { data: files.png } }));
		const { outputs } = await run(sendMedia, items, { onError: 'continueRegularOutput' });
		expect(outputs[0]).toMatchObject([
			{ json: { error: { code: 131016 } } },
			{ json: { messages: [{}] } },
		]);
	});

	it('refuses a file that is too large before the network is touched', async () => {
		const store = await fileSystemBinaryData();
		const large = await store.store(Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', 'a.png');
		const { error } = await run(sendMedia, [{ json: {}, binary: { data: large } }]);
		store.remove();
		expect(error?.message).toBe("'Input Binary Field' holds a file of 5.1 MB");
		expect(simulator.requests()).toEqual([]);
	});

	it('names the field when the item has no such file', async () => {
		const { error } = await run(sendMedia, [{ json: {} }]);
		expect(error?.message).toMatch(/'Input Binary Field' names 'data'/);
	});
});
