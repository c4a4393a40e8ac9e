import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeParameters } from 'n8n-workflow';

import { connectionFromCredential } from '../../nodes/graphApi/hosts';
import { ourselves, signatureHeaderOf } from '../../nodes/shared/signature';
import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { business } from '../../simulator';
import { kapsoState } from '../../simulator/hosts/kapso/state';
import { caseList, playedCases } from '../cases/caseList';
import { byId } from '../cases/template/ids';
import { fileContent, files } from '../support/files';
import { flowById, flowJson } from '../support/flow';
import { refusalOf } from '../support/hostContracts';
import { aboutRealObjects } from '../support/realObjects';
import { simulatedKapso } from '../support/simulatedKapso';
import { filledIn } from '../support/templateValues';
import { until } from '../support/until';
import { WaitingExecution } from '../support/waitingExecution';

const [customer] = business.customers;
const [number] = business.phoneNumbers;
const apiKey = business.kapsoApiKey;
const to = `+${customer.waId}`;

describe('Kapso', () => {
	const kapso = simulatedKapso({ settings: { templateReviewMs: 1 } });
	const { run, itemsOf, outputOf } = kapso;

	const calls = () => kapso.simulator.requests().map(({ method, path }) => `${method} ${path}`);
	const proxy = '/kapso/meta/whatsapp/v24.0';

	// What is typed in the cases of the Raw API is not Kapso's.
	const listed = caseList.filter(({ operation }) => operation.resource !== 'rawApi');

	describe.each(listed)('$operation.resource: $operation.operation', ({ operation, cases }) => {
		for (const recorded of playedCases(cases)) {
			it(`${recorded.name} is accepted, or refused without a call`, async () => {
				const refusal = refusalOf(
					operation,
					recorded,
					connectionFromCredential(kapso.credential()),
				);
				const { parameters, binary } = await aboutRealObjects(kapso.simulator, recorded);
				const before = kapso.simulator.requests().length;
				const { error } = await run(operation.resource, operation.operation, parameters, {
					items: [{ json: {}, binary }],
				});
				if (refusal === undefined) expect(error).toBeUndefined();
				else {
					expect(error?.message).toContain(refusal.message);
					expect(kapso.simulator.requests().slice(before)).toEqual([]);
				}
			});
		}
	});

	it('sends a text', async () => {
		const [sent] = await outputOf('message', 'sendText', { to, text: 'Hello' });
		expect(sent).toMatchObject({ to: customer.waId, phoneNumberId: number.id });
		expect(sent?.messageId).toMatch(/^wamid\./);
		expect(kapso.simulator.messages()).toMatchObject([{ body: { text: { body: 'Hello' } } }]);
	});

	it('sends a template with a file in its header, and its values by the fields of its definition', async () => {
		const saved = await filledIn(
			{ name: 'new_arrivals_image', language: 'en_US' },
			kapso.credential(),
		);
		const parameters = JSON.parse(
			JSON.stringify(saved).replace('https://example.com/plant.jpg', 'data'),
		) as INodeParameters;
		const [sent] = await outputOf(
			'message',
			'sendTemplate',
			{ to, ...parameters },
			{ items: [{ json: {}, binary: { data: files.png } }] },
		);
		expect(sent?.messageId).toMatch(/^wamid\./);
		const [{ body } = { body: {} }] = kapso.simulator.messages();
		expect(JSON.stringify(body)).toMatch(/"type":"image","image":\{"id":"\d+"\}/);
	});

	it('uploads a file, reads it back byte by byte and deletes it', async () => {
		const items = [{ json: {}, binary: { data: files.png } }];
		const [uploaded] = await outputOf('media', 'upload', {}, { items });
		const mediaId = String(uploaded?.id);
		const [downloaded] = await itemsOf('media', 'download', { mediaId });
		const { data } = downloaded?.binary ?? {};
		expect(data).toMatchObject({ mimeType: 'image/png' });
		expect(Buffer.from(data?.data ?? '', 'base64')).toEqual(fileContent(files.png));
		expect(await outputOf('media', 'delete', { mediaId })).toEqual([{ deleted: true }]);
		const { error } = await run('media', 'get', { mediaId });
		expect(error?.message).not.toContain('Kapso does not');
	});

	it('creates, lists, reads, changes and deletes a template', async () => {
		const templateName = 'delivery_today';
		const parts = { bodyText: 'Your order comes today.' };
		const [created] = await outputOf('template', 'create', {
			templateName,
			languageCode: 'en_US',
			...parts,
		});
		await kapso.simulator.settled();
		const templateId = byId(String(created?.id));
		expect(await outputOf('template', 'get', { templateId })).toMatchObject([
			{ name: templateName, status: 'APPROVED' },
		]);
		expect(await outputOf('template', 'getStatus', { templateId })).toMatchObject([
			{ name: templateName, canBeSent: true },
		]);
		const changed = { templateId, bodyText: 'Your order comes tomorrow.' };
		expect(await outputOf('template', 'update', changed)).toMatchObject([{ success: true }]);
		const deletion = { languages: 'all', templateName };
		expect(await outputOf('template', 'delete', deletion)).toEqual([{ deleted: true }]);
		expect(kapso.simulator.state.templates.some(({ name }) => name === templateName)).toBe(false);
	});

	it('lists templates page by page, each once', async () => {
		const [first] = kapso.simulator.state.templates;
		if (!first) throw new Error('There is no template');
		const others = Array.from({ length: 250 }, (_, index) => ({
			...first,
			id: String(7_000_000 + index),
			name: `many_${index}`,
		}));
		kapso.simulator.state.templates.push(...others);
		const listed = await outputOf('template', 'getMany', { returnAll: true });
		const ids = kapso.simulator.state.templates.map(({ id }) => id);
		expect(listed.map(({ id }) => id).sort()).toEqual(ids.sort());
		expect(calls().length).toBeGreaterThanOrEqual(3);
	});

	it('creates, fills, publishes and removes a Flow', async () => {
		const [created] = await outputOf('flow', 'create', { name: 'Sign up' });
		const flow = flowById(String(created?.id));
		const filled = { flow, flowJson: JSON.stringify(flowJson) };
		expect(await outputOf('flow', 'updateJson', filled)).toMatchObject([{ valid: true }]);
		expect(await outputOf('flow', 'getJson', { flow })).toMatchObject([
			{ flow_json: { version: flowJson.version } },
		]);
		expect(await outputOf('flow', 'publish', { flow })).toMatchObject([{ success: true }]);
		const [draft] = await outputOf('flow', 'create', { name: 'A draft' });
		const deleted = await outputOf('flow', 'delete', { flow: flowById(String(draft?.id)) });
		expect(deleted).toEqual([{ deleted: true }]);
	});

	it('sends what was typed as it is', async () => {
		const typed = { path: `/${business.waba.id}/phone_numbers` };
		expect((await outputOf('rawApi', 'get', typed)).length).toBeGreaterThan(0);
		expect(calls()).toEqual([`GET ${proxy}/${business.waba.id}/phone_numbers`]);
	});

	it('marks a message as read and shows that the business types', async () => {
		const { id } = await kapso.simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		const options = { typingIndicator: true };
		await outputOf('message', 'markAsRead', { messageId: id, options });
		expect(kapso.simulator.state.received[0]).toMatchObject({
			typingAt: expect.any(Number) as number,
		});
	});

	it('sends a message again that waited for another one to the same person, once', async () => {
		const { inFlight } = kapsoState(kapso.simulator.state);
		const conversation = `${number.id} ${customer.waId}`;
		inFlight.add(conversation);
		const sent = outputOf('message', 'sendText', { to, text: 'Hello' });
		await until(() => calls().length > 0);
		expect(kapso.simulator.messages()).toEqual([]);
		inFlight.delete(conversation);
		expect((await sent)[0]?.messageId).toMatch(/^wamid\./);
		expect(kapso.simulator.messages()).toHaveLength(1);
	});

	it('says in plain words that the key is wrong', async () => {
		const using = { ...kapso.credential(), apiKey: 'another-key' };
		const { error } = await run('message', 'sendText', { to, text: 'Hello' }, { using });
		expect(error?.message).toBe('Kapso does not accept the API key.');
		expect(error?.description).toContain('Create a key in Kapso');
		expect(JSON.stringify(error)).not.toContain('another-key');
		expect(calls()).toEqual([`POST ${proxy}/${number.id}/messages`]);
	});

	it('refuses one item of several before its file is uploaded, and goes on', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const marketing = '={{ $json.marketing }}';
		const saved = await filledIn({ name: 'hello_world', language: 'en_US' }, kapso.credential());
		const parameters = { to, ...saved, options: { marketingMessagesApi: marketing } };
		const items = [false, true, false].map((marketing) => ({ json: { marketing } }));
		const output = await outputOf('message', 'sendTemplate', parameters, { items, settings });
		expect(output).toMatchObject([
			{ to: customer.waId },
			{
				message:
					"'Message: Send Template' was not run: Kapso does not offer the Marketing Messages API.",
				error: {
					description: expect.stringContaining(
						"Remove the option 'Marketing Messages API'",
					) as string,
				},
			},
			{ to: customer.waId },
		]);
		expect(kapso.simulator.messages()).toHaveLength(2);
	});

	describe('Send and Wait', () => {
		let server: Server | undefined;
		afterEach(() => server?.close());

		it('goes on with the reply in the chat, whose token the API key seals', async () => {
			const asked = { to, message: 'Shall we deliver?' };
			const { run: waiting, error } = await run('message', 'sendAndWait', asked);
			expect(error).toBeUndefined();
			expect(waiting.status).toBe('waiting');
			const question = waiting.data.executionData?.contextData['node:Tested']
				?.question as unknown as PendingQuestion;
			const execution = new WaitingExecution(kapso.credential(), question, { id: '2' });
			server = createServer(execution.listener);
			await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
			const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?signature=ab`;
			const { action } = kapso.simulator.messages()[0]?.body.interactive as {
				action: { buttons: Array<{ reply: { id: string } }> };
			};
			const token = action.buttons[0]?.reply.id ?? '';
			const body = JSON.stringify({ token, text: 'Approve', from: customer.waId, userId: null });
			const post = async (secret: string) => {
				const signature = ourselves(secret, 'reply to a waiting execution');
				const headers = {
					'content-type': 'application/json',
					...signatureHeaderOf(Buffer.from(body), signature),
				};
				return await fetch(url, { method: 'POST', headers, body });
			};
			expect((await post('another-key')).status).toBe(401);
			expect(await (await post(apiKey)).json()).toEqual({ resumed: true });
			expect(execution.resumed.flat().map(({ json }) => json)).toMatchObject([
				{ data: { approved: true } },
			]);
		});
	});
});
