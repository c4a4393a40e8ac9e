import { isOnLocalNetwork } from '../../../nodes/graphApi/localNetwork';

const hostname = (host: string) => new URL(`http://${host}`).hostname;

describe('isOnLocalNetwork', () => {
	it.each([
		...[
			'127.0.0.1',
			'127.9.9.9',
			'2130706433',
			'[::1]',
			'[::ffff:127.0.0.1]',
			'localhost',
			'a.localhost',
		],
		...['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.1.1', '100.64.0.1'],
		...['[fd00::1]', '[fe80::1]', '[::ffff:10.0.0.1]'],
		...[
			'gateway',
			'GATEWAY',
			'gateway_1',
			'host.docker.internal',
			'printer.local',
			'nas.lan',
			'box.home.arpa',
		],
		...['gateway.tools.svc', 'gateway.tools.svc.cluster.local', 'x.test', 'gateway.local.'],
	])('%s is', (host) => {
		expect(isOnLocalNetwork(hostname(host))).toBe(true);
	});

	it.each([
		...['8.8.8.8', '172.32.0.1', '172.15.0.1', '192.169.0.1', '11.0.0.1', '100.128.0.1', '0.0.0.0'],
		...['[2001:db8::1]', '[::ffff:8.8.8.8]', '[fec0::1]'],
		...[
			'graph.example.com',
			'graph.facebook.com',
			'local.example.com',
			'internal.com',
			'xlocal.de',
		],
		...['10.0.0.1.example.com', 'localhost.evil.example', 'com.'],
	])('%s is not', (host) => {
		expect(isOnLocalNetwork(hostname(host))).toBe(false);
	});
});
