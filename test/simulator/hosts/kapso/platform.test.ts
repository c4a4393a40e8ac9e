import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { business, type Simulator } from '../../../../simulator';
import { firstNumber, pablo, Receiver } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
});
afterEach(() => simulator.stop());

const call = (method: string, path: string, body?: unknown) =>
	callKapso(simulator, method, `${platform}${path}`, body);

describe("Kapso's platform", () => {
	it('refuses what it does not have, but only to whoever may call', async () => {
		expect(await call('GET', '/workflows')).toMatchObject({
			status: 404,
			body: { error: 'Not found' },
		});
		const stranger = await callKapso(simulator, 'GET', `${platform}/workflows`, undefined, {});
		expect(stranger.status).toBe(401);
	});

	it('limits requests per minute and key', async () => {
		simulator.updateSettings({ kapsoRequestsPerMinute: 2 });
		const first = await call('GET', '/customers');
		expect(first.headers.get('x-ratelimit-limit')).toBe('2');
		expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
		await callKapso(simulator, 'GET', `${proxy}/${firstNumber.id}`);
		const third = await call('GET', '/customers');
		expect(third).toMatchObject({ status: 429, body: { error: 'Rate limit exceeded' } });
		expect(third.headers.get('retry-after')).toBe('60');
	});

	it.each(['per_page=0', 'page=0', 'page=x'])('refuses a page by %s', async (query) => {
		expect((await call('GET', `/customers?${query}`)).status).toBe(422);
	});

	it.each(['limit=0', 'after=nothing'])('refuses a page by %s', async (query) => {
		expect((await call('GET', `/whatsapp/messages?${query}`)).status).toBe(422);
	});

	it('logs calls', async () => {
		await call('GET', '/customers/none');
		await call('GET', '/customers');
		const { body } = await call('GET', '/api_logs?period=24h&limit=1');
		expect(body).toMatchObject({
			data: [{ http_method: 'GET', endpoint: '/platform/v1/customers', response_status: 200 }],
			paging: { cursors: { before: null, after: expect.any(String) } },
		});
		const { after } = (body as { paging: { cursors: { after: string } } }).paging.cursors;
		expect((await call('GET', `/api_logs?limit=1&after=${after}`)).body.data).toMatchObject([
			{ endpoint: '/platform/v1/customers/none' },
		]);
		const failed = [{ endpoint: '/platform/v1/customers/none', response_status: 404 }];
		for (const query of ['errors_only=true', 'status_code=404', 'endpoint=customers/none']) {
			expect((await call('GET', `/api_logs?${query}`)).body.data).toMatchObject(failed);
		}
		expect((await call('GET', '/api_logs?period=forever')).status).toBe(422);
	});

	it('logs deliveries to webhooks', async () => {
		const receiver = await new Receiver().start();
		const { data } = (
			await call('POST', `/whatsapp/phone_numbers/${firstNumber.id}/webhooks`, {
				whatsapp_webhook: { url: receiver.url, events: ['whatsapp.message.received'] },
			})
		).body;
		receiver.statuses.push(500, 500, 500, 500, 200);
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'lost' });
		await simulator.settled();
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'found' });
		await simulator.settled();
		await receiver.stop();
		expect(
			(await call('GET', `/webhook_deliveries?webhook_id=${String(data.id)}`)).body.data,
		).toMatchObject([
			{
				event: 'whatsapp.message.received',
				response_status: 200,
				attempt_count: 1,
				delivered_at: expect.any(String),
				failed_at: null,
				conversation_phone_number: `+${pablo.waId}`,
			},
			{ response_status: 500, attempt_count: 4, delivered_at: null },
		]);
		for (const [status, count] of [
			['delivered', 1],
			['failed', 1],
			['pending', 0],
		]) {
			const { body } = await call('GET', `/webhook_deliveries?status=${status}`);
			expect(body.data).toHaveLength(Number(count));
		}
		expect((await call('GET', '/webhook_deliveries?errors_only=true')).body.data).toHaveLength(1);
	});
});

describe('media from a URL', () => {
	let server: Server;
	let type: string;
	const content = Buffer.from(business.media.base64, 'base64');
	beforeEach(async () => {
		type = 'image/png';
		server = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': type }).end(content);
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		simulator.updateSettings({ resolve: { 'files.example.com': `http://127.0.0.1:${port}` } });
	});
	afterEach(() => server.close());

	const ingest = (more: Record<string, unknown> = {}) =>
		call('POST', '/whatsapp/media', {
			media_ingest: {
				phone_number_id: firstNumber.id,
				source: 'https://files.example.com/plant.png',
				...more,
			},
		});

	it('becomes a media ID that can be sent and read', async () => {
		const { status, body } = await ingest();
		expect(status).toBe(201);
		const id = String(body.data.target.media_id);
		const media = await callKapso(
			simulator,
			'GET',
			`${proxy}/${id}?phone_number_id=${firstNumber.id}`,
		);
		expect(media.body).toMatchObject({ mime_type: 'image/png', file_size: String(content.length) });
	});

	it('becomes a handle for the header of a template', async () => {
		const { body } = await ingest({ delivery: 'meta_resumable_asset' });
		const created = await callKapso(
			simulator,
			'POST',
			`${proxy}/${business.waba.id}/message_templates`,
			{
				name: 'with_image',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{
						type: 'HEADER',
						format: 'IMAGE',
						example: { header_handle: [body.data.target.handle] },
					},
					{ type: 'BODY', text: 'Look at this plant' },
				],
			},
		);
		expect(created).toMatchObject({ status: 200, body: { status: 'PENDING' } });
	});

	it.each<[string, Record<string, unknown>]>([
		['an unknown number', { phone_number_id: '1' }],
		['an address that is not there', { source: 'https://nowhere.example.com/a.png' }],
		['no address', { source: 'plant.png' }],
		['a type that WhatsApp does not take', { mime_type: 'image/gif' }],
		['an unknown delivery', { delivery: 'kapso_media' }],
	])('is refused for %s', async (_name, wrong) => {
		expect(await ingest(wrong)).toMatchObject({ status: 422, body: { error: expect.any(String) } });
	});
});
