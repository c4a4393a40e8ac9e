import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { memoryOf } from '../../nodes/memory/memoryOf';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import { OwnMessages } from '../../nodes/shared/conversation/ownMessages';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const [number] = business.phoneNumbers;
const [pablo, ada] = business.customers;
const marketing = 'newsletter|en_US';
const utility = 'hello_world|en_US';
const phoneNumberId = number.id;

let simulator: Simulator;
let conversations: Conversations;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
	await simulator.reset();
	conversations = new Conversations(memoryOf(credentialFor(simulator.url)));
	await conversations.optOut({ phoneNumberId, users: [pablo.waId] }, 'Wrote STOP');
});

const fromList = (value: string) => ({ __rl: true, mode: 'list', value });

async function send(
	template: string,
	options: INodeParameters = {},
	more: INodeParameters = {},
	settings: Partial<INode> = {},
	items: INodeExecutionData[] = [{ json: {} }],
) {
	const { outputs, error, run } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: {
			...{ resource: 'message', operation: 'sendTemplate', to: pablo.waId },
			...{ template: fromList(template), options, specifyValues: 'fields' },
			...(template === marketing && { bodyVariables: { variable: [{ text: 'Roses.' }] } }),
			...more,
		},
		credential: credentialFor(simulator.url),
		items,
		settings,
	});
	const hints = run.data.resultData.runData.Tested?.[0]?.hints ?? [];
	return { error, hints, output: (outputs[0] ?? []).map(({ json }) => json) };
}

const skipped = {
	to: pablo.waId,
	text: null,
	status: 'skipped',
	messageId: null,
	phoneNumberId,
	skipped: true,
	reason: 'The person has opted out of marketing messages (Wrote STOP).',
};

const reads = () =>
	simulator.requests().filter(({ path }) => path.includes('message_templates')).length;

