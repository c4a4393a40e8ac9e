import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const [pablo, ada] = business.customers;
const marketing = 'newsletter|en_US';
const utility = 'hello_world|en_US';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

async function send(
	template: string,
	options: INodeParameters = {},
	items: INodeExecutionData[] = [{ json: {} }],
	to: string = pablo.waId,
	settings: Pick<INode, 'retryOnFail' | 'maxTries' | 'waitBetweenTries'> = {},
) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: {
			...{ resource: 'message', operation: 'sendTemplate', to },
			template: { __rl: true, mode: 'list', value: template },
			options: { marketingMessagesApi: true, fallBackToCloudApi: true, maxRetries: 0, ...options },
			specifyValues: 'fields',
			...(template === marketing && { bodyVariables: { variable: [{ text: 'Roses.' }] } }),
		},
		credential: credentialFor(simulator.url),
		items,
		settings,
	});
	return { error, output: (outputs[0] ?? []).map(({ json }) => json) };
}

const accepted = () => simulator.messages().map(({ endpoint }) => endpoint);
const tries = () =>
	simulator
		.requests()
		.filter(({ method, path }) => method === 'POST' && path.includes('messages'))
		.map(({ path }) => path.split('/').at(-1));

describe('Send Template with a fallback to the Cloud API', () => {
	it('stays with the Marketing Messages API if that takes it', async () => {
		expect((await send(marketing)).output).toMatchObject([
			{ status: 'accepted', sentVia: 'marketingMessagesApi' },
		]);
		expect(accepted()).toEqual(['marketing_messages']);
	});

	it.each<[string, string, boolean]>([
		['an account that is not set up', marketing, false],
		['a template that is not for marketing', utility, true],
	])('falls back for %s, with the same message', async (_why, template, marketingMessagesApi) => {
		simulator.updateSettings({ marketingMessagesApi });
		const options = { messageActivitySharing: true, callbackData: 'a' };
		const { error, output } = await send(template, options);
		expect(error).toBeUndefined();
		expect(output).toMatchObject([{ status: 'accepted', sentVia: 'cloudApi' }]);
		expect(tries()).toEqual(['marketing_messages', 'messages']);
		expect(accepted()).toEqual(['messages']);
		const [message] = simulator.messages();
		expect(message?.body).toMatchObject({ biz_opaque_callback_data: 'a' });
		expect(message?.body).not.toHaveProperty('message_activity_sharing');
	});

	it.each([131061, 131063])(
		'tells of the first refusal if the Cloud API sends the message back with %i',
		async (code) => {
			simulator.addFaults(
				{ path: '/marketing_messages$', kind: 'graphError', code: 134101 },
				{ path: '/messages$', kind: 'graphError', code },
			);
			const { error } = await send(marketing);
			expect(JSON.stringify(error)).toContain('Meta error code 134101');
			expect(simulator.messages()).toEqual([]);
		},
	);

	it('tells for each item where its message went', async () => {
		simulator.addFaults({
			...{ path: '/marketing_messages$', kind: 'graphError', code: 131055 },
			recipient: ada.waId,
		});
		const items = [pablo, ada, pablo].map(({ waId }) => ({ json: { waId } }));
		const { output } = await send(marketing, {}, items, '={{ $json.waId }}');
		expect(output.map(({ sentVia }) => sentVia)).toEqual([
			'marketingMessagesApi',
			'cloudApi',
			'marketingMessagesApi',
		]);
		expect(simulator.messages()).toHaveLength(3);
	});

	it.each([
		['the option is off', 134102, { fallBackToCloudApi: false }],
		['the other API would refuse it, too', 132001, {}],
		['the error says nothing about the API', 131009, {}],
	])('fails if %s', async (_why, code, options) => {
		simulator.addFaults({ path: '/marketing_messages$', kind: 'graphError', code });
		const { error } = await send(marketing, options);
		expect(error).toBeDefined();
		expect(tries()).toEqual(['marketing_messages']);
	});

	it.each([
		['a lost response', { kind: 'dropAfter' }, {}],
		['a response that breaks off', { kind: 'truncated' }, {}],
		['an HTTP status 502', { kind: 'httpError', accepted: true }, {}],
		['a lost response with a key', { kind: 'dropAfter' }, { sendOnceKey: 'order-3' }],
	] as const)(
		'sends nothing again after %s, not even with Retry On Fail',
		async (_why, fault, options) => {
			simulator.addFaults({ path: '/marketing_messages$', times: 1, ...fault });
			const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
			expect((await send(marketing, options, undefined, undefined, retry)).error).toBeDefined();
			expect(tries()).toEqual(['marketing_messages']);
			expect(accepted()).toEqual(['marketing_messages']);
		},
	);

	it('sends one message if the Cloud API loses its response after a refusal', async () => {
		simulator.updateSettings({ marketingMessagesApi: false });
		simulator.addFaults({ path: '/messages$', kind: 'dropAfter', times: 1 });
		const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		expect((await send(marketing, {}, undefined, undefined, retry)).error).toBeDefined();
		expect(accepted()).toEqual(['messages']);
	});

	it('fails with the error of the Cloud API if both refuse it', async () => {
		simulator.updateSettings({ marketingMessagesApi: false });
		simulator.addFaults({ path: '/messages$', kind: 'graphError', code: 131026 });
		const { error } = await send(marketing);
		expect(error?.message).toMatch(/^The message cannot be delivered/);
		expect(tries()).toEqual(['marketing_messages', 'messages']);
	});

	it.each([
		['', {}],
		[' without a limit of the rate', { messagesPerSecond: 0 }],
	])('is sent once%s, and remembers where', async (_how, options) => {
		simulator.updateSettings({ marketingMessagesApi: false });
		const keyed = { sendOnceKey: `order-1${_how}`, ...options };
		const { output: first } = await send(marketing, keyed);
		expect(first).toMatchObject([{ alreadySent: false, sentVia: 'cloudApi' }]);
		simulator.updateSettings({ marketingMessagesApi: true });
		expect((await send(marketing, keyed)).output).toEqual([{ ...first[0], alreadySent: true }]);
		expect(accepted()).toEqual(['messages']);
	});

	it('may be sent with the same key after both refused it', async () => {
		simulator.updateSettings({ marketingMessagesApi: false });
		simulator.addFaults({ path: '/messages$', kind: 'graphError', code: 131026, times: 1 });
		const keyed = { sendOnceKey: 'order-2' };
		expect((await send(marketing, keyed)).error).toBeDefined();
		expect((await send(marketing, keyed)).output).toMatchObject([{ sentVia: 'cloudApi' }]);
	});
});
