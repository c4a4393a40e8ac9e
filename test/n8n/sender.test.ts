import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { searchPhoneNumbers } from '../../nodes/shared/listSearch/phoneNumbers';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { splitPayload } from '../../nodes/shared/events/splitPayload';
import type { WebhookPayload } from '../../nodes/shared/events/payload';
import { itemOf } from '../../nodes/shared/items/toItem';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { editorWith } from '../support/editor';
import { runNode } from '../support/engine';
import type { UpstreamNode } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { addAccount, tokenAlone } from '../support/tokenAlone';
import { TriggerHost } from '../support/triggerHost';

const [first, second] = business.phoneNumbers;
const [customer, otherCustomer] = business.customers;
const packageName = 'n8n-nodes-whatsapp-business';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

/** What the trigger outputs when a customer writes to a number. */
function written(...message: Parameters<typeof payloadTo>) {
	return splitPayload(payloadTo(...message)).map((event): INodeExecutionData => ({
		json: { ...itemOf(event) },
	}));
}

/** A message from a customer to a number. */
function payloadTo(
	to: string,
	wabaId: string = business.waba.id,
	from: string = customer.waId,
): WebhookPayload {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550783882', phone_number_id: to },
		contacts: [{ wa_id: from }],
		messages: [
			{
				from,
				id: `wamid.${to}`,
				timestamp: String(Math.floor(Date.now() / 1000)),
				type: 'text',
				text: { body: 'Hi' },
			},
		],
	};
	const payload = {
		object: 'whatsapp_business_account',
		entry: [{ id: wabaId, changes: [{ field: 'messages', value }] }],
	};
	return payload as WebhookPayload;
}

const trigger: UpstreamNode = {
	name: 'Customer Writes',
	type: `${packageName}.${new WhatsAppBusinessTrigger().description.name}`,
	execute: (items) => items,
};

/** A node that changes the items, as a Code node does. */
function code(
	change: (item: INodeExecutionData, index: number) => Partial<INodeExecutionData>,
): UpstreamNode {
	return {
		name: 'Code',
		type: 'code',
		execute: (items) =>
			items.map((item, index) => ({ json: {}, pairedItem: index, ...change(item, index) })),
	};
}

const onlyText = code(() => ({ json: { text: 'Hello' } }));
/** n8n links items by itself if their number stays the same. */
const unlinked: UpstreamNode = {
	name: 'Code',
	type: 'code',
	execute: (items) => [...items, ...items].map(() => ({ json: {} })),
};
const sendText = { resource: 'message', operation: 'sendText', text: 'Hello' };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

async function run(
	items: INodeExecutionData[],
	upstream: UpstreamNode[],
	{
		parameters = {},
		credential = credentialFor(simulator.url),
		settings = {},
	}: {
		parameters?: INodeParameters;
		credential?: CredentialData;
		settings?: Partial<INode>;
	} = {},
) {
	const result = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { ...sendText, to: customer.waId, ...parameters },
		credential,
		items,
		upstream,
		settings: { type: `${packageName}.${new WhatsAppBusiness().description.name}`, ...settings },
	});
	const hints = (result.run.data.resultData.runData.Tested?.[0]?.hints ?? []).map(
		({ message }) => message,
	);
	return { ...result, items: (result.outputs[0] ?? []).map(({ json }) => json), hints };
}

const senders = () => simulator.messages().map(({ phoneNumberId }) => phoneNumberId);

describe('An empty To', () => {
	const toWriter = { parameters: { to: '' } };
	const recipients = () => simulator.messages().map(({ body }) => body.to);

	it('is the customer who wrote, also after a node that keeps nothing of the message', async () => {
		const { error } = await run(written(second.id), [trigger, onlyText], toWriter);
		expect(error).toBeUndefined();
		expect(recipients()).toEqual([`+${customer.waId}`]);
	});

	it('is the right customer for each item of a run with several', async () => {
		const waIds = [customer, otherCustomer, customer].map(({ waId }) => waId);
		const items = waIds.flatMap((waId) => written(first.id, undefined, waId));
		await run(items, [trigger, onlyText], toWriter);
		expect(recipients().sort()).toEqual(waIds.map((waId) => `+${waId}`).sort());
	});

	it('is an error if it is not clear who wrote', async () => {
		const items = [customer, otherCustomer].flatMap(({ waId }) =>
			written(first.id, undefined, waId),
		);
		const { error } = await run(items, [trigger, unlinked], toWriter);
		expect(error?.message).toMatch(/^'To' is empty, but 2 customers wrote/);
		expect(simulator.messages()).toEqual([]);
	});

	it('is an error if nobody wrote, and if an expression gives nothing', async () => {
		const nobody = await run([{ json: {} }], [{ ...trigger, type: 'manualTrigger' }], toWriter);
		expect(nobody.error?.message).toMatch(/^'To' is empty/);
		const nothing = await run(written(first.id), [trigger], {
			parameters: { to: '={{ $json.manager }}' },
		});
		expect(nothing.error?.message).toMatch(/^'To' is empty/);
		expect(simulator.messages()).toEqual([]);
	});

	it("is nobody of another account's number", async () => {
		const { error } = await run(written(second.id, '999999999999999'), [trigger], toWriter);
		expect(error?.message).toMatch(/^'To' is empty/);
	});
});

