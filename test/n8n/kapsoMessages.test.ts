import type { INodeParameters } from 'n8n-workflow';

import { business } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { simulatedKapso } from '../support/simulatedKapso';

const [first, second] = business.phoneNumbers;
const [writer, photographer] = business.customers;
const kapso = simulatedKapso({ keepsObjects: true });

beforeAll(async () => {
	for (const text of ['one', 'two', 'three']) {
		await kapso.simulator.writeAs(writer.waId, { type: 'text', text });
		await kapso.simulator.writeAs(photographer.waId, { type: 'image', caption: `picture ${text}` });
	}
	await kapso.simulator.writeAs(writer.waId, {
		type: 'text',
		text: 'four',
		phoneNumberId: second.id,
	});
	await kapso.outputOf('message', 'sendText', { to: `+${writer.waId}`, text: 'Hello' });
});

const textsOf = async (filters: INodeParameters, more: INodeParameters = { returnAll: true }) =>
	(await kapso.outputOf('kapsoMessage', 'getMany', { filters, ...more })).map(({ text }) => text);

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
		await kapso.outputOf('kapsoMessage', 'getMany', {
			filters: { phoneNumber: byId(first.id), until },
		});
		const asked = kapso.simulator.state.requests.all().at(-1);
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
		const before = kapso.simulator.requests().length;
		const since = { phoneNumber: byId(first.id), since: '2020-01-01' };
		expect(await textsOf({ ...since, direction: 'inbound' }, { limit: 1 })).toHaveLength(1);
		expect(
			kapso.simulator
				.requests()
				.slice(before)
				.map(({ query }) => query.limit),
		).toEqual(['1']);
	});

	it('says which number a message of one number belongs to', async () => {
		const filters = { phoneNumber: byId(second.id), since: '2020-01-01' };
		const [message] = await kapso.outputOf('kapsoMessage', 'getMany', { filters });
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
		const [sent] = await kapso.outputOf('kapsoMessage', 'getMany', { limit: 1 });
		const [message] = await kapso.outputOf('kapsoMessage', 'get', { messageId: String(sent?.id) });
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
