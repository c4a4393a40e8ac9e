import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import type { CredentialData } from '../../../../../nodes/graphApi/connection';
import { graphApi } from '../../../../../nodes/graphApi/graphApi';
import { connectionFromCredential } from '../../../../../nodes/graphApi/hosts';
import { path } from '../../../../../nodes/graphApi/path';
import { processState } from '../../../../../nodes/graphApi/processState';
import { defaultSendingRules } from '../../../../../nodes/graphApi/sendingRules';
import { secretHeaders } from '../../../../../nodes/graphApi/session';
import type { GraphRequest } from '../../../../../nodes/graphApi/types';
import { factsOfFailure } from '../../../../support/failure';
import { respondJson, startServer } from '../../../../support/server';
import type { Received, TestServer } from '../../../../support/server';

const message: GraphRequest = {
	method: 'POST',
	path: path`/1/messages`,
	on: 'phoneNumber',
	body: { to: '15550001111', type: 'text', text: { body: 'Hi' } },
	countsFor: { phoneNumberId: '1' },
};

const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().replace('T', ' ').slice(0, 19) + '+00:00';

/** A server that gives tokens t1, t2, … and takes the last one. */
class LogInServer {
	server!: TestServer;
	tokens = 0;
	expiresAfter = inDays(7);
	refused = new Set<string>();

	async start(): Promise<void> {
		this.server = await startServer((request, response) => {
			if (request.url === '/v1/users/login') {
				const { authorization } = request.headers;
				const known = `Basic ${Buffer.from('admin:Secret1!').toString('base64')}`;
				if (authorization !== known) {
					respondJson(response, 401, { errors: [{ code: 1005, title: 'Access denied' }] });
					return;
				}
				const token = `t${++this.tokens}`;
				respondJson(response, 200, { users: [{ token, expires_after: this.expiresAfter }] });
				return;
			}
			const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
			if (this.refused.has(token)) {
				respondJson(response, 401, {});
				return;
			}
			respondJson(response, 200, { messages: [{ id: 'gBEG' }], media: [{ id: 'f0' }] });
		});
	}

	get logIns(): Received[] {
		return this.server.received.filter(({ url }) => url === '/v1/users/login');
	}

	get sent(): Received[] {
		return this.server.received.filter(({ url }) => url !== '/v1/users/login');
	}

	credential(changes: Partial<CredentialData> = {}): CredentialData {
		const user = { username: 'admin', password: 'Secret1!' };
		const { url } = this.server;
		return {
			accessToken: '',
			phoneNumberId: '1',
			host: 'onPremises',
			baseUrl: url,
			...user,
			...changes,
		};
	}
}

