import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { errorMeaning } from '../../nodes/graphApi/errorTable';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { messagePayload } from '../unit/trigger/payloads';

const [number, otherNumber] = business.phoneNumbers;
const [customer, other] = business.customers;
const [late, recent, never] = [`+${customer.waId}`, `+${other.waId}`, '+16505550100'];
const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);

const hello = { resource: 'message', operation: 'sendText', to: '={{ $json.to }}', text: 'Hello' };
const failing: INodeParameters = { ...hello, ifWindowClosed: 'fail' };
const substituted: INodeParameters = {
	...hello,
	ifWindowClosed: 'template',
	template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
	templateValues: {
		mappingMode: 'defineBelow',
		value: { 'body.1': 'Pablo', 'body.2': '={{ $json.order ?? "4711" }}', 'body.3': 'May 17' },
		schema: [],
	},
};

let simulator: Simulator;
let credential: CredentialData;
let conversations: Conversations;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	credential = credentialFor(simulator.url);
});
afterAll(() => simulator.stop());

beforeEach(async () => {
	await simulator.reset();
	simulator.updateSettings({ pairLimit: null });
	conversations = new Conversations(memoryOf(credential));
	await conversations.noteMessageIn(
		{ phoneNumberId: number.id, users: [late, customer.userId] },
		ago(30),
	);
	await conversations.noteMessageIn({ phoneNumberId: number.id, users: [recent] }, ago(23));
	simulator.closeWindow(customer.waId);
});

const run = (parameters: INodeParameters, to: string[] = [late], settings: Partial<INode> = {}) =>
	runNode({
		node: new WhatsAppBusiness(),
		parameters,
		credential,
		items: to.map((each): INodeExecutionData => ({ json: { to: each } })),
		settings,
	});

const jsonOf = ({ outputs }: Awaited<ReturnType<typeof run>>, output = 0) =>
	outputs[output]?.map(({ json }) => json) ?? [];
const sentTypes = () => simulator.messages().map(({ body }) => body.type);
const hintsOf = ({ run: { data } }: Awaited<ReturnType<typeof run>>) =>
	data.resultData.runData.Tested?.[0]?.hints?.map(({ message }) => message) ?? [];