describe('Sender: Automatic', () => {
	it('replies from the number the customer wrote to', async () => {
		const { error, hints } = await run(written(second.id), [trigger]);
		expect(error).toBeUndefined();
		expect(senders()).toEqual([second.id]);
		expect(hints).toEqual([expect.stringMatching(`^1 sent from ${second.id}, 0 failed`)]);
	});

	describe('in the hint', () => {
		beforeEach(() => {
			processState.reset();
		});
		afterEach(() => {
			processState.reset();
		});

		it('is the number that the list in the editor showed', async () => {
			await searchPhoneNumbers.call(editorWith(credentialFor(simulator.url)));
			const { hints } = await run(written(second.id), [trigger]);
			const number = second.displayPhoneNumber.replace('+', '\\+');
			expect(hints).toEqual([expect.stringMatching(`^1 sent from ${number}, 0 failed`)]);
		});

		it('is the number that a webhook named', async () => {
			const host = await TriggerHost.start({ credential: () => credentialFor(simulator.url) });
			expect(await signedPost(host.webhookUrl(), JSON.stringify(payloadTo(second.id)))).toBe(200);
			await host.stop();
			const { hints } = await run(written(second.id), [trigger]);
			expect(hints).toEqual([expect.stringMatching(/^1 sent from \+15550783882, 0 failed/)]);
		});
	});

	it('does so after a node that keeps nothing of the message', async () => {
		await run(written(second.id), [trigger, onlyText]);
		expect(senders()).toEqual([second.id]);
	});

	it('does so after a node that breaks the link between items, if all wrote to one number', async () => {
		const items = [...written(second.id), ...written(second.id, undefined, otherCustomer.waId)];
		await run(items, [trigger, unlinked]);
		expect(senders()).toEqual([second.id, second.id, second.id, second.id]);
	});

	it('does so for each item of a run with several numbers', async () => {
		const items = [second, first, second].flatMap(({ id }) => written(id));
		const { hints } = await run(items, [trigger, onlyText]);
		expect(senders().sort()).toEqual([first.id, second.id, second.id].sort());
		expect(hints).toEqual([
			expect.stringMatching(`^3 sent from ${second.id} \\(2\\), ${first.id} \\(1\\)`),
		]);
	});

	it('sends nothing if the number of an item is not clear', async () => {
		const items = [second, first].flatMap(({ id }) => written(id));
		const { error } = await run(items, [trigger, unlinked]);
		expect(error?.message).toMatch(/^'Sender' is 'Automatic', but .* 2 numbers/);
		expect(error?.description).toMatch(/phoneNumberId/);
		expect(simulator.messages()).toEqual([]);
	});

	it('takes the number of an item in the form of the trigger, whatever it comes from', async () => {
		await run(written(second.id), [{ ...trigger, type: 'executeWorkflowTrigger' }]);
		expect(senders()).toEqual([second.id]);
	});

	it.each<[string, IDataObject]>([
		['a key of the same name', { phoneNumberId: second.id }],
		[
			'a number that is no ID',
			{ ...written(second.id)[0]?.json, phoneNumberId: second.displayPhoneNumber },
		],
		['an event without a number', { ...written(second.id)[0]?.json, phoneNumberId: null }],
		['an empty item', {}],
	])("sends from the credential's number for %s", async (_name, json) => {
		const { error, hints } = await run([{ json }], [{ ...trigger, type: 'manualTrigger' }]);
		expect(error).toBeUndefined();
		expect(senders()).toEqual([first.id]);
		expect(hints).toEqual([]);
	});

	it("sends from the credential's number if the customer wrote to another account than the credential's", async () => {
		await run(written(second.id, '999'), [trigger, onlyText]);
		expect(senders()).toEqual([first.id]);
	});

	it('does so too if the credential has only the number, and the token can use both accounts', async () => {
		const account = addAccount(simulator);
		const credential = tokenAlone(simulator.url, { phoneNumberId: first.id });
		await run(written(second.id, account), [trigger, onlyText], { credential });
		expect(senders()).toEqual([first.id]);
	});

	it('replies from the number the customer wrote to if the account cannot be looked up', async () => {
		simulator.addFaults({ kind: 'graphError', code: 100, path: '/debug_token' });
		const credential = tokenAlone(simulator.url, { phoneNumberId: first.id });
		await run(written(second.id), [trigger, onlyText], { credential });
		expect(senders()).toEqual([second.id]);
	});

	it.each([
		['list', first.id],
		['id', second.id],
	])("sends to a group by '%s' from the number that has it", async (mode, sender) => {
		const groupId = { __rl: true, mode, value: business.group.id };
		await run(written(second.id), [trigger, onlyText], {
			parameters: { recipientType: 'group', groupId },
		});
		expect(simulator.requests().map(({ path }) => path)).toEqual([
			expect.stringMatching(`/${sender}/messages$`),
		]);
	});

	it("ignores another package's trigger of the same name", async () => {
		const other = { ...trigger, type: 'n8n-nodes-other.whatsAppBusinessTrigger' };
		await run(written(second.id), [other, onlyText]);
		expect(senders()).toEqual([first.id]);
	});

	it('needs no number in the credential, and no look-up', async () => {
		const { error } = await run(written(second.id), [trigger, onlyText], {
			credential: tokenAlone(simulator.url),
		});
		expect(error).toBeUndefined();
		expect(simulator.requests().map(({ path }) => path)).toEqual([
			expect.stringMatching(`/${second.id}/messages$`),
		]);
	});

	it.each<[string, INodeParameters]>([
		['Sender', { sender: byId(first.id) }],
		['the option of older workflows', { options: { senderPhoneNumberId: byId(first.id) } }],
		[
			'the option of older workflows before Sender',
			{ sender: byId(second.id), options: { senderPhoneNumberId: byId(first.id) } },
		],
	])('gives way to %s', async (_name, parameters) => {
		const { error } = await run(written(second.id), [trigger], { parameters });
		expect(error).toBeUndefined();
		expect(senders()).toEqual([first.id]);
	});

	it.each([
		['an expression without a result', byId('={{ $json.nothing }}')],
		['an expression instead of the field', '={{ $json.nothing }}'],
	])('is not what %s means', async (_name, sender) => {
		const { error } = await run(written(second.id), [trigger], { parameters: { sender } });
		expect(error?.message).toMatch(/^'Sender' is empty/);
		expect(simulator.messages()).toEqual([]);
	});

	it('is not what an expression without a result in the option of older workflows means', async () => {
		const options = { senderPhoneNumberId: byId('={{ $json.nothing }}') };
		const { error } = await run(written(second.id), [trigger], { parameters: { options } });
		expect(error?.message).toMatch(/^'Sender Number' is empty/);
		expect(simulator.messages()).toEqual([]);
	});
});

