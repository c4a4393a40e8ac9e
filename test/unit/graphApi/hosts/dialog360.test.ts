import type { CredentialData } from '../../../../nodes/graphApi/connection';
import { NotOfferedError } from '../../../../nodes/graphApi/errors/notOfferedError';
import { graphApi } from '../../../../nodes/graphApi/graphApi';
import { allPages, readPage } from '../../../../nodes/graphApi/pages';
import { path } from '../../../../nodes/graphApi/path';
import { safePath } from '../../../../nodes/graphApi/safePath';
import { defaultSendingRules } from '../../../../nodes/graphApi/sendingRules';
import type { GraphRequest, JsonObject, Query } from '../../../../nodes/graphApi/types';
import { factsOfFailure } from '../../../support/failure';
import { respondJson, startServer } from '../../../support/server';
import type { Received, TestServer } from '../../../support/server';

const credential: CredentialData = {
	host: 'dialog360',
	accessToken: '',
	apiKey: 'd360-key',
	phoneNumberId: '106',
	businessAccountId: '102',
};

type Respond = (received: Received) => { status?: number; body: unknown } | undefined;

let server: TestServer;
let respond: Respond;

beforeAll(async () => {
	server = await startServer((received, response) => {
		const { status = 200, body } = respond(received) ?? { body: { success: true } };
		respondJson(response, status, body);
	});
});
afterAll(() => server.stop());
beforeEach(() => {
	server.received.length = 0;
	respond = () => undefined;
});

const api = (changes: Partial<CredentialData> = {}) =>
	graphApi(
		{ ...credential, baseUrl: `${server.url}/base`, ...changes },
		{ rules: { ...defaultSendingRules, maxRetries: 2 } },
	);
const send = (request: GraphRequest) => api().send(request);
const calls = () => server.received.map(({ method, url }) => `${method} ${url}`);

const messages: GraphRequest = {
	method: 'POST',
	on: 'phoneNumber',
	path: path`/106/messages`,
	body: { messaging_product: 'whatsapp' },
};

describe('a call of 360dialog', () => {
	it('has the key, and no version, number or account in its path', async () => {
		await send(messages);
		await send({ method: 'GET', on: 'waba', path: path`/102/flows`, query: { limit: 5 } });
		expect(calls()).toEqual(['POST /base/messages', 'GET /base/flows?limit=5']);
		for (const { headers } of server.received) {
			expect(headers).toMatchObject({ 'd360-api-key': 'd360-key' });
			expect(headers.authorization).toBeUndefined();
		}
	});

	it('keeps what is encoded in its path', async () => {
		await send({ method: 'GET', on: 'group', path: path`/${'a/b ?'}/invite_link` });
		expect(calls()).toEqual(['GET /base/groups/a%2Fb%20%3F/invite_link']);
	});

	it.each(['/106/messages', '/0/message_templates'])(
		'typed as %s is refused, as it begins with an ID',
		async (typed) => {
			const sent = send({ method: 'GET', on: 'typed', path: safePath(typed) });
			await expect(sent).rejects.toThrow(NotOfferedError);
			await expect(sent).rejects.toThrow('the ID of the number');
			expect(calls()).toEqual([]);
		},
	);

	it.each(['/v1/configs/templates', '/v1/configs/webhook', '/marketing/107/dataset'])(
		'typed as %s is sent as it is',
		async (typed) => {
			await send({ method: 'GET', on: 'typed', path: safePath(typed) });
			expect(calls()).toEqual([`GET /base${typed}`]);
		},
	);
});

describe('a number at 360dialog', () => {
	it.each<[string | undefined, string, JsonObject]>([
		['display_phone_number,throughput', '?fields=display_phone_number%2Cthroughput', { id: '106' }],
		['health_status', '', { id: '106', health_status: {} }],
		['throughput,health_status', '?fields=throughput', { id: '106', health_status: {} }],
		[undefined, '', { id: '106', health_status: {} }],
	])('is read with the fields %s', async (fields, query, expected) => {
		respond = () => ({ body: { id: '106', health_status: {} } });
		const { body } = await send({
			method: 'GET',
			on: 'phoneNumber',
			path: path`/106`,
			query: { fields },
		});
		expect(calls()).toEqual([`GET /base/health_status${query}`]);
		expect(body).toEqual(expected);
	});
});

