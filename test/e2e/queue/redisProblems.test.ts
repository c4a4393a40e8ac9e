import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { checkRedis } from '../../../nodes/memory/checkRedis';
import { RedisError, type RedisReason } from '../../../nodes/memory/redisError';
import { freePort } from '../../../scripts/n8n/ports';
import { certificateFor } from '../../../simulator/certificate';
import { RedisServer } from '../support/redisServer';

const password = 'hunter2/@ä';
const encoded = encodeURIComponent(password);

/** What the test of the credential finds: `undefined` if all is well. */
async function found(url: string): Promise<RedisReason | undefined> {
	try {
		await checkRedis(url);
		return undefined;
	} catch (error) {
		const { message, reason, cause } = error as RedisError;
		expect(error).toBeInstanceOf(RedisError);
		expect(`${message} ${JSON.stringify(error)}`).not.toMatch(/hunter2|127\.0\.0\.1|localhost/);
		expect(cause).toBeUndefined();
		return reason;
	}
}

describe("The test of 'Redis URL'", () => {
	let server: RedisServer | undefined;
	afterEach(() => server?.remove());

	const login = ['--requirepass', password];
	const user = ['--user', 'n8n', 'on', `>${password}`, '~n8n-nodes-whatsapp-business:*'];
	/** As docs/credential.md says. */
	const enough = ['+@read', '+@write', '+@scripting', '+ping', '+info'];

	test.each<[string, string[], string, RedisReason | undefined]>([
		['no password where none is needed', [], 'redis://127.0.0.1', undefined],
		['a database', [], 'redis://127.0.0.1:PORT/15', undefined],
		['a database that it does not have', [], 'redis://127.0.0.1:PORT/16', 'database'],
		['the password', login, `redis://:${encoded}@127.0.0.1`, undefined],
		['the wrong password', login, 'redis://:hunter2@127.0.0.1', 'login'],
		['no password', login, 'redis://127.0.0.1', 'login'],
		['a user', [...user, ...enough], `redis://n8n:${encoded}@127.0.0.1`, undefined],
		['an unknown user', [...user, ...enough], `redis://n9n:${encoded}@127.0.0.1`, 'login'],
		[
			'a user without scripts',
			[...user, '+@read', '+@write'],
			`redis://n8n:${encoded}@127.0.0.1`,
			'permission',
		],
		['a user without rights', user, `redis://n8n:${encoded}@127.0.0.1`, 'permission'],
		['a replica', ['--replicaof', '127.0.0.1 1'], 'redis://127.0.0.1', 'readOnly'],
		['a cluster', ['--cluster-enabled', 'yes'], 'redis://127.0.0.1', 'cluster'],
		['a full Redis', ['--maxmemory', '1'], 'redis://127.0.0.1', 'full'],
		['a Redis without TLS', [], 'rediss://127.0.0.1', 'slow'],
	])('%s', async (_what, options, url, expected) => {
		server = await RedisServer.start(...options);
		const port = String(server.port);
		const withPort = url.includes('PORT') ? url.replace('PORT', port) : `${url}:${port}`;
		expect(await found(withPort)).toBe(expected);
	});

	describe('with TLS', () => {
		let tlsUrl: string;
		let certificate: string;

		beforeEach(async () => {
			const { key, cert } = await certificateFor('127.0.0.1');
			server = await RedisServer.start();
			const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((name) =>
				join(server?.folder ?? '', name),
			) as [string, string];
			await writeFile(keyFile, key);
			await writeFile(certFile, cert);
			certificate = certFile;
			const port = await freePort();
			const set = ['tls-cert-file', certFile, 'tls-key-file', keyFile, 'tls-auth-clients', 'no'];
			await server.command('CONFIG', 'SET', ...set, 'tls-port', String(port));
			tlsUrl = `rediss://127.0.0.1:${port}`;
		});

		/** The same in a process that trusts the certificate. */
		async function foundWithTrust(url: string): Promise<string> {
			const module = require.resolve('../../../nodes/memory/checkRedis.ts');
			const script = `require(${JSON.stringify(module)}).checkRedis(${JSON.stringify(url)})
				.then(() => console.log('works'), ({ reason }) => console.log(reason))`;
			const tsx = pathToFileURL(require.resolve('tsx')).href;
			const { stdout } = await promisify(execFile)(
				process.execPath,
				['--import', tsx, '--eval', script],
				{ env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate } },
			);
			return stdout.trim();
		}

		test('a certificate that nobody vouches for', async () => {
			expect(await found(tlsUrl)).toBe('tls');
		});

		test('a certificate that n8n trusts', async () => {
			expect(await foundWithTrust(tlsUrl)).toBe('works');
		});

		test('a certificate for another host', async () => {
			expect(await foundWithTrust(tlsUrl.replace('127.0.0.1', 'localhost'))).toBe('tls');
		});

		test('a URL without TLS', async () => {
			expect(await found(tlsUrl.replace('rediss', 'redis'))).toBe('unreachable');
		});
	});
});
