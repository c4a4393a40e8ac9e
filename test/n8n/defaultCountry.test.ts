import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import type { UpstreamNode } from '../support/engine';

const packageName = 'n8n-nodes-whatsapp-business';
const [number] = business.phoneNumbers;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(async () => {
	await simulator.reset();
	simulator.updateSettings({ enforceCustomerServiceWindow: false });
});
afterAll(() => simulator.stop());

const trigger: UpstreamNode = {
	name: 'Customer Writes',
	type: `${packageName}.${new WhatsAppBusinessTrigger().description.name}`,
	execute: (items) => items,
};

/** A node that keeps of each item nothing but the number, under a name of its own. */
const renamed: UpstreamNode = {
	name: 'Edit Fields',
	type: 'set',
	execute: (items) =>
		items.map(({ json }, item) => ({ json: { phone: json.from }, pairedItem: item })),
};

/** A message of a customer, as the trigger outputs it. */
function from(waId: string): INodeExecutionData {
	return {
		json: { event: 'message', from: waId, phoneNumberId: number.id, wabaId: null, raw: {} },
	};
}

async function run(
	items: INodeExecutionData[],
	parameters: INodeParameters,
	{
		credential = {},
		upstream,
	}: { credential?: Partial<CredentialData>; upstream?: UpstreamNode[] } = {},
) {
	return await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'message', operation: 'sendText', text: 'Hello', ...parameters },
		credential: credentialFor(simulator.url, credential),
		items,
		upstream,
		settings: { type: `${packageName}.${new WhatsAppBusiness().description.name}` },
	});
}

const recipients = () => simulator.messages().map(({ body }) => body.to);
const rows = (...phones: string[]) => phones.map((phone) => ({ json: { phone } }));
const brazil = { credential: { defaultCountry: 'BR' } };
const ofPhone = { to: '={{ $json.phone }}' };

describe('Default Country', () => {
	it('reads each number of a table', async () => {
		const table = rows('(51) 98765-4321', '51987654321', '51 98765-4321', '+51 987 654 321');
		const { error } = await run(table, ofPhone, brazil);
		expect(error).toBeUndefined();
		expect(recipients().sort()).toEqual([
			'+51987654321',
			'+5551987654321',
			'+5551987654321',
			'+5551987654321',
		]);
	});

	// This is a mobile number of Peru, and one of Porto Alegre in Brazil without its country code.
	const peru = '51987654321';

	it.each([
		['the item of the trigger', undefined, '={{ $json.from }}'],
		['a node after the trigger', [trigger, renamed], '={{ $json.phone }}'],
		['an agent that writes it out', [trigger, renamed], peru],
	])('replies to the customer who wrote, from %s', async (_name, upstream, to) => {
		const { error } = await run([from(peru)], { to }, { ...brazil, upstream });
		expect(error).toBeUndefined();
		expect(recipients()).toEqual([`+${peru}`]);
	});

	it('takes a number that Meta listed as it is', async () => {
		const items = [{ json: { messaging_product: 'whatsapp', wa_id: peru } }];
		await run(items, { to: '={{ $json.wa_id }}' }, brazil);
		expect(recipients()).toEqual([`+${peru}`]);
	});

	it('is not the country of a number of Meta that the library does not know', async () => {
		await run([from('12987654321')], { to: '={{ $json.from }}' }, { upstream: [trigger] });
		expect(recipients()).toEqual(['+12987654321']);
	});

	it('names both readings where it is not set', async () => {
		const { error } = await run(rows('5512345678'), ofPhone);
		expect(error?.message).toMatch(/^'To' can be read as \+5512345678, which does not exist in/);
		expect(error?.description).toMatch(/'Default Country' in the credential/);
		expect(simulator.requests()).toEqual([]);
	});

	it('is checked before anything is sent', async () => {
		const { error } = await run(rows('5512345678'), ofPhone, {
			credential: { defaultCountry: 'Mexico' },
		});
		expect(error?.message).toMatch(/^'Default Country' in the credential is not/);
		expect(simulator.requests()).toEqual([]);
	});
});

describe('a test number whose list has the recipient in another spelling', () => {
	it.each([
		['+54 9 11 2345-6789', /as \+541123456789 or as \+54 11 15-2345-6789: send to \+541123456789/],
		['+52 1 55 1234 5678', /as \+525512345678: send to \+525512345678/],
	])('says so for %s', async (to, expected) => {
		simulator.addFaults({ kind: 'graphError', code: 131030 });
		const { error } = await run([{ json: {} }], { to });
		expect(error?.message).toMatch(/not on its list of allowed numbers/);
		expect(error?.description).toMatch(expected);
	});

	it('says nothing about a number with one spelling', async () => {
		simulator.addFaults({ kind: 'graphError', code: 131030 });
		const { error } = await run([{ json: {} }], { to: '+1 650 555 1234' });
		expect(error?.description).toMatch(/^Open WhatsApp, API Setup/);
	});
});
