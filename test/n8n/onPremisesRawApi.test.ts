import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { processState } from '../../nodes/graphApi/processState';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator';
import type { Simulator } from '../../simulator';
import { onPremisesEndpoints } from '../../simulator/hosts/onPremises/host';
import { messageIdOf } from '../../simulator/hosts/onPremises/ids';
import { runNode } from '../support/engine';
import { fileContent, files } from '../support/files';
import { startOnPremisesServer } from '../support/onPremisesServer';

const [ada, pablo] = business.customers;
const group = `/groups/${business.group.id}`;
const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const pemType = 'application/x-pem-file';
const account = {
	cc: '1',
	phone_number: '5550783881',
	pin: business.pin,
};
const shop = { name: 'shop', type: 'www', config: { bearer: 'b' } };
const users = [{ username: 'sender', ROLES: 'ROLE_USER' }];
const figures = expect.stringContaining('\nwhatsapp_incoming_messages 1\n') as unknown;

const json = (body: object): INodeParameters => ({ body: JSON.stringify(body) });
const text = (bodyText: string, bodyMimeType: string): INodeParameters => ({
	bodyContentType: 'text',
	bodyText,
	bodyMimeType,
});
const list = (body: object[]) => text(JSON.stringify(body), 'application/json');
const bytes: INodeParameters = { bodyContentType: 'binary', binaryPropertyName: 'data' };
const asFile: INodeParameters = { options: { responseFormat: 'file' } };
const asText: INodeParameters = { options: { responseFormat: 'text' } };

/** A file that a call sends or returns. */
interface File {
	file: Pick<IBinaryData, 'mimeType' | 'fileName' | 'data'>;
}

/** The endpoint, what the user fills in besides the path, and what the output has beside `meta`. `:id` is that of the step before. */
type Step = [call: string, parameters: INodeParameters, output: object, sent?: File];

/** Calls that follow each other on a new server. */
const stories: Record<string, Step[]> = {
	users: [
		['POST /users', json({ username: 'sender', password: 'Sender-1234' }), { users }],
		['GET /users/sender', {}, { users }],
		['PUT /users/sender', json({ password: 'Sender-5678' }), { users }],
		['DELETE /users/sender', {}, { users }],
		['POST /users/logout', {}, {}],
		// The token has ended, so the node logs in again.
		['GET /health', {}, { health: { gateway_status: 'connected' } }],
	],
	'settings of the server': [
		['PATCH /settings/application', json({ sent_status: true }), {}],
		[
			'GET /settings/application',
			{},
			{ settings: { application: expect.objectContaining({ sent_status: true }) } },
		],
		['POST /settings/backup', json({ password: 'a' }), { settings: { data: expect.any(String) } }],
		['POST /settings/restore', json({ password: 'a', data: ':id' }), {}],
		['DELETE /settings/application', {}, {}],
	],
	'where media may be': [
		['POST /settings/application/media/providers', list([shop]), {}],
		[
			'GET /settings/application/media/providers',
			{},
			{ settings: { application: { media: { providers: [shop] } } } },
		],
		['DELETE /settings/application/media/providers/shop', {}, {}],
	],
	profile: [
		['POST /settings/business/profile', json({ address: 'Here' }), {}],
		[
			'GET /settings/business/profile',
			{},
			{ settings: { business: { profile: expect.objectContaining({ address: 'Here' }) } } },
		],
		['PATCH /settings/profile/about', json({ text: 'Cacti' }), {}],
		['GET /settings/profile/about', {}, { settings: { profile: { about: { text: 'Cacti' } } } }],
	],
	'profile picture': [
		['POST /settings/profile/photo', bytes, {}, { file: files.png }],
		['GET /settings/profile/photo', asFile, { file: files.png }],
		['DELETE /settings/profile/photo', {}, {}],
	],
	account: [
		['POST /account', json({ ...account, method: 'sms', cert: 'c' }), {}],
		['POST /account/verify', json({ code: business.verificationCode }), {}],
		['POST /account/shards', json({ ...account, shards: 1 }), {}],
		['POST /settings/account/two-step', json({ pin: '222222' }), {}],
		['DELETE /settings/account/two-step', {}, {}],
	],
	messages: [
		[
			'POST /contacts',
			json({ blocking: 'wait', contacts: [`+${ada.waId}`] }),
			{ contacts: [{ input: `+${ada.waId}`, status: 'valid', wa_id: ada.waId }] },
		],
		[
			'POST /messages',
			json({ to: ada.waId, type: 'text', text: { body: 'Hello' } }),
			{ messages: [{ id: expect.stringMatching(/^gBEG/) }] },
		],
		['PUT /messages/:received', json({ status: 'read' }), {}],
	],
	groups: [
		['POST /groups', json({ subject: 'New' }), { groups: [expect.any(Object)] }],
		['GET /groups', {}, { groups: [expect.any(Object), expect.any(Object)] }],
		[`PUT ${group}`, json({ subject: 'Cacti' }), {}],
		[`PATCH ${group}/admins`, json({ wa_ids: [ada.waId] }), {}],
		[
			`GET ${group}`,
			{},
			{
				groups: [expect.objectContaining({ subject: 'Cacti', admins: ['15550783881', ada.waId] })],
			},
		],
		[`DELETE ${group}/admins`, json({ wa_ids: [ada.waId] }), {}],
		[`GET ${group}/invite`, {}, { groups: [{ link: expect.stringMatching(/^https:/) }] }],
		[`DELETE ${group}/invite`, {}, {}],
		[`DELETE ${group}/participants`, json({ wa_ids: [pablo.waId] }), {}],
		[`POST ${group}/icon`, bytes, {}, { file: files.groupPicture }],
		[`GET ${group}/icon`, asFile, { file: files.groupPicture }],
		[`DELETE ${group}/icon`, {}, {}],
		[`POST ${group}/leave`, {}, {}],
	],
	health: [
		['GET /health', {}, { health: { gateway_status: 'connected' } }],
		['GET /stats/app', {}, { stats: { app: expect.any(Object) } }],
		['GET /stats/app?format=prometheus', asText, { data: figures, mimeType: 'text/plain' }],
		['GET /stats/db', {}, { stats: { db: expect.any(Object) } }],
		['GET /metrics', {}, { stats: { metrics: expect.any(Object) } }],
		['GET /metrics?format=prometheus', asText, { data: figures, mimeType: 'text/plain' }],
		['GET /support', {}, { support: expect.any(Object) }],
	],
	media: [
		['POST /media', bytes, { media: [{ id: expect.any(String) }] }, { file: files.pdf }],
		['GET /media/:id', asFile, { file: files.pdf }],
		['DELETE /media/:id', {}, {}],
	],
	certificates: [
		['POST /certificates/external', text(pem, pemType), {}],
		['GET /certificates/external/ca', asText, { data: pem, mimeType: pemType }],
		['POST /certificates/webhooks/ca', text(pem, pemType), {}],
		['GET /certificates/webhooks/ca', asText, { data: pem, mimeType: pemType }],
		['DELETE /certificates/webhooks/ca', {}, {}],
	],
};