describe('Sender: Automatic in other operations', () => {
	it.each<[string, INodeParameters, string]>([
		['markAsRead', { messageId: `wamid.${second.id}` }, 'messages'],
		['sendReaction', { messageId: `wamid.${second.id}`, emoji: '👍' }, 'messages'],
		[
			'sendTemplate',
			{ template: { __rl: true, mode: 'list', value: 'hello_world|en_US' } },
			'messages',
		],
		['sendCallPermissionRequest', {}, 'messages'],
		[
			'sendPayload',
			{ payload: { to: customer.waId, type: 'text', text: { body: 'Hello' } } },
			'messages',
		],
	])('message: %s', async (operation, parameters, edge) => {
		await run(written(second.id), [trigger, onlyText], {
			parameters: { ...parameters, operation },
		});
		expect(simulator.requests()[0]?.path).toMatch(`/${second.id}/${edge}`);
	});

	it.each<[string, string, INodeParameters, string]>([
		['blockedUser', 'block', { users: customer.waId }, 'block_users'],
		['blockedUser', 'unblock', { users: customer.waId }, 'block_users'],
	])('%s: %s', async (resource, operation, parameters, edge) => {
		await run(written(second.id), [trigger, onlyText], {
			parameters: { ...parameters, resource, operation },
		});
		expect(simulator.requests()[0]?.path).toMatch(`/${second.id}/${edge}`);
	});

	it('does not change another number than the one chosen', async () => {
		await run(written(second.id), [trigger, onlyText], {
			parameters: { resource: 'phoneNumber', operation: 'setTwoStepPin', pin: '123456' },
		});
		expect(simulator.requests()[0]?.path).toMatch(`/${first.id}`);
	});
});
