import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { readReplyToken } from '../../nodes/shared/replyToken';
import { ourselves, signatureHeaderOf } from '../../nodes/shared/signature';
import {
	searchTemplateIds,
	searchTemplates,
} from '../../nodes/WhatsAppBusiness/listSearch/templates';
import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { editorWith } from '../support/editor';
import { fileContent, files } from '../support/files';
import { nodeRuns } from '../support/nodeRuns';
import { filledIn } from '../support/templateValues';
import { WaitingExecution } from '../support/waitingExecution';

const [customer] = business.customers;
const [number] = business.phoneNumbers;
const apiKey = business.dialog360ApiKey;

let simulator: Simulator;
let credential: CredentialData;

describe('360dialog', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		credential = {
			host: 'dialog360',
			accessToken: '',
			apiKey,
			phoneNumberId: number.id,
			baseUrl: `${simulator.url}/360dialog`,
		};
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		await simulator.reset();
		simulator.updateSettings({ hosts: ['360dialog'] });
	});

	const { run, outputOf } = nodeRuns(() => credential);

	const to = `+${customer.waId}`;
	const calls = () => simulator.requests().map(({ method, path }) => `${method} ${path}`);

	it('sends a text', async () => {
		const [sent] = await outputOf('message', 'sendText', { to, text: 'Hello' });
		expect(sent).toMatchObject({ to: customer.waId, phoneNumberId: number.id });
		expect(sent?.messageId).toMatch(/^wamid\./);
		expect(simulator.messages()).toMatchObject([{ phoneNumberId: number.id }]);
		expect(calls()).toEqual(['POST /360dialog/messages']);
	});

	it('sends a template with the fields that its definition has', async () => {
		const saved = await filledIn({ name: 'order_confirmation', language: 'en_US' }, credential);
		const [sent] = await outputOf('message', 'sendTemplate', { to, ...saved });
		expect(sent?.text).toEqual(expect.not.stringContaining('{{'));
		expect(simulator.messages()).toMatchObject([
			{ body: { template: { name: 'order_confirmation', language: { code: 'en_US' } } } },
		]);
	});

	it('sends a file and gets one, byte by byte the same', async () => {
		const [uploaded] = await outputOf(
			'media',
			'upload',
			{},
			{
				items: [{ json: {}, binary: { data: files.png } }],
			},
		);
		const { outputs, error } = await run('media', 'download', { mediaId: String(uploaded?.id) });
		expect(error).toBeUndefined();
		const binary = outputs[0]?.[0]?.binary?.data;
		expect(binary).toMatchObject({ mimeType: 'image/png' });
		expect(Buffer.from(binary?.data ?? '', 'base64')).toEqual(fileContent(files.png));
		expect(calls()).toEqual([
			'POST /360dialog/media',
			`GET /360dialog/${String(uploaded?.id)}`,
			'GET /360dialog/whatsapp_business/attachments/',
		]);
	});

	it('reads a file that is gone once, and says that failures are counted', async () => {
		const { error } = await run('media', 'download', { mediaId: '99' });
		expect(error?.description).toContain('after 20 failed reads of media within an hour');
		expect(calls()).toEqual(['GET /360dialog/99']);
	});

	it('makes a header handle without an app', async () => {
		const [made] = await outputOf(
			'media',
			'createHeaderHandle',
			{},
			{
				items: [{ json: {}, binary: { data: files.png } }],
			},
		);
		expect(made?.handle).toEqual(expect.any(String));
		expect(calls()[0]).toBe('POST /360dialog/uploads');
	});

	it('uploads the sample file of a new template', async () => {
		const parameters = {
			...{ templateName: 'with_picture', languageCode: 'en_US', bodyText: 'Look at this.' },
			header: { header: { headerType: 'image' } },
		};
		await outputOf('template', 'create', parameters, {
			items: [{ json: {}, binary: { data: files.png } }],
		});
		const [announced, session, created] = calls();
		expect(announced).toBe('POST /360dialog/uploads');
		expect(session).toMatch(/^POST \/360dialog\/upload:/);
		expect(created).toBe('POST /360dialog/v1/configs/templates');
	});

	describe('templates', () => {
		beforeEach(() => {
			const [first] = simulator.state.templates;
			if (!first) throw new Error('There is no template');
			const others = Array.from({ length: 250 }, (_, index) => ({
				...first,
				id: String(7_000_000 + index),
				name: `many_${index}`,
			}));
			simulator.state.templates.push(...others);
		});

		it('are listed over several pages, each once', async () => {
			const listed = await outputOf('template', 'getMany', { returnAll: true });
			const ids = listed.map(({ id }) => id).sort();
			expect(ids).toEqual(simulator.state.templates.map(({ id }) => id).sort());
			expect(listed[0]).toMatchObject({ status: expect.stringMatching(/^[A-Z_]+$/) });
			expect(calls().length).toBeGreaterThanOrEqual(3);
		});

		it('are listed up to a limit, and by a filter', async () => {
			expect(await outputOf('template', 'getMany', { limit: 120 })).toHaveLength(120);
			const filters = { name: 'many_24' };
			const listed = await outputOf('template', 'getMany', { returnAll: true, filters });
			expect(listed.map(({ name }) => name).sort()).toEqual(
				['24', ...Array.from({ length: 10 }, (_, index) => `24${index}`)]
					.map((index) => `many_${index}`)
					.sort(),
			);
		});

		it('are shown by the lists of the editor, page after page', async () => {
			const pages = [];
			let token: string | undefined;
			do {
				const page = await searchTemplateIds.call(editorWith(credential), '', token);
				pages.push(page.results.map(({ value }) => value));
				token = page.paginationToken as string | undefined;
			} while (token);
			expect(pages).toHaveLength(3);
			expect(pages.flat().sort()).toEqual(simulator.state.templates.map(({ id }) => id).sort());
			const { results } = await searchTemplates.call(
				editorWith(credential),
				'order_confirmation en_US',
			);
			expect(results).toMatchObject([{ value: 'order_confirmation|en_US' }]);
		});

		it('are found by ID and by name', async () => {
			const templateId = { __rl: true, mode: 'id', value: '7000249' };
			expect(await outputOf('template', 'get', { templateId })).toMatchObject([
				{ id: '7000249', name: 'many_249' },
			]);
			const byName = { findBy: 'name', templateName: 'many_249' };
			expect(await outputOf('template', 'getStatus', byName)).toMatchObject([
				{ name: 'many_249', canBeSent: true },
			]);
		});

		it('are created and deleted', async () => {
			const parts = { bodyText: 'Your order is on its way.' };
			const created = { templateName: 'new_one', languageCode: 'en_US', ...parts };
			expect(await outputOf('template', 'create', created)).toMatchObject([
				{ id: expect.stringMatching(/^\d+$/), status: 'PENDING', category: 'UTILITY' },
			]);
			const deletion = { languages: 'all', templateName: 'new_one' };
			expect(await outputOf('template', 'delete', deletion)).toEqual([{ deleted: true }]);
			expect(simulator.state.templates.some(({ name }) => name === 'new_one')).toBe(false);
		});
	});

	it('marks a message as read and shows that the business types', async () => {
		const { id } = await simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		const options = { typingIndicator: true };
		expect(await outputOf('message', 'markAsRead', { messageId: id, options })).toEqual([
			{ success: true },
		]);
		expect(simulator.state.received[0]).toMatchObject({ typingAt: expect.any(Number) });
	});

	it('blocks a person', async () => {
		await simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		expect(await outputOf('blockedUser', 'block', { users: to })).toMatchObject([
			{ wa_id: customer.waId, success: true },
		]);
	});

	it('says whether the number can send', async () => {
		const options = { fields: ['display_phone_number', 'health_status'] };
		expect(await outputOf('phoneNumber', 'get', { options })).toMatchObject([
			{ id: number.id, health_status: { can_send_message: 'AVAILABLE' } },
		]);
	});

	it('sends from no other number than that of the key', async () => {
		const sender = { __rl: true, mode: 'id', value: business.phoneNumbers[1].id };
		const { error } = await run('message', 'sendText', { to, text: 'Hello', sender });
		expect(error?.message).toContain("'Sender' is another number than the credential's");
		expect(simulator.requests()).toEqual([]);
	});

	it('needs nothing but the key', async () => {
		const using = { ...credential, phoneNumberId: '' };
		const [sent] = await outputOf('message', 'sendText', { to, text: 'Hello' }, { using });
		expect(sent?.phoneNumberId).toBe(number.id);
		expect(calls()).toEqual(['GET /360dialog/health_status', 'POST /360dialog/messages']);
	});

	it('says in plain words that the key is wrong', async () => {
		const { error } = await run(
			'message',
			'sendText',
			{ to, text: 'Hello' },
			{
				using: { ...credential, apiKey: 'another-key' },
			},
		);
		expect(error?.message).toBe('360dialog does not accept the API key.');
		expect(error?.description).toContain('Generate a key for the number in the 360dialog Hub');
		expect(error?.description).toContain('Details: Invalid api token.');
		expect(error?.description).not.toContain("Meta's details");
		expect(JSON.stringify(error)).not.toContain('another-key');
		expect(simulator.messages()).toEqual([]);
	});

	it('refuses before sending what 360dialog does not offer, also with Continue On Fail', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const [item] = await outputOf('qrCode', 'getMany', {}, { settings });
		expect(item).toMatchObject({
			error: {
				message:
					"'QR Code: Get Many' was not run: 360dialog does not offer QR codes or short links.",
				description: expect.stringContaining(
					"Use Meta's WhatsApp Manager for this, or a credential whose host is Meta.",
				) as string,
				safeToSendAgain: true,
			},
		});
		expect(simulator.requests()).toEqual([]);
	});

	describe('Send and Wait', () => {
		let server: Server | undefined;
		afterEach(() => server?.close());

		it('continues with the reply in the chat, whose token the API key seals', async () => {
			const asked = { to, message: 'Shall we deliver?' };
			const { run: waiting, error } = await run('message', 'sendAndWait', asked);
			expect(error).toBeUndefined();
			expect(waiting.status).toBe('waiting');
			const question = waiting.data.executionData?.contextData['node:Tested']
				?.question as unknown as PendingQuestion;
			const execution = new WaitingExecution(credential, question, { id: '2' });
			server = createServer(execution.listener);
			await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
			const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?signature=ab`;

			const { action } = simulator.messages()[0]?.body.interactive as {
				action: { buttons: Array<{ reply: { id: string } }> };
			};
			const token = action.buttons[0]?.reply.id ?? '';
			expect(readReplyToken(token, [customer.waId], apiKey)).toMatchObject({ choice: 0 });
			const body = JSON.stringify({ token, text: 'Approve', from: customer.waId, userId: null });
			const post = async (secret: string) =>
				await fetch(url, {
					method: 'POST',
					headers: {
						'content-type': 'application/json',
						...signatureHeaderOf(
							Buffer.from(body),
							ourselves(secret, 'reply to a waiting execution'),
						),
					},
					body,
				});
			expect((await post('another-key')).status).toBe(401);
			expect(await (await post(apiKey)).json()).toEqual({ resumed: true });
			expect(execution.resumed.flat().map(({ json }) => json)).toMatchObject([
				{ data: { approved: true } },
			]);
		});
	});
});