/** 360dialog's list of templates. */
class Templates {
	readonly all = Array.from({ length: 250 }, (_, index) => ({
		id: `internal${index}`,
		external_id: String(9000 + index),
		name: `template_${String(index).padStart(3, '0')}`,
		language: 'en',
		status: index === 240 ? 'rejected' : 'approved',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: index === 7 ? 'Your Order' : 'Hello' }],
	}));
	hasTotal = true;
	total?: number;
	most = 1000;

	respond: Respond = ({ url }) => {
		const query = new URL(url, server.url).searchParams;
		const offset = Number(query.get('offset'));
		const limit = Math.min(this.most, Number(query.get('limit') ?? 1000));
		const waba_templates = this.all.slice(offset, offset + limit);
		const total = this.hasTotal ? (this.total ?? this.all.length) : undefined;
		return { body: { waba_templates, count: waba_templates.length, total } };
	};
}

describe('the templates at 360dialog', () => {
	let templates: Templates;
	beforeEach(() => {
		templates = new Templates();
		respond = templates.respond;
	});

	const list = (query: Query = {}): GraphRequest => ({
		method: 'GET',
		on: 'waba',
		path: path`/102/message_templates`,
		query,
	});
	const namesOf = (entries: unknown[]) => entries.map((entry) => (entry as JsonObject).name);

	it.each([true, false])('come page by page, each once (with a total: %s)', async (hasTotal) => {
		templates.hasTotal = hasTotal;
		const entries = await allPages(api().send, list());
		expect(namesOf(entries)).toEqual(templates.all.map(({ name }) => name));
		const sort = 'sort=business_templates.name';
		expect(calls()).toEqual([
			`GET /base/v1/configs/templates?limit=100&offset=0&${sort}`,
			`GET /base/v1/configs/templates?limit=101&offset=99&${sort}`,
			`GET /base/v1/configs/templates?limit=101&offset=199&${sort}`,
			// Without a total, only an empty page is the end.
			...(hasTotal ? [] : [`GET /base/v1/configs/templates?limit=101&offset=249&${sort}`]),
		]);
	});

	it('end with a full page', async () => {
		templates.all.length = 200;
		expect(await allPages(api().send, list())).toHaveLength(200);
		templates.hasTotal = false;
		expect(await allPages(api().send, list())).toHaveLength(200);
	});

	it('come all if the host sends fewer at once than it was asked for', async () => {
		templates.most = 30;
		expect(await allPages(api().send, list())).toHaveLength(250);
		expect(await allPages(api().send, list({ language: 'en' }))).toHaveLength(250);
	});

	it('come all if the host counts fewer than it has', async () => {
		templates.total = 200;
		expect(await allPages(api().send, list())).toHaveLength(250);
	});

	it('stop at the limit', async () => {
		const entries = await allPages(api().send, list(), { limit: 105 });
		expect(namesOf(entries)).toEqual(templates.all.slice(0, 105).map(({ name }) => name));
	});

	it.each<[string, (all: Templates['all']) => void]>([
		['gone', (all) => all.shift()],
		['new', (all) => all.unshift({ ...(all[0] as Templates['all'][0]), name: 'a_new_one' })],
		['all gone', (all) => (all.length = 0)],
	])(
		'are not read on if one before is %s, as one could be missing or come twice',
		async (_name, change) => {
			const { next } = await readPage(api().send, list());
			change(templates.all);
			const read = readPage(api().send, list(), {}, next);
			await expect(read).rejects.toThrow('changed while they were being read');
		},
	);

	it.each<[Query, string[]]>([
		[{ name: 'template_00' }, Array.from({ length: 10 }, (_, index) => `template_00${index}`)],
		[{ name_or_content: 'your order' }, ['template_007']],
		[{ status: 'REJECTED' }, ['template_240']],
		[{ status: '["REJECTED","PAUSED"]' }, ['template_240']],
		[{ category: 'MARKETING' }, []],
		[{ language: 'en', name: 'template_240' }, ['template_240']],
		[{ quality_score: '["GREEN"]' }, []],
	])('are filtered by %j', async (query, expected) => {
		expect(namesOf(await allPages(api().send, list(query)))).toEqual(expected);
	});

	it("are Meta's: with its ID, in capitals what it has in capitals, and the fields asked for", async () => {
		const [first] = await allPages(api().send, list({ fields: 'name,status' }), { limit: 1 });
		expect(first).toEqual({ id: '9000', name: 'template_000', status: 'APPROVED' });
	});

	it('cannot be filtered by their source', async () => {
		const read = allPages(api().send, list({ source: 'AUTO_GENERATED' }));
		await expect(read).rejects.toThrow('does not say where a template comes from');
		expect(calls()).toEqual([]);
	});

	it('of something else that responds are an error, not an empty list', async () => {
		respond = () => ({ body: { data: [] } });
		await expect(allPages(api().send, list())).rejects.toThrow('has no list of templates');
	});

	const one = (id: string): GraphRequest => ({
		method: 'GET',
		on: 'template',
		path: path`/${id}`,
		query: { fields: 'name' },
	});

	it('are found by their ID', async () => {
		const { body } = await send(one('9240'));
		expect(body).toEqual({ id: '9240', name: 'template_240' });
	});

	it.each([
		[250, 'The account has no template with the ID 99.'],
		[1001, 'The template with the ID 99 is not among the first 250'],
	])('of which there are %s may not have an ID', async (total, message) => {
		respond = (received) => {
			const found = templates.respond(received)?.body as JsonObject;
			return { body: { ...found, total } };
		};
		await expect(send(one('99'))).rejects.toThrow(message);
	});

	const deletion = (query: Query): GraphRequest => ({ ...list(query), method: 'DELETE' });

	it('are deleted by name', async () => {
		respond = () => ({ body: { meta: { success: true, http_code: 200 } } });
		const { body } = await send(deletion({ name: 'hello/world' }));
		expect(calls()).toEqual(['DELETE /base/v1/configs/templates/hello%2Fworld']);
		expect(body).toEqual({ success: true });
	});

	it.each<Query>([{ name: 'hello', hsm_id: '1' }, { hsm_ids: '[1]' }])(
		'are not deleted by %j, as all languages would be',
		async (query) => {
			await expect(send(deletion(query))).rejects.toThrow('in all its languages at once');
			expect(calls()).toEqual([]);
		},
	);

	it('that are not deleted are an error, also with HTTP status 200', async () => {
		respond = () => ({
			body: { meta: { success: false, http_code: 400, developer_message: 'Template is in use' } },
		});
		await expect(send(deletion({ name: 'hello' }))).rejects.toThrow('Template is in use');
	});
});

