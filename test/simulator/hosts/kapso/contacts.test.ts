import { type Simulator } from '../../../../simulator';
import { ada, firstNumber, pablo } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
	await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hello' });
});
afterEach(() => simulator.stop());

const call = (method: string, path: string, body?: unknown) =>
	callKapso(simulator, method, `${platform}/whatsapp${path}`, body);

describe("Kapso's contacts", () => {
	it('are those who wrote and those who were added', async () => {
		const contact = { wa_id: '15551112222', profile_name: 'New', metadata: { vip: true } };
		expect(await call('POST', '/contacts', { contact })).toMatchObject({
			status: 201,
			body: { data: contact },
		});
		expect((await call('POST', '/contacts', { contact })).status).toBe(422);
		const list = (await call('GET', '/contacts')).body;
		expect(list).toMatchObject({
			data: [
				{ wa_id: pablo.waId, business_scoped_user_id: pablo.userId },
				{ wa_id: contact.wa_id },
			],
			paging: { cursors: { after: null }, next: null },
		});
		const ofNumber = await callKapso(simulator, 'GET', `${proxy}/${firstNumber.id}/contacts`);
		expect(ofNumber.body.data).toMatchObject([{ wa_id: pablo.waId }]);
	});

	it.each<[string, number]>([
		['profile_name_contains=pab', 1],
		['profile_name_contains=xyz', 0],
		[`wa_id_contains=${pablo.waId.slice(2, 6)}`, 1],
		['has_customer=true', 0],
		['has_customer=false', 1],
		['created_after=2100-01-01T00:00:00Z', 0],
	])('are found by %s: %d', async (query, count) => {
		expect((await call('GET', `/contacts?${query}`)).body.data).toHaveLength(count);
	});

	it.each([pablo.waId, `+${pablo.waId}`, pablo.userId])('are read by %s', async (identifier) => {
		expect((await call('GET', `/contacts/${identifier}`)).body.data.wa_id).toBe(pablo.waId);
	});

	it('are changed on the platform and by the proxy', async () => {
		const byPlatform = await call('PATCH', `/contacts/${pablo.waId}`, {
			contact: { display_name: 'P.' },
		});
		expect(byPlatform.body.data.display_name).toBe('P.');
		const path = `${proxy}/${firstNumber.id}/contacts/${pablo.waId}`;
		await callKapso(simulator, 'PATCH', path, { metadata: { a: 1 } });
		expect((await callKapso(simulator, 'GET', path)).body.data).toMatchObject({
			display_name: 'P.',
			metadata: { a: 1 },
		});
	});

	it('are erased with their messages', async () => {
		await simulator.writeAs(ada.waId, { type: 'text', text: 'Stay' });
		expect((await call('DELETE', `/contacts/${pablo.waId}`)).status).toBe(204);
		expect((await call('GET', `/contacts/${pablo.waId}`)).status).toBe(404);
		expect((await call('GET', '/messages')).body.data).toMatchObject([{ text: { body: 'Stay' } }]);
		expect((await call('GET', '/conversations')).body.data).toHaveLength(1);
	});
});

describe('assignments of a conversation', () => {
	it('give it to one user at a time', async () => {
		const users = (await callKapso(simulator, 'GET', `${platform}/users`)).body.data;
		const [first, second] = users as Array<{ id: string }>;
		const [conversation] = (await call('GET', '/conversations')).body.data as Array<{ id: string }>;
		const path = `/conversations/${conversation?.id}/assignments`;
		const assign = (user_id?: string) =>
			call('POST', path, { assignment: { user_id, notes: 'n' } });
		expect((await assign('nobody')).status).toBe(422);
		const { data } = (await assign(first?.id)).body;
		expect(data).toMatchObject({ user_id: first?.id, notes: 'n', active: true });
		expect(await assign(second?.id)).toMatchObject({
			status: 422,
			body: { error: expect.stringContaining('active assignment') },
		});
		const change = (assignment: Record<string, unknown>) =>
			call('PATCH', `${path}/${String(data.id)}`, { assignment });
		expect((await change({ user_id: second?.id })).body.data).toMatchObject({
			user_id: second?.id,
		});
		expect((await change({ user_id: 'nobody' })).status).toBe(422);
		const count = async (query: string) =>
			((await call('GET', `/conversations?${query}`)).body.data as unknown[]).length;
		expect(await count(`assigned_user_id=${second?.id}`)).toBe(1);
		expect(await count('unassigned=true')).toBe(0);
		expect((await call('GET', '/conversations?unassigned=true&assigned_user_id=x')).status).toBe(
			422,
		);
		await change({ active: false });
		expect(await count('unassigned=true')).toBe(1);
		await assign(first?.id);
		expect((await call('GET', path)).body).toMatchObject({
			data: [
				{ user_id: first?.id, active: true },
				{ user_id: second?.id, active: false },
			],
			meta: { total_count: 2 },
		});
	});
});
