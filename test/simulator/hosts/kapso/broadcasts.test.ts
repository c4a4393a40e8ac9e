import { business, type Simulator } from '../../../../simulator';
import { ada, firstNumber, pablo } from '../../support';
import { callKapso, platform, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
});
afterEach(() => simulator.stop());

const call = (method: string, path: string, body?: unknown) =>
	callKapso(simulator, method, `${platform}/whatsapp/broadcasts${path}`, body);
const template = business.templates.find(({ name }) => name === 'hello_world');

async function newBroadcast(): Promise<string> {
	const { body } = await call('POST', '', {
		whatsapp_broadcast: {
			name: 'June',
			phone_number_id: firstNumber.id,
			whatsapp_template_id: template?.id,
		},
	});
	return `/${String(body.data.id)}`;
}

const add = (path: string, ...numbers: string[]) =>
	call('POST', `${path}/recipients`, {
		whatsapp_broadcast: { recipients: numbers.map((phone_number) => ({ phone_number })) },
	});

describe("Kapso's broadcasts", () => {
	it('send a template to everyone, and count', async () => {
		const path = await newBroadcast();
		expect((await add(path, `+${pablo.waId}`, ada.waId, ada.waId, 'abc')).body.data).toEqual({
			added: 2,
			duplicates: 1,
			errors: ['Recipient 4: invalid phone number format'],
		});
		expect((await call('POST', `${path}/send`)).body.data).toMatchObject({
			status: 'sending',
			started_at: expect.any(String),
		});
		await simulator.settled();
		expect((await call('GET', path)).body.data).toMatchObject({
			status: 'completed',
			total_recipients: 2,
			pending_count: 0,
			read_count: 2,
			failed_count: 0,
			responded_count: 0,
		});
		expect(simulator.messages().map(({ recipient, body }) => [recipient, body.type])).toEqual([
			[pablo.waId, 'template'],
			[ada.waId, 'template'],
		]);
		await simulator.writeAs(ada.waId, { type: 'text', text: 'Thanks' });
		expect((await call('GET', path)).body.data).toMatchObject({
			responded_count: 1,
			response_rate: 50,
		});
		expect((await call('GET', `${path}/recipients?per_page=1`)).body).toMatchObject({
			data: [{ phone_number: pablo.waId, status: 'read', error_message: null }],
			meta: { total_count: 2, total_pages: 2 },
		});
	});

	it('say why somebody got nothing', async () => {
		const path = await newBroadcast();
		await add(path, pablo.waId, ada.waId);
		simulator.updateSettings({ pairLimit: { burst: 1, everyMs: 60_000 }, messagesPerSecond: 1 });
		await call('POST', `${path}/send`);
		await simulator.settled();
		expect((await call('GET', path)).body.data).toMatchObject({
			status: 'completed',
			failed_count: 1,
		});
		expect((await call('GET', `${path}/recipients`)).body.data).toMatchObject([
			{ status: 'read' },
			{ status: 'failed', error_message: expect.stringContaining('too many messages') },
		]);
	});

	it('take 1,000 recipients a call', async () => {
		const path = await newBroadcast();
		const numbers = Array.from({ length: 1001 }, (_value, index) => String(15_550_000_000 + index));
		expect((await add(path, ...numbers)).status).toBe(422);
		expect((await add(path, ...numbers.slice(1))).body.data.added).toBe(1000);
	});

	it('keep to their states', async () => {
		const path = await newBroadcast();
		const status = async (action: string, body?: unknown) =>
			(await call('POST', `${path}/${action}`, body)).status;
		expect(await status('send')).toBe(422);
		expect(await status('cancel')).toBe(422);
		expect(await status('stop')).toBe(422);
		expect(await status('schedule', { scheduled_at: '2100-01-01T00:00:00Z' })).toBe(422);
		await add(path, pablo.waId);
		expect(await status('schedule', { scheduled_at: '2020-01-01T00:00:00Z' })).toBe(422);
		expect(await status('schedule', { scheduled_at: '2100-01-01T00:00:00Z' })).toBe(200);
		expect((await call('GET', '?status=scheduled')).body.data).toHaveLength(1);
		expect(await status('schedule', { scheduled_at: '2100-01-02T00:00:00Z' })).toBe(422);
		expect(await status('cancel')).toBe(200);
		expect((await call('GET', path)).body.data).toMatchObject({
			status: 'draft',
			scheduled_at: null,
		});
		expect(await status('send')).toBe(200);
		await simulator.settled();
		expect((await add(path, ada.waId)).status).toBe(422);
		expect(await status('send')).toBe(422);
	});

	it.each<[string, Record<string, unknown>]>([
		['an unknown number', { phone_number_id: '1' }],
		['an unknown template', { whatsapp_template_id: '1' }],
		[
			'a template that is not approved',
			{ whatsapp_template_id: business.templates.find(({ status }) => status === 'REJECTED')?.id },
		],
	])('are not made with %s', async (_name, wrong) => {
		const { status } = await call('POST', '', {
			whatsapp_broadcast: {
				name: 'June',
				phone_number_id: firstNumber.id,
				whatsapp_template_id: template?.id,
				...wrong,
			},
		});
		expect(status).toBe(422);
	});
});