describe('a media file at 360dialog', () => {
	const media: GraphRequest = { method: 'GET', on: 'media', path: path`/12` };
	const lookaside = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=a%2Fb';

	it('has a URL at 360dialog, which gets the key', async () => {
		respond = ({ url }) =>
			url === '/base/12' ? { body: { id: '12', url: lookaside } } : undefined;
		const { body } = await send({ ...media, query: { phone_number_id: '106' } });
		expect(body.url).toBe(`${server.url}/base/whatsapp_business/attachments/?mid=1&hash=a%2Fb`);
		const { content } = await api().downloadFromMeta(String(body.url));
		await content.toArray();
		expect(calls()).toEqual([
			'GET /base/12',
			'GET /base/whatsapp_business/attachments/?mid=1&hash=a%2Fb',
		]);
		expect(server.received.at(-1)?.headers['d360-api-key']).toBe('d360-key');
	});

	it.each([
		'https://lookaside.fbsbx.com.evil.example/file',
		'http://lookaside.fbsbx.com/file',
		'https://lookaside.fbsbx.com:8443/file',
		'https://example.com/https://lookaside.fbsbx.com/file',
		'not a URL',
	])('keeps the URL %s', async (url) => {
		respond = () => ({ body: { url } });
		expect((await send(media)).body.url).toBe(url);
	});

	const countsFailures = 'after 20 failed reads of media within an hour, 360dialog blocks them all';

	it.each([404, 429, 500, 503])('that cannot be read (%s) is not read again', async (status) => {
		respond = () => ({ status, body: { error: 'No' } });
		const facts = await factsOfFailure(send(media));
		expect(facts).toMatchObject({ httpStatus: status, retryable: false });
		expect(facts.todo).toContain(countsFailures);
		expect(calls()).toEqual(['GET /base/12']);
	});

	it.each([404, 429, 500, 503])(
		'that cannot be downloaded (%s) is not tried again',
		async (status) => {
			respond = () => ({ status, body: { error: 'No' } });
			const { retry, downloadFromMeta } = api();
			const facts = await factsOfFailure(retry(() => downloadFromMeta(`${server.url}/base/file`)));
			expect(facts.todo).toContain(countsFailures);
			expect(calls()).toEqual(['GET /base/file']);
		},
	);

	it('of another host is fetched again as any other, without the key', async () => {
		const other = await startServer((_received, response) => respondJson(response, 503, {}));
		const { retry, downloadFromMeta } = api();
		const facts = await factsOfFailure(retry(() => downloadFromMeta(`${other.url}/file`)));
		await other.stop();
		expect(facts.todo).not.toContain(countsFailures);
		expect(other.received).toHaveLength(3);
		for (const { headers } of other.received) expect(headers['d360-api-key']).toBeUndefined();
	});
});