describe('Send Template to a person who has opted out', () => {
	it('skips a marketing template', async () => {
		const { error, output, hints } = await send(marketing);
		expect(error).toBeUndefined();
		expect(output).toEqual([skipped]);
		expect(simulator.messages()).toEqual([]);
		expect(hints[0]?.message).toMatch(/^0 sent, 1 skipped \(opted out\), 0 failed/);
	});

	it.each<[string, string, INodeParameters, INodeParameters]>([
		['a utility template', utility, {}, {}],
		['a marketing template with the option', marketing, { sendToOptedOut: true }, {}],
		['a marketing template to somebody else', marketing, {}, { to: ada.waId }],
		[
			'a marketing template from another number',
			marketing,
			{},
			{ sender: fromList(business.phoneNumbers[1].id) },
		],
	])('sends %s', async (_what, template, options, more) => {
		const { error, output } = await send(template, options, more);
		expect(error).toBeUndefined();
		expect(output).toMatchObject([{ status: 'accepted' }]);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('skips what goes through the Marketing Messages API, without reading the template', async () => {
		expect((await send(marketing, { marketingMessagesApi: true })).output).toEqual([skipped]);
		expect(reads()).toBe(0);
	});

	it('has the same output without Simplify, and keeps the input fields on request', async () => {
		expect((await send(marketing, {}, { simplify: false })).output).toEqual([skipped]);
		const { output } = await send(marketing, { keepInputFields: true }, {}, {}, [
			{ json: { row: 7, status: 'new' } },
		]);
		expect(output).toEqual([{ row: 7, ...skipped }]);
	});

	it('counts as sent what only has such a field from the input', async () => {
		const { hints, output } = await send(
			utility,
			{ keepInputFields: true },
			{ simplify: false },
			{},
			[{ json: skipped }, { json: skipped }],
		);
		expect(output).toMatchObject([{ skipped: true }, { skipped: true }]);
		expect(hints[0]?.message).toMatch(/^2 sent, 0 failed/);
	});

	it('is one row of a broadcast, which reads the template once', async () => {
		const people = [pablo.waId, ada.waId, pablo.waId, '4915112345678'];
		await conversations.optOut({ phoneNumberId, users: ['4915112345678'] }, 'Wrote STOP');
		const items = people.map((to) => ({ json: { to } }));
		const { output, hints } = await send(marketing, {}, { to: '={{ $json.to }}' }, {}, items);
		expect(output.map(({ to, status }) => [to, status])).toEqual([
			[pablo.waId, 'skipped'],
			[ada.waId, 'accepted'],
			[pablo.waId, 'skipped'],
			['4915112345678', 'skipped'],
		]);
		expect(hints[0]?.message).toMatch(/^1 sent, 3 skipped \(opted out\), 0 failed/);
		expect(reads()).toBe(1);
	});

	it.each<[string, string, () => unknown, RegExp]>([
		[
			'cannot be read',
			marketing,
			() =>
				simulator.addFaults({ kind: 'graphError', path: 'message_templates', code: 200, times: 9 }),
			/^'Template' goes to a person who has opted out .* could not be read, so it was not sent\. /,
		],
		[
			'is not in the account',
			'unknown_template|en_US',
			() => undefined,
			/^'Template' goes to a person who has opted out .*The account of the credential does not have it\./,
		],
	])('fails if the template %s, and sends nothing', async (_what, template, before, message) => {
		before();
		const { error } = await send(template);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/option 'Send to People Who Opted Out'/);
		expect(simulator.messages()).toEqual([]);
		// Otherwise it goes out, and Meta says what is wrong.
		simulator.clearFaults();
		if (template === marketing) expect((await send(template)).output).toEqual([skipped]);
	});

	it('skips it again in another try of n8n', async () => {
		const items = [pablo.waId, ada.waId].map((to) => ({ json: { to } }));
		simulator.addFaults({ kind: 'graphError', path: '/messages$', code: 131026, times: 1 });
		const { output, hints } = await send(
			marketing,
			{},
			{ to: '={{ $json.to }}' },
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			items,
		);
		expect(output.map(({ status }) => status)).toEqual(['skipped', 'accepted']);
		expect(hints[0]?.message).toMatch(/^1 sent, 1 skipped \(opted out\), 0 failed/);
	});

	it.each<[string, string]>([
		['skips', marketing],
		['sends', utility],
	])('%s the template of a text whose window is closed: %s', async (what, template) => {
		const dayAgo = new Date(Date.now() - 25 * 3_600_000);
		await conversations.noteMessageIn({ phoneNumberId, users: [pablo.waId] }, dayAgo);
		const text = {
			...{
				operation: 'sendText',
				text: 'Hello',
				ifWindowClosed: 'template',
				specifyValues: 'template',
			},
			templateValues: {
				...{ mappingMode: 'defineBelow', schema: [] },
				value: template === marketing ? { 'body.1': 'Roses.' } : {},
			},
		};
		const { output, error, hints } = await send(template, {}, text);
		expect(error).toBeUndefined();
		expect(output).toMatchObject([{ status: what === 'skips' ? 'skipped' : 'accepted' }]);
		expect(simulator.messages()).toHaveLength(what === 'skips' ? 0 : 1);
		if (what === 'skips') expect(hints[0]?.message).toMatch(/^0 sent, 1 skipped/);
	});

	it('knows a person who hides the phone number by the user ID', async () => {
		await conversations.noteMessageIn(
			{ phoneNumberId, users: [pablo.waId, pablo.userId] },
			new Date(),
		);
		expect((await send(marketing, {}, { to: pablo.userId })).output).toEqual([
			{ ...skipped, to: pablo.userId },
		]);
	});
});

describe('Send and Wait with a template to a person who has opted out', () => {
	const ask = (name: string, more: INodeParameters = {}, settings: Partial<INode> = {}) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				...{ resource: 'message', operation: 'sendAndWait', to: pablo.waId },
				...{ responseType: 'template', template: fromList(`${name}|en_US`) },
				templateValues: {
					...{ mappingMode: 'defineBelow', schema: [] },
					value:
						name === 'seasonal_promotion'
							? { 'header.text.1': 'Sale', 'body.1': 'May', 'body.2': '25OFF', 'body.3': '25%' }
							: { 'body.1': 'Pablo' },
				},
				...more,
			},
			credential: credentialFor(simulator.url),
			items: [{ json: { order: 4711, answered: true } }],
			settings,
		});
	const outputOf = ({ outputs }: Awaited<ReturnType<typeof ask>>) =>
		outputs[0]?.map(({ json }) => json);

	it('does not ask, and goes on at once as without a reply', async () => {
		const result = await ask('seasonal_promotion');
		expect([result.error, result.run.status]).toEqual([undefined, 'success']);
		expect(outputOf(result)).toEqual([
			{
				...{ order: 4711, answered: false, data: null, answeredAt: null },
				...{ from: null, userId: null, profileName: null },
				...skipped,
			},
		]);
		expect(simulator.messages()).toEqual([]);
		const hints = result.run.data.resultData.runData.Tested?.[0]?.hints ?? [];
		expect(hints[0]?.message).toMatch(/^0 sent, 1 skipped \(opted out\), 0 failed/);
	});

	it.each<[string, string, INodeParameters]>([
		['by a utility template', 'sample_issue_resolution', {}],
		['with the option', 'seasonal_promotion', { options: { sendToOptedOut: true } }],
		['somebody else', 'seasonal_promotion', { to: ada.waId }],
	])('asks %s', async (_how, name, more) => {
		const { error, run } = await ask(name, more);
		expect([error, run.status]).toEqual([undefined, 'waiting']);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('asks without a template as always: a written question is no marketing', async () => {
		const { run } = await ask('', { responseType: 'approval', message: 'Shall we deliver?' });
		expect(run.status).toBe('waiting');
	});
});

describe('A marketing message that WhatsApp refuses', () => {
	it('notes the opt-out, so that the next is skipped', async () => {
		simulator.addFaults({ kind: 'graphError', path: '/messages$', code: 131050, times: 1 });
		const { error } = await send(marketing, {}, { to: ada.waId });
		expect(error?.message).toMatch(/has asked WhatsApp not to deliver marketing messages/);
		expect((await send(marketing, {}, { to: ada.waId })).output).toEqual([
			{
				...skipped,
				to: ada.waId,
				reason:
					'The person has opted out of marketing messages (This person has asked WhatsApp not to deliver marketing messages from your business).',
			},
		]);
		expect((await send(utility, {}, { to: ada.waId })).output).toMatchObject([
			{ status: 'accepted' },
		]);
	});

	it('notes nothing for another error', async () => {
		simulator.addFaults({ kind: 'graphError', path: '/messages$', code: 131026, times: 1 });
		await send(marketing, {}, { to: ada.waId });
		expect((await send(marketing, {}, { to: ada.waId })).output).toMatchObject([
			{ status: 'accepted' },
		]);
	});
});

describe('The messages that the nodes have sent', () => {
	const own = () => new OwnMessages(memoryOf(credentialFor(simulator.url)));

	it.each([true, false])('are remembered if a trigger asks for them: %s', async (isWatched) => {
		if (isWatched) await own().watch();
		await send(utility);
		const [message] = simulator.messages();
		expect(await own().has(message?.id ?? '')).toBe(isWatched);
	});
});