describe('If the Window Is Closed', () => {
	it.each([0, 80])(
		'changes nothing for a message that was sent with its key before, at %d messages per second',
		async (messagesPerSecond) => {
			const options = { sendOnceKey: `key-${messagesPerSecond}`, messagesPerSecond };
			const first = await run({ ...failing, options }, [recent]);
			expect(jsonOf(first)).toMatchObject([{ alreadySent: false }]);
			const conversation = { phoneNumberId: number.id, users: [recent] };
			await conversations.forget(conversation);
			await conversations.noteMessageIn(conversation, ago(25));
			const second = await run({ ...failing, options }, [recent]);
			expect(second.error).toBeUndefined();
			expect(jsonOf(second)).toMatchObject([{ alreadySent: true }]);
			const third = await run({ ...failing, options: { messagesPerSecond } }, [recent]);
			expect(third.error?.message).toBeDefined();
			expect(sentTypes()).toEqual(['text']);
			await conversations.forget(conversation);
		},
	);

	it.each([
		['by default', hello],
		["with 'Send Anyway'", { ...hello, ifWindowClosed: 'send' }],
	])('sends the message %s', async (_when, parameters) => {
		const [sent] = jsonOf(await run(parameters));
		expect(Object.keys(sent ?? {})).toEqual(['to', 'text', 'status', 'messageId', 'phoneNumberId']);
		expect(sentTypes()).toEqual(['text']);
	});

	describe('Fail Before Sending', () => {
		it('ends the run with the texts of error 131047, and sends nothing', async () => {
			const { error } = await run(failing);
			const { what, todo } = errorMeaning(131047) ?? {};
			expect(error?.message).toBe(what);
			expect(error?.description).toContain(todo);
			expect(error?.description).toContain('Nothing was sent');
			expect(simulator.requests()).toEqual([]);
		});

		it('leads to the error output, which can go on to a template', async () => {
			const result = await run(failing, [recent, late, never], { onError: 'continueErrorOutput' });
			expect(jsonOf(result)).toMatchObject([{ to: other.waId }, { to: never.slice(1) }]);
			expect(jsonOf(result, 1)).toMatchObject([
				{
					to: late,
					error: {
						code: 131047,
						windowClosed: true,
						outcome: 'notAccepted',
						safeToSendAgain: true,
					},
				},
			]);
			expect(simulator.messages()).toHaveLength(2);
		});

		it('does not send to a customer without a known number either', async () => {
			const { error } = await run(failing, [customer.userId]);
			expect(error?.message).toBe(errorMeaning(131047)?.what);
		});

		it("sends from a number that the customer has not written to: its window isn't known", async () => {
			const sender = { __rl: true, mode: 'id', value: otherNumber.id };
			expect(jsonOf(await run({ ...failing, sender }))).toMatchObject([
				{ phoneNumberId: otherNumber.id },
			]);
		});

		it('sends to a group, which has no window', async () => {
			const groupId = { __rl: true, mode: 'id', value: business.group.id };
			await conversations.noteMessageIn(
				{ phoneNumberId: number.id, users: [business.group.id] },
				ago(30),
			);
			const toGroup = { ...failing, recipientType: 'group', groupId };
			expect(jsonOf(await run(toGroup))).toMatchObject([{ to: business.group.id }]);
		});

		it('knows what the trigger received', async () => {
			const trigger = await TriggerHost.start({
				credential: () => credential,
				parameters: { events: ['messages'] },
			});
			try {
				const timestamp = String(ago(25).getTime() / 1000).replace(/\..*/, '');
				const message = { type: 'text', text: { body: 'Hi' }, from: never.slice(1), timestamp };
				const delivered = await signedPost(
					trigger.webhookUrl(),
					JSON.stringify(messagePayload(message)),
				);
				expect(delivered).toBe(200);
			} finally {
				await trigger.stop();
			}
			const { error } = await run(failing, [never]);
			expect(error?.message).toBe(errorMeaning(131047)?.what);
		});
	});

	describe('Send a Template Instead', () => {
		it('outputs the template as Send Template does, and says so', async () => {
			const result = await run(substituted);
			const [sent] = jsonOf(result);
			const [message] = simulator.messages();
			expect(sent).toMatchObject({
				to: customer.waId,
				text: expect.stringContaining('4711'),
				status: 'accepted',
				messageId: message?.id,
				phoneNumberId: number.id,
				sentTemplateInstead: true,
			});
			expect(message?.body).toMatchObject({
				type: 'template',
				template: { name: 'order_confirmation', language: { code: 'en_US' } },
			});
			expect(hintsOf(result)).toEqual([
				expect.stringMatching(/^1 sent \(1 as a template instead\), 0 failed/),
			]);
		});

		it('sends the message where the window is open or unknown', async () => {
			const result = await run(substituted, [recent, late, never]);
			expect(sentTypes().sort()).toEqual(['template', 'text', 'text']);
			expect(jsonOf(result)).toMatchObject([
				{ text: 'Hello', sentTemplateInstead: false },
				{ to: customer.waId, sentTemplateInstead: true },
				{ text: 'Hello', sentTemplateInstead: false },
			]);
			expect(hintsOf(result)).toEqual([
				expect.stringMatching(/^3 sent \(1 as a template instead\), 0 failed/),
			]);
		});

		it("says so beside Meta's response as well", async () => {
			const [sent] = jsonOf(await run({ ...substituted, simplify: false }));
			expect(sent).toMatchObject({ messaging_product: 'whatsapp', sentTemplateInstead: true });
		});

		it('sends what has a Send Once Key once, whichever is sent, and says later what it was', async () => {
			const keyed = { ...substituted, options: { sendOnceKey: '={{ $json.to }}' } };
			const rows = [recent, late];
			const sent = [
				{ text: 'Hello', sentTemplateInstead: false },
				{ text: expect.stringContaining('4711'), sentTemplateInstead: true },
			];
			const first = await run(keyed, rows);
			expect(jsonOf(first)).toMatchObject(sent.map((each) => ({ ...each, alreadySent: false })));
			// Meanwhile one window closes, and the other opens.
			await conversations.noteMessageIn({ phoneNumberId: number.id, users: [late] }, ago(0));
			await conversations.forget({ phoneNumberId: number.id, users: [recent] });
			await conversations.noteMessageIn({ phoneNumberId: number.id, users: [recent] }, ago(30));
			const again = await run(keyed, rows);
			expect(jsonOf(again)).toMatchObject(sent.map((each) => ({ ...each, alreadySent: true })));
			expect(simulator.messages()).toHaveLength(2);
			expect(hintsOf(again)).toEqual([
				expect.stringMatching(/^0 sent, 2 already sent earlier, 0 failed/),
			]);
			const failsNow = await run({ ...keyed, ifWindowClosed: 'fail' }, rows);
			expect(jsonOf(failsNow)).toMatchObject([{ alreadySent: true }, { alreadySent: true }]);
		});

		it('gives the Send Once Key back when the window is closed', async () => {
			const keyed = { ...failing, options: { sendOnceKey: 'order-4711' } };
			const { error } = await run(keyed);
			expect(error?.message).toBe(errorMeaning(131047)?.what);
			await conversations.noteMessageIn({ phoneNumberId: number.id, users: [late] }, ago(0));
			expect(jsonOf(await run(keyed))).toMatchObject([{ alreadySent: false }]);
		});

		it('checks the template before anything is sent', async () => {
			const template = '={{ "" }}';
			const { error } = await run({ ...substituted, template }, [recent, never]);
			expect(error?.message).toMatch(/'Template' is empty/);
			expect(simulator.requests()).toEqual([]);
		});

		it("names the template's value in an error of Meta", async () => {
			const templateValues = { mappingMode: 'defineBelow', value: { 'body.1': 'Pablo' } };
			const { error } = await run({ ...substituted, templateValues });
			expect(error?.description).toContain("Meta's details about 'Body'");
		});

		it('sends buttons or their template', async () => {
			const buttons = {
				...substituted,
				operation: 'sendButtons',
				body: 'Is that right?',
				buttons: { button: [{ title: 'Yes' }] },
			};
			await run(buttons, [late, recent]);
			expect(sentTypes().sort()).toEqual(['interactive', 'template']);
		});
	});
});
