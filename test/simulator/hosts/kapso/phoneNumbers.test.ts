import { business, type Simulator } from '../../../../simulator';
import { firstNumber, secondNumber, Receiver } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
});
afterEach(() => simulator.stop());

const path = `${platform}/whatsapp/phone_numbers`;
const call = (method: string, query: string, body?: unknown) =>
	callKapso(simulator, method, `${path}${query}`, body);

describe("Kapso's phone numbers", () => {
	it.each<[string, string[], number]>([
		['', [firstNumber.id, secondNumber.id], 2],
		['?per_page=1', [firstNumber.id], 2],
		['?per_page=1&page=2', [secondNumber.id], 2],
		[`?phone_number_id=${secondNumber.id}`, [secondNumber.id], 1],
		['?phone_number_id=1', [], 0],
		[`?business_account_id=${business.waba.id}`, [firstNumber.id, secondNumber.id], 2],
	])('are listed: %s', async (query, ids, total) => {
		const { status, body } = await call('GET', query);
		expect(status).toBe(200);
		expect(body.data).toMatchObject(ids.map((phone_number_id) => ({ phone_number_id })));
		expect(body.meta.total_count).toBe(total);
	});

	it.each<[string, Record<string, string>, string]>([
		['no key', {}, 'API key is missing'],
		['a wrong key', { 'x-api-key': 'x' }, 'Invalid API key'],
		[
			"the number's token",
			{ authorization: `Bearer ${business.accessToken}` },
			'API key is missing',
		],
	])('are not shown with %s', async (_name, headers, error) => {
		expect(await callKapso(simulator, 'GET', path, undefined, headers)).toMatchObject({
			status: 401,
			body: { error },
		});
	});

	it('have a name and are read', async () => {
		const changed = await call('PATCH', `/${firstNumber.id}`, {
			whatsapp_phone_number: { name: 'Desk' },
		});
		expect(changed.body.data).toMatchObject({
			id: firstNumber.id,
			name: 'Desk',
			business_account_id: business.waba.id,
			display_phone_number: firstNumber.displayPhoneNumber,
			verified_name: firstNumber.verifiedName,
			status: 'CONNECTED',
		});
		expect((await call('GET', `/${firstNumber.id}`)).body.data.name).toBe('Desk');
		expect(await call('GET', '/1')).toMatchObject({
			status: 404,
			body: { error: 'Phone number not found' },
		});
	});

	it('have a health, which is not under data', async () => {
		const health = async () => (await call('GET', `/${firstNumber.id}/health`)).body;
		expect(await health()).toMatchObject({
			status: 'healthy',
			checks: { messaging_health: { overall_status: 'AVAILABLE' } },
		});
		const [number] = simulator.state.phoneNumbers;
		if (number) number.registered = false;
		expect((await health()).status).toBe('unhealthy');
	});

	it('leave the project', async () => {
		const receiver = await new Receiver().start();
		await callKapso(simulator, 'POST', `${platform}/whatsapp/webhooks`, {
			whatsapp_webhook: { url: receiver.url, events: ['whatsapp.phone_number.deleted'] },
		});
		expect((await call('DELETE', `/${firstNumber.id}`)).status).toBe(204);
		await simulator.settled();
		await receiver.stop();
		expect(receiver.webhooks.map(({ raw }) => JSON.parse(raw))).toMatchObject([
			{ phone_number_id: firstNumber.id, project: { id: expect.any(String) }, customer: null },
		]);
		expect((await call('GET', '')).body.meta.total_count).toBe(1);
		const sent = await callKapso(simulator, 'POST', `${proxy}/${firstNumber.id}/messages`, {});
		expect(sent).toMatchObject({ status: 404, body: { error: expect.any(String) } });
	});
});
