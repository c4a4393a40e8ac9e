import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { credentialFor } from '../../support/credential';

// The pool reads the variables once, so each call needs a process of its own.
const script = `
	import { graphApi } from ${JSON.stringify(join(__dirname, '../../../nodes/graphApi/graphApi.ts'))};
	graphApi(JSON.parse(process.env.CREDENTIAL)).send({ method: 'GET', path: '/1' }).catch(() => process.exit());`;

let proxy: Server;
let tunnels: string[];

beforeAll(async () => {
	proxy = createServer((request, response) => {
		tunnels.push(String(request.url));
		response.writeHead(502).end();
	});
	proxy.on('connect', (request, socket) => {
		tunnels.push(String(request.url));
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
	tunnels = [];
});
afterAll(() => {
	proxy.closeAllConnections();
	proxy.close();
});

function call(host: string, variables: Record<string, string>): Promise<void> {
	const env = {
		PATH: process.env.PATH,
		CREDENTIAL: JSON.stringify(credentialFor(host)),
		...variables,
	};
	const tsx = join(__dirname, '../../../node_modules/tsx/dist/cli.mjs');
	return new Promise((resolve) => {
		execFile(process.execPath, [tsx, '-e', script], { env }, () => resolve());
	});
}

const proxyUrl = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

it.each([
	['HTTP_PROXY', 'http://graph.invalid', 'graph.invalid:80'],
	['HTTPS_PROXY', 'https://graph.invalid', 'graph.invalid:443'],
])(
	'goes through the proxy of %s',
	async (variable, host, tunnel) => {
		await call(host, { [variable]: proxyUrl() });
		expect(tunnels).toEqual([tunnel]);
	},
	20_000,
);

it('goes past the proxy for the hosts of NO_PROXY', async () => {
	await call('http://graph.invalid', { HTTP_PROXY: proxyUrl(), NO_PROXY: 'graph.invalid' });
	expect(tunnels).toEqual([]);
}, 20_000);
