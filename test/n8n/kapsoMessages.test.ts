import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { kapsoCredentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const [first, second] = business.phoneNumbers;
const [writer, photographer] = business.customers;
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0, settings: { hosts: ['kapso'] } });
	for (const text of ['one', 'two', 'three']) {
		await simulator.writeAs(writer.waId, { type: 'text', text });
		await simulator.writeAs(photographer.waId, { type: 'image', caption: `picture ${text}` });
	}
	await simulator.writeAs(writer.waId, { type: 'text', text: 'four', phoneNumberId: second.id });
	await run('message', 'sendText', { to: `+${writer.waId}`, text: 'Hello' });
});
afterAll(() => simulator.stop());

async function run(resource: string, operation: string, parameters: object) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource, operation, ...parameters },
		credential: kapsoCredentialFor(simulator.url),
		items: [{ json: {} }],
	});
	expect(error).toBeUndefined();
	return outputs[0]?.map(({ json }) => json) ?? [];
}

const textsOf = async (filters: object, more: object = { returnAll: true }) =>
	(await run('kapsoMessage', 'getMany', { filters, ...more })).map(({ text }) => text);

describe('Kapso Message: Get Many', () => {
	it.each([
		['a time without a zone', '2026-03-31T18:00:00', '2026-03-31T22:00:00.000Z'],
		['a time with a zone', '2026-04-01T00:30:00+05:00', '2026-03-31T19:30:00.000Z'],
		[
			'the end of a day',
			"={{ DateTime.fromISO('2026-03-31', { zone: 'utc' }).endOf('day') }}",
			'2026-03-31T23:59:59.999Z',
		],
		["a date of JavaScript's", '={{ new Date(1775000000123) }}', '2026-03-31T23:33:20.123Z'],
	])('asks up to %s', async (_name, until, expected) => {
		await run('kapsoMessage', 'getMany', { filters: { phoneNumber: byId(first.id), until } });
		const asked = simulator.state.requests.all().at(-1);
		expect(asked?.query).toMatchObject({ until: expected });
	});

	it('has the messages of both sides and of all numbers, the newest first', async () => {
		expect(await textsOf({})).toEqual([
			...['Hello', 'four', 'picture three', 'three'],
			...['picture two', 'two', 'picture one', 'one'],
		]);
	});

	it('finds by a time what only other lists can be asked for', async () => {
		const since = { phoneNumber: byId(first.id), since: '2020-01-01' };
		const pictures = ['picture three', 'picture two', 'picture one'];
		expect(await textsOf({ ...since, hasMedia: true })).toEqual(pictures);
		expect(await textsOf({ ...since, messageType: 'image' })).toEqual(pictures);
		expect(await textsOf({ ...since, person: `+${photographer.waId}` })).toEqual(pictures);
		expect(await textsOf({ ...since, person: writer.userId, direction: 'inbound' })).toEqual([
			...['three', 'two', 'one'],
		]);
		expect(await textsOf({ ...since, until: '2020-01-02' })).toEqual([]);
	});

	it('counts for the limit only what passes the filters', async () => {
		const since = { phoneNumber: byId(first.id), since: '2020-01-01' };
		expect(await textsOf({ ...since, hasMedia: true }, { limit: 2 })).toEqual([
			...['picture three', 'picture two'],
		]);
	});

	it('asks for no more than the limit if Kapso filters', async () => {
		const before = simulator.requests().length;
		const since = { phoneNumber: byId(first.id), since: '2020-01-01' };
		expect(await textsOf({ ...since, direction: 'inbound' }, { limit: 1 })).toHaveLength(1);
		expect(
			simulator
				.requests()
				.slice(before)
				.map(({ query }) => query.limit),
		).toEqual(['1']);
	});

	it('says which number a message of one number belongs to', async () => {
		const filters = { phoneNumber: byId(second.id), since: '2020-01-01' };
		const [message] = await run('kapsoMessage', 'getMany', { filters });
		expect(message).toMatchObject({
			event: 'message',
			text: 'four',
			from: writer.waId,
			phoneNumberId: second.id,
			direction: 'inbound',
		});
	});
});

describe('Kapso Message: Get', () => {
	it('has the status of a message that was sent', async () => {
		const [sent] = await run('kapsoMessage', 'getMany', { limit: 1 });
		const [message] = await run('kapsoMessage', 'get', { messageId: sent?.id });
		expect(message).toMatchObject({
			event: 'message_echoes',
			direction: 'outbound',
			recipient: writer.waId,
			text: 'Hello',
			status: expect.stringMatching(/^(pending|sent|delivered|read)$/),
			raw: { kapso: { direction: 'outbound' } },
		});
	});
});