describe('calls and settings at 360dialog', () => {
	const permission = (query: Query): GraphRequest => ({
		method: 'GET',
		on: 'phoneNumber',
		path: path`/106/call_permissions`,
		query,
	});
	const settings = (request: Partial<GraphRequest>): GraphRequest => ({
		method: 'GET',
		on: 'phoneNumber',
		path: path`/106/settings`,
		...request,
	});

	it.each<[GraphRequest, string]>([
		[{ ...messages, path: path`/106/calls` }, 'POST /base/calling/calls'],
		[permission({ user_wa_id: '15550001111' }), 'GET /base/calling/permissions/15550001111'],
		[
			settings({ query: { include_sip_credentials: true } }),
			'GET /base/calling/settings?include_sip_credentials=true',
		],
		[settings({ method: 'POST', body: { calling: {} } }), 'POST /base/calling/settings'],
	])('have paths of their own', async (request, call) => {
		await send(request);
		expect(calls()).toEqual([call]);
	});

	it.each<[GraphRequest, string]>([
		[permission({ recipient: 'US.1' }), 'by phone number only'],
		[settings({ query: { fields: 'calling,storage_configuration' } }), 'only the call settings'],
		[settings({ method: 'POST', body: { storage_configuration: {} } }), 'only the call settings'],
	])('are refused where only the query or the body shows it', async (request, message) => {
		await expect(send(request)).rejects.toThrow(message);
		expect(calls()).toEqual([]);
	});
});

describe('an error of 360dialog', () => {
	it.each([
		{ error: 'Invalid api token.' },
		{ meta: { success: false, http_code: 401, developer_message: 'Invalid api key' } },
	])('about the key says so in plain words', async (body) => {
		respond = () => ({ status: 401, body });
		const facts = await factsOfFailure(send(messages));
		expect(facts).toMatchObject({
			what: '360dialog does not accept the API key.',
			outcome: 'notAccepted',
			retryable: false,
		});
		expect(facts.todo).toMatch(/^Generate a key for the number in the 360dialog Hub/);
	});

	it('keeps its words', async () => {
		const developer_message = 'Could not send message due to lack of payment.';
		respond = () => ({ status: 400, body: { meta: { success: false, developer_message } } });
		const { what } = await factsOfFailure(send(messages));
		expect(what).toBe(`The server responded with HTTP status 400: ${developer_message}`);
	});

	it("of Meta's is Meta's", async () => {
		const error = { message: 'Re-engagement message', code: 131_047, type: 'OAuthException' };
		respond = () => ({ status: 400, body: { error } });
		expect((await factsOfFailure(send(messages))).code).toBe(131_047);
	});

	it('about too many requests is retried', async () => {
		const developer_message = 'You have exceeded the endpoint rate limit.';
		const accepted = { messages: [{ id: 'wamid.1' }] };
		respond = () =>
			server.received.length === 1
				? { status: 400, body: { meta: { success: false, developer_message } } }
				: { body: accepted };
		expect((await send(messages)).body).toEqual(accepted);
		expect(calls()).toHaveLength(2);
	});

	it('never has the key', async () => {
		respond = () => ({ status: 400, body: { error: 'The key d360-key is too old' } });
		const { what } = await factsOfFailure(send(messages));
		expect(what).not.toContain('d360-key');
	});
});
