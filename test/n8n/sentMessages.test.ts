import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { caseList, playedCases } from '../cases/caseList';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { aboutRealObjects } from '../support/realObjects';

const [number, otherNumber] = business.phoneNumbers;
const [customer] = business.customers;
const hello = { resource: 'message', operation: 'sendText', text: 'Hello' };
let simulator: Simulator;
let credential: CredentialData;

/** The operations that output what was sent: one that waits outputs the reply. */
const sending = operations.filter(
	({ resource, operation, question }) =>
		resource === 'message' && operation.startsWith('send') && question === undefined,
);

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	credential = credentialFor(simulator.url);
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const run = (
	parameters: INodeParameters,
	items: INodeExecutionData[] = [{ json: {} }],
	settings: Partial<INode> = {},
) => runNode({ node: new WhatsAppBusiness(), parameters, credential, items, settings });

async function outputOf(...args: Parameters<typeof run>) {
	const { outputs, error } = await run(...args);
	expect(error).toBeUndefined();
	return outputs[0]?.map(({ json }) => json) ?? [];
}

describe('Simplify', () => {
	it('outputs what people read first', async () => {
		const [sent] = await outputOf({ ...hello, to: `+${customer.waId}` });
		const [message] = simulator.messages();
		expect(Object.entries(sent ?? {})).toEqual([
			['to', customer.waId],
			['text', 'Hello'],
			['status', 'accepted'],
			['messageId', message?.id],
			['phoneNumberId', number.id],
		]);
	});

	it("outputs Meta's response when it is off", async () => {
		const [sent] = await outputOf({ ...hello, to: `+${customer.waId}`, simplify: false });
		const [message] = simulator.messages();
		expect(sent).toEqual({
			messaging_product: 'whatsapp',
			contacts: [{ input: `+${customer.waId}`, wa_id: customer.waId }],
			messages: [{ id: message?.id }],
		});
	});

	it('names a recipient by the user ID, and a group by its ID', async () => {
		const [toUser] = await outputOf({ ...hello, to: customer.userId });
		expect(toUser?.to).toBe(customer.userId);
		const [toGroup] = await outputOf({
			...hello,
			recipientType: 'group',
			groupId: business.group.id,
		});
		expect(toGroup?.to).toBe(business.group.id);
	});

	it("names the sender, and the status of Meta's response", async () => {
		const [sent] = await outputOf({
			resource: 'message',
			operation: 'sendTemplate',
			to: customer.waId,
			template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id } },
		});
		expect(sent).toMatchObject({
			text: expect.stringMatching(/^Hello World\n\nWelcome/),
			status: 'accepted',
			phoneNumberId: otherNumber.id,
		});
	});

	it("keeps Meta's response to a payload that is not a message", async () => {
		const { id } = await simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		const payload = { messaging_product: 'whatsapp', status: 'read', message_id: id };
		const [sent] = await outputOf({ resource: 'message', operation: 'sendPayload', payload });
		expect(sent).toEqual({ success: true });
	});

	describe.each(sending)('$displayName', ({ resource, operation: name }) => {
		const listed = caseList.find(
			({ operation }) => operation.resource === resource && operation.operation === name,
		);
		const [recorded] = playedCases(listed?.cases ?? []);

		it('outputs the same keys', async () => {
			if (!recorded) throw new Error('This operation has no cases');
			const { parameters, binary } = await aboutRealObjects(simulator, recorded);
			const { outputs } = await run({ resource, operation: name, ...parameters }, [
				{ json: {}, binary },
			]);
			const keys = ['to', 'text', 'status', 'messageId', 'phoneNumberId'];
			expect(Object.keys(outputs[0]?.[0]?.json ?? {}).slice(0, 5)).toEqual(keys);
			expect(outputs[0]?.[0]?.json.messageId).toMatch(/^wamid\./);
		});
	});
});

describe('Keep Input Fields', () => {
	const options = { keepInputFields: true };
	const broadcast = { ...hello, to: '={{ $json.phone }}', text: 'Hello {{ $json.name }}', options };
	const rows = [
		{ json: { row: 2, name: 'Pablo', phone: `+${customer.waId}`, status: 'open' } },
		{ json: { row: 3, name: 'Ada', phone: 'not a number', status: 'open' } },
	];
	const ticked = { row: 2, name: 'Pablo', to: customer.waId, status: 'accepted' };

	it('outputs them before the result, which wins', async () => {
		const [sent] = await outputOf(broadcast, rows.slice(0, 1));
		expect(sent).toMatchObject(ticked);
		expect(Object.keys(sent ?? {}).slice(0, 4)).toEqual(['row', 'name', 'phone', 'status']);
		expect(rows[0]?.json.status).toBe('open');
	});

	it("outputs them beside Meta's response", async () => {
		const [sent] = await outputOf({ ...broadcast, simplify: false }, rows.slice(0, 1));
		expect(sent).toMatchObject({ row: 2, messaging_product: 'whatsapp' });
	});

	it('outputs them with errors', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const output = await outputOf(broadcast, rows, settings);
		expect(output).toMatchObject([ticked, { row: 3, name: 'Ada', message: expect.any(String) }]);
	});

	it('leaves errors to the error output of n8n, which adds them, and keeps the order', async () => {
		const [sent, failed] = rows;
		const others = [4, 5].map((row) => ({ json: { ...sent?.json, row } }));
		const all = [...rows, ...others].concat(failed ? [{ json: { ...failed.json, row: 6 } }] : []);
		const { outputs } = await run(broadcast, all, { onError: 'continueErrorOutput' });
		expect(outputs.map((items) => items.map(({ json }) => json))).toMatchObject([
			[ticked, { row: 4 }, { row: 5 }],
			[
				{ row: 3, name: 'Ada', message: expect.any(String) },
				{ row: 6, name: 'Ada' },
			],
		]);
	});

	it('outputs them when the credential is incomplete', async () => {
		credential = { ...credentialFor(simulator.url), accessToken: '' };
		const settings = { onError: 'continueRegularOutput' } as const;
		const output = await outputOf(broadcast, rows, settings);
		expect(output).toMatchObject([{ row: 2 }, { row: 3 }]);
		credential = credentialFor(simulator.url);
	});

	it('are left out without the option', async () => {
		const [sent] = await outputOf({ ...broadcast, options: {} }, rows.slice(0, 1));
		expect(sent).not.toHaveProperty('row');
	});

	it('refuses a value that is neither true nor false before anything is sent', async () => {
		const wrong = { ...broadcast, options: { keepInputFields: '={{ "perhaps" }}' } };
		const { error } = await run(wrong, rows.slice(0, 1));
		expect(error?.message).toBe("'Keep Input Fields' is neither true nor false");
		expect(simulator.requests()).toEqual([]);
	});
});