describe('the log-in to an On-Premises server', () => {
	let host: LogInServer;
	beforeEach(async () => {
		host = new LogInServer();
		await host.start();
	});
	afterEach(async () => {
		jest.useRealTimers();
		processState.reset();
		await host.server.stop();
	});

	const send = async (changes?: Partial<CredentialData>) =>
		await graphApi(host.credential(changes), { rules: defaultSendingRules }).send(message);

	it('happens once for all executions of the process', async () => {
		await Promise.all([send(), send(), send()]);
		await send();
		expect(host.logIns).toHaveLength(1);
		expect(host.sent.map(({ headers }) => headers.authorization)).toEqual(
			Array(4).fill('Bearer t1'),
		);
	});

	it('does not happen with a fixed token', async () => {
		await send({ accessToken: 'fixed', password: '' });
		expect(host.logIns).toEqual([]);
		expect(host.sent[0]?.headers.authorization).toBe('Bearer fixed');
	});

	it('happens again for another user or password', async () => {
		await send();
		const facts = await factsOfFailure(send({ password: 'other' }));
		expect(facts).toMatchObject({
			what: 'The log-in failed: the server refused the username or the password.',
			outcome: 'notAccepted',
			retryable: false,
		});
		expect(host.logIns).toHaveLength(2);
		expect(host.sent).toHaveLength(1);
	});

	it('is not tried again with each item while the server refuses the user', async () => {
		const wrong = { password: 'other' };
		for (let item = 0; item < 3; item++) {
			expect(await factsOfFailure(send(wrong))).toMatchObject({ httpStatus: 401 });
		}
		expect(host.logIns).toHaveLength(1);
		// Another password counts at once.
		await send();
		expect(host.logIns).toHaveLength(2);
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
		await factsOfFailure(send(wrong));
		jest.restoreAllMocks();
		expect(host.logIns).toHaveLength(3);
	});

	it.each([
		['an hour before the end', 7, 7 * 24 - 0.9, 2],
		['not earlier', 7, 7 * 24 - 1.1, 1],
		['after nine tenths of a short time', 1 / 24, 0.91, 2],
	])('is renewed %s', async (_when, days, hoursLater, logIns) => {
		host.expiresAfter = inDays(days);
		await send();
		const later = Date.now() + hoursLater * 3_600_000;
		jest.spyOn(Date, 'now').mockReturnValue(later);
		await send();
		jest.restoreAllMocks();
		expect(host.logIns).toHaveLength(logIns);
	});

	it('lasts until it is refused if its end is over, as a clock is wrong', async () => {
		host.expiresAfter = inDays(-1);
		await send();
		await send();
		expect(host.logIns).toHaveLength(1);
	});

	it('happens once more when the server no longer takes the token, also for a message', async () => {
		await send();
		host.refused.add('t1');
		const { body } = await send();
		expect(body.messages).toEqual([{ id: 'gBEG' }]);
		expect(host.sent.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer t1',
			'Bearer t1',
			'Bearer t2',
		]);
	});

	it('happens only once more', async () => {
		for (const token of ['t1', 't2', 't3']) host.refused.add(token);
		const facts = await factsOfFailure(send());
		expect(facts).toMatchObject({ httpStatus: 401, outcome: 'notAccepted', retryable: false });
		expect(host.logIns).toHaveLength(2);
	});

	/** Uploads a file, which is opened for each try, and counts the tries. */
	async function upload(maxTries = Infinity) {
		const { retry, send: sendFile } = graphApi(host.credential(), { rules: defaultSendingRules });
		const tries = { opened: 0 };
		const uploaded = retry(async () => {
			if (++tries.opened > maxTries) throw new Error('The file is gone.');
			const file = { content: Readable.from(['bytes']), fileName: 'a.txt', mimeType: 'text/plain' };
			const form = { messaging_product: 'whatsapp', type: 'text/plain', file };
			return await sendFile({
				...message,
				path: path`/1/media`,
				body: undefined,
				countsFor: undefined,
				form,
			});
		});
		const [result] = await Promise.allSettled([uploaded]);
		return { result, ...tries };
	}

	it('opens a file only once more', async () => {
		for (const token of ['t1', 't2', 't3', 't4']) host.refused.add(token);
		expect(await upload()).toMatchObject({
			result: { reason: { facts: { httpStatus: 401, retryable: false } } },
			opened: 2,
		});
		expect(host.logIns).toHaveLength(2);
		// The next one logs in again.
		host.refused.delete('t3');
		expect(await upload()).toMatchObject({ result: { value: { body: { id: 'f0' } } } });
	});

	it('happens for a message, too, after an upload that was not tried again', async () => {
		host.refused.add('t1');
		await upload(1);
		host.refused.add('t2');
		expect((await send()).body.messages).toEqual([{ id: 'gBEG' }]);
		expect(host.logIns).toHaveLength(3);
	});

	it('lets a file be opened again when the server no longer takes the token', async () => {
		host.refused.add('t1');
		expect(await upload()).toMatchObject({ result: { value: { body: { id: 'f0' } } }, opened: 2 });
		expect(host.sent.at(-1)).toMatchObject({
			url: '/v1/media',
			body: 'bytes',
			headers: { 'content-type': 'text/plain', authorization: 'Bearer t2' },
		});
	});

	it('is part of a download', async () => {
		const { downloadFromMeta } = graphApi(host.credential());
		host.refused.add('t1');
		const { content } = await downloadFromMeta(`${host.server.url}/v1/media/f0`);
		expect(await text(content)).toContain('messages');
		expect(host.sent.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer t1',
			'Bearer t2',
		]);
	});

	it('gives the headers for requests of the HTTP Request node', async () => {
		const headers = await secretHeaders(connectionFromCredential(host.credential()));
		expect(headers).toEqual({ authorization: 'Bearer t1' });
	});

	it('never shows the password or the token', async () => {
		const failing = await startServer((request, response) =>
			request.url === '/v1/users/login'
				? respondJson(response, 200, { users: [{ token: 'token-of-admin' }] })
				: respondJson(response, 400, {
						errors: [
							{
								code: 1009,
								title: `Secret1! token-of-admin ${String(request.headers.authorization)}`,
							},
						],
					}),
		);
		const facts = await factsOfFailure(send({ baseUrl: failing.url }));
		await failing.stop();
		expect(facts.details).toContain('1009');
		expect(JSON.stringify(facts)).not.toMatch(/Secret1!|token-of-admin/);
	});

	it('says what to do when the server wants a new password first', async () => {
		const first = await startServer((_request, response) =>
			respondJson(response, 400, {
				errors: [
					{
						code: 1008,
						title: 'Required parameter is missing',
						details: "'new_password' is required",
					},
				],
			}),
		);
		const facts = await factsOfFailure(send({ baseUrl: first.url }));
		await first.stop();
		expect(facts.what).toContain('requires this user to set a new password first');
		expect(facts.todo).toContain('{"new_password": "…"}');
	});

	it.each([
		[{ username: '' }, 'Username'],
		[{ username: 'a:b' }, 'Username'],
		[{ password: '' }, 'Password'],
		[{ username: '', password: '' }, 'Access Token'],
		[{ caCertificate: 'no certificate' }, 'CA Certificate'],
		[
			{ caCertificate: '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----' },
			'CA Certificate',
		],
	])('is not tried with %j: %s', (changes, field) => {
		const connect = () => connectionFromCredential(host.credential(changes));
		expect(connect).toThrow(expect.objectContaining({ field }));
	});
});