let simulator: Simulator;
let credential: CredentialData;

describe('Raw API with a server in the On-Premises format', () => {
	const called = new Set<string>();

	beforeAll(async () => {
		({ simulator, credential } = await startOnPremisesServer());
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		processState.reset();
		await simulator.reset();
		simulator.updateSettings({ hosts: ['onPremises'] });
	});

	async function call(endpoint: string, parameters: INodeParameters, sent?: File) {
		const [method = '', path = ''] = endpoint.split(' ');
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'rawApi', operation: method.toLowerCase(), path, ...parameters },
			credential,
			items: [{ json: {}, binary: sent && { data: sent.file } }],
		});
		expect(error).toBeUndefined();
		return outputs[0]?.[0];
	}

	it.each(Object.entries(stories))('reaches all about %s', async (_about, steps) => {
		const written = await simulator.writeAs(ada.waId, { type: 'text', text: 'Hi' });
		const received = messageIdOf(written.id, true);
		let id = '';
		for (const [endpoint, parameters, expected, sent] of steps) {
			const filledIn = (value: string) => value.replace(':id', id).replace(':received', received);
			const item = await call(
				filledIn(endpoint),
				JSON.parse(filledIn(JSON.stringify(parameters))) as INodeParameters,
				sent,
			);
			if ('file' in expected) {
				const { mimeType, data = '' } = item?.binary?.data ?? {};
				const { file } = expected as File;
				expect(mimeType).toBe(file.mimeType);
				expect(Buffer.from(data, 'base64').equals(fileContent(file))).toBe(true);
				continue;
			}
			const { meta, ...output } = item?.json ?? {};
			expect({ endpoint, output }).toEqual({ endpoint, output: expected });
			if (parameters !== asText) expect(meta).toEqual(expect.any(Object));
			id = idIn(output) ?? id;
		}
		for (const { method, path } of simulator.requests()) called.add(`${method} ${path}`);
	});

	it('reaches all 55 endpoints, the log-in among them', () => {
		const missing = onPremisesEndpoints.filter(({ method, path }) => {
			const pattern = new RegExp(`^${method} /onpremises/v1${path.replace(/:\w+/g, '[^/]+')}$`);
			return ![...called].some((one) => pattern.test(one));
		});
		expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
		expect(onPremisesEndpoints).toHaveLength(55);
	});
});

/** The ID of a new file, or the data of a backup. */
function idIn({ media, settings }: IDataObject): string | undefined {
	const [file] = (media ?? []) as Array<{ id: string }>;
	return file?.id ?? (settings as { data?: string } | undefined)?.data;
}
