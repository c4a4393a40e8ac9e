import type { INodeParameters } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator/business';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { sendEndlessly } from '../support/hostileServer';
import type { Sent } from '../support/hostileServer';
import { respondJson, startServer } from '../support/server';
import type { TestServer } from '../support/server';

let server: TestServer;
let respond: Parameters<typeof startServer>[0];
const environment = process.env;

describe('A hostile host', () => {
	beforeAll(async () => {
		server = await startServer((...request) => respond(...request));
	});
	afterAll(() => server.stop());
	beforeEach(() => {
		server.received.splice(0);
		process.env = { ...environment };
	});
	afterEach(() => {
		process.env = environment;
		processState.reset();
	});

	const run = (parameters: INodeParameters) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters,
			credential: credentialFor(server.url),
			items: [{ json: {} }],
		});
	const upload = (fileUrl: string) =>
		run({ resource: 'media', operation: 'upload', fileSource: 'url', fileUrl });

	it("gets no token for the credential's own host in a field, and uploads nothing of it", async () => {
		respond = (_request, response) => respondJson(response, 200, { secret: 'of the API' });
		const { error } = await upload(`${server.url}/v26.0/123?method=delete`);
		expect(error?.message).toMatch(/leads to a file of the type application\/json/);
		expect(server.received).toHaveLength(1);
		expect(JSON.stringify(server.received)).not.toContain(business.accessToken);
	});

	it("cannot show its text as WhatsApp's", async () => {
		const words = { error: { message: 'Call +49 30 1234', code: 424242, type: 'OAuthException' } };
		respond = (_request, response) => respondJson(response, 400, words);
		const { error } = await upload(`${server.url}/a.png`);
		expect(error?.message).toMatch(/responded with HTTP status 400/);
		expect(JSON.stringify([error?.message, error?.description])).not.toMatch(/1234|424242/);
	});

	it("is not called where n8n's SSRF protection blocks it", async () => {
		process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
		processState.reset();
		const { error } = await upload(`http://2130706433:${server.port}/latest/meta-data`);
		expect(error?.message).toMatch(/n8n's SSRF protection blocks 127\.0\.0\.1/);
		expect(error?.description).toMatch(/N8N_SSRF_ALLOWED_HOSTNAMES/);
		expect(server.received).toEqual([]);
	});

	it('cannot send a Flow JSON without end', async () => {
		let sent: Sent | undefined;
		respond = ({ url }, response) => {
			if (url === '/flow.json') sent = sendEndlessly(response);
			else {
				const asset = { name: 'flow.json', asset_type: 'FLOW_JSON' };
				respondJson(response, 200, {
					data: [{ ...asset, download_url: `${server.url}/flow.json` }],
				});
			}
		};
		const flow = { __rl: true, mode: 'id', value: '594425479261596' };
		const { error } = await run({ resource: 'flow', operation: 'getJson', flow, output: 'json' });
		expect(error?.message).toMatch(/Flow JSON of more than 10 MB/);
		await sent?.closed;
		expect(sent?.bytes).toBeLessThan(50 * 1024 * 1024);
	});
});
