import { createHmac } from 'node:crypto';
import { business, type Simulator } from '../../simulator';
import {
	ada,
	call,
	firstNumber,
	idOf,
	pablo,
	Receiver,
	secondNumber,
	send,
	sendTemplate,
	start,
	subscribe,
	subscribeToFields,
} from './support';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	simulator = await start();
	receiver = await new Receiver().start();
});
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

const wabaPath = `/v26.0/${business.waba.id}/subscribed_apps`;
const verify_token = Receiver.verifyToken;
// Webhooks may arrive in any order, as Meta's do.
const order: unknown[] = ['sent', 'delivered', 'read', 'failed'];
const statusesOf = (id: unknown) =>
	receiver.events
		.filter((event) => event.id === id)
		.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));

describe('webhooks of the simulator', () => {
	describe('the verification of a callback URL', () => {
		const setOverride = (override_callback_uri: string, token = verify_token) =>
			call(simulator, 'POST', `/v26.0/${firstNumber.id}`, {
				webhook_configuration: { override_callback_uri, verify_token: token },
			});

		it.each<[string, () => Promise<{ error: { code: number; message: string } }>, number, string]>([
			[
				'a wrong verify token',
				() => setOverride(receiver.url, 'wrong'),
				2200,
				'HTTP Status Code = 403',
			],
			[
				'a URL without a server',
				() => setOverride('http://127.0.0.1:1/'),
				2200,
				'Failed to connect',
			],
			['http on a public host', () => setOverride('http://example.com/'), 2200, 'https'],
			['an invalid URL', () => setOverride('webhook'), 100, 'valid URI'],
			[
				'a URL of more than 200 characters',
				() => setOverride(`${receiver.url}/${'x'.repeat(200)}`),
				100,
				'at most 200 characters',
			],
			[
				'a wrong challenge',
				() => {
					receiver.challenge = 'other';
					return setOverride(receiver.url);
				},
				2200,
				'does not match',
			],
		])('rejects %s', async (_name, attempt, code, text) => {
			const { error } = await attempt();
			expect(error).toMatchObject({ code, message: expect.stringContaining(text) });
			expect(simulator.state.phoneNumbers[0]?.override).toBeUndefined();
		});

		it('sets and removes the override of a number', async () => {
			await subscribe(simulator, receiver);
			const read = () =>
				call(simulator, 'GET', `/v26.0/${firstNumber.id}?fields=webhook_configuration`);
			const application = receiver.url;
			expect((await read()).body.webhook_configuration).toEqual({
				phone_number: receiver.url,
				application,
			});
			expect(await setOverride('')).toMatchObject({ status: 200 });
			expect((await read()).body.webhook_configuration).toEqual({ application });
		});

		it('sets and removes the override of the WABA, and the subscription', async () => {
			const partner = { whatsapp_business_api_data: { id: business.partnerApp.id } };
			const list = async () => (await call(simulator, 'GET', wabaPath)).body.data;
			expect(await list()).toMatchObject([partner]);
			const override = { override_callback_uri: receiver.url, verify_token };
			expect((await call(simulator, 'POST', wabaPath, override)).body.error).toMatchObject({
				code: 100,
				message: expect.stringContaining('must be subscribed'),
			});
			await call(simulator, 'POST', wabaPath);
			await call(simulator, 'POST', wabaPath, override);
			expect(await list()).toMatchObject([
				{
					override_callback_uri: receiver.url,
					whatsapp_business_api_data: { id: business.app.id },
				},
				partner,
			]);
			await call(simulator, 'POST', wabaPath);
			expect(JSON.stringify(await list())).not.toContain('override_callback_uri');
			await call(simulator, 'DELETE', wabaPath);
			expect(await list()).toMatchObject([partner]);
		});
	});

	describe('a message from a customer', () => {
		it('is signed over its escaped bytes', async () => {
			await subscribe(simulator, receiver);
			const text = 'Grüße/🌵';
			const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text });
			await simulator.settled();
			expect(receiver.webhooks).toHaveLength(1);
			const [webhook] = receiver.webhooks;
			const expected = createHmac('sha256', business.app.secret)
				.update(webhook?.raw ?? '')
				.digest('hex');
			expect(webhook?.headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
			expect(webhook?.raw).toContain('Gr\\u00fc\\u00dfe\\/\\ud83c\\udf35');
			expect(webhook?.body.entry).toMatchObject([
				{
					id: business.waba.id,
					changes: [
						{
							field: 'messages',
							value: {
								messaging_product: 'whatsapp',
								metadata: { display_phone_number: '15550783881', phone_number_id: firstNumber.id },
								contacts: [
									{
										profile: { name: pablo.profileName, username: pablo.username },
										wa_id: pablo.waId,
										user_id: pablo.userId,
									},
								],
								messages: [
									{
										from: pablo.waId,
										from_user_id: pablo.userId,
										id,
										type: 'text',
										text: { body: text },
									},
								],
							},
						},
					],
				},
			]);
		});

		it('has no phone number if the customer hides it', async () => {
			await subscribe(simulator, receiver);
			simulator.setCustomer({ userId: 'DE.1', profileName: 'Nobody' });
			await simulator.writeAs('DE.1', { type: 'text', text: 'Hello' });
			await simulator.settled();
			expect(receiver.events).toMatchObject([{ from_user_id: 'DE.1' }]);
			expect(receiver.webhooks[0]?.raw).not.toMatch(/"(from|wa_id)"/);
			const response = await send(simulator, {
				to: undefined,
				recipient: 'DE.1',
				text: { body: 'x' },
			});
			await simulator.settled();
			expect(statusesOf(idOf(response)).map(({ status }) => status)).toContain('delivered');
		});

		it('can be a tap on a button, a list row or a quick reply of a template', async () => {
			await subscribe(simulator, receiver);
			const action = {
				buttons: [
					{ type: 'reply', reply: { id: 'yes', title: 'Yes' } },
					{ type: 'reply', reply: { id: 'no', title: 'No' } },
				],
			};
			const body = { text: 'Sure?' };
			const buttons = idOf(
				await send(simulator, {
					type: 'interactive',
					interactive: { type: 'button', body, action },
				}),
			);
			const rows = [{ id: 'r1', title: 'Row', description: 'One' }];
			const list = idOf(
				await send(simulator, {
					type: 'interactive',
					interactive: { type: 'list', body, action: { button: 'Open', sections: [{ rows }] } },
				}),
			);
			const parameters = ['1', '2', '3'].map((text) => ({ type: 'text', text }));
			const template = idOf(
				await sendTemplate(simulator, 'order_confirmation', [{ type: 'body', parameters }]),
			);
			await simulator.settled();
			receiver.webhooks.length = 0;
			await simulator.writeAs(pablo.waId, { type: 'button', title: 'No' });
			await simulator.settled();
			await simulator.writeAs(pablo.waId, { type: 'list', rowId: 'r1' });
			await simulator.settled();
			await simulator.writeAs(pablo.waId, { type: 'button', messageId: template });
			await simulator.settled();
			const from = '15550783881';
			expect(receiver.events).toMatchObject([
				{
					context: { from, id: buttons },
					interactive: { type: 'button_reply', button_reply: { id: 'no', title: 'No' } },
				},
				{
					context: { from, id: list },
					interactive: { type: 'list_reply', list_reply: rows[0] },
				},
				{
					context: { from, id: template },
					type: 'button',
					button: { payload: 'Contact support', text: 'Contact support' },
				},
			]);
			await expect(
				simulator.writeAs(ada.waId, { type: 'button', buttonId: 'yes' }),
			).rejects.toThrow('No message to this customer has yes to tap');
		});

		it('can contain media, which the business downloads', async () => {
			await subscribe(simulator, receiver);
			const content = Buffer.from('an image');
			await simulator.writeAs(pablo.waId, {
				type: 'image',
				caption: 'Look',
				mimeType: 'image/jpeg',
				base64: content.toString('base64'),
			});
			await simulator.settled();
			const image = receiver.events[0]?.image as { id: string; url: string };
			expect(image).toMatchObject({ caption: 'Look', mime_type: 'image/jpeg' });
			const authorization = `Bearer ${business.accessToken}`;
			const download = await fetch(image.url, { headers: { authorization } });
			expect(Buffer.from(await download.arrayBuffer())).toEqual(content);
			expect(await call(simulator, 'GET', `/v26.0/${image.id}`)).toMatchObject({ status: 200 });
		});

		it('can be a reaction, a location or a document', async () => {
			await subscribe(simulator, receiver);
			const id = idOf(await send(simulator, { text: { body: 'x' } }));
			await simulator.settled();
			receiver.webhooks.length = 0;
			for (const message of [
				{ type: 'reaction', emoji: '👍' },
				{ type: 'location', latitude: 1, longitude: 2, name: 'Here' },
				{ type: 'document', filename: 'a.pdf' },
			] as const) {
				await simulator.writeAs(pablo.waId, message);
				await simulator.settled();
			}
			expect(receiver.events).toMatchObject([
				{ type: 'reaction', reaction: { message_id: id, emoji: '👍' } },
				{ type: 'location', location: { latitude: 1, longitude: 2, name: 'Here' } },
				{ type: 'document', document: { filename: 'a.pdf', mime_type: 'application/pdf' } },
			]);
		});
	});

	describe('delivery', () => {
		it('is retried until the response is 200', async () => {
			await subscribe(simulator, receiver);
			receiver.statuses.push(500, 302);
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
			await simulator.settled();
			expect(new Set(receiver.webhooks.map(({ raw }) => raw)).size).toBe(1);
			const [delivery] = simulator.webhooks();
			expect(delivery).toMatchObject({ state: 'delivered', via: 'phoneNumber' });
			expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 302, 200]);
		});

		it('is named in the error of settled() while pending', async () => {
			await subscribe(simulator, receiver);
			simulator.updateSettings({ webhookRetryDelaysMs: [60_000] });
			receiver.statuses.push(503);
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
			await expect(simulator.settled(50)).rejects.toThrow(
				/1 webhooks are not delivered, e\.g\. to .*webhook/,
			);
		});

		it('ends after the last retry', async () => {
			await subscribe(simulator, receiver);
			receiver.statuses.push(500, 500, 500, 500, 500);
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
			await simulator.settled();
			expect(simulator.webhooks()[0]).toMatchObject({ state: 'dropped' });
			expect(receiver.webhooks).toHaveLength(4);
		});

		it('requires the subscription and prefers the narrowest callback URL', async () => {
			const write = async () => {
				await simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
				await simulator.settled();
				return simulator.webhooks().at(-1);
			};
			expect(await write()).toMatchObject({ state: 'undeliverable' });
			await subscribeToFields(simulator, receiver, ['messages', 'account_update']);
			expect(await write()).toMatchObject({ state: 'undeliverable' });
			await call(simulator, 'POST', wabaPath);
			expect(await write()).toMatchObject({ via: 'app' });
			await call(simulator, 'POST', wabaPath, {
				override_callback_uri: receiver.url,
				verify_token,
			});
			expect(await write()).toMatchObject({ via: 'waba' });
			await subscribe(simulator, receiver, ['messages', 'account_update']);
			expect(await write()).toMatchObject({ via: 'phoneNumber' });
			await simulator.writeAs(pablo.waId, {
				type: 'text',
				text: 'x',
				phoneNumberId: secondNumber.id,
			});
			expect(simulator.emitWebhook('account_update', {}, firstNumber.id)).toMatchObject({
				via: 'app',
			});
			expect(simulator.emitWebhook('flows', {})).toMatchObject({ state: 'undeliverable' });
		});

		it('sends only fields that the app is subscribed to, and nothing of an unregistered number', async () => {
			await subscribe(simulator, receiver, ['account_update']);
			const write = () => simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
			await write();
			await subscribe(simulator, receiver);
			await call(simulator, 'POST', `/v26.0/${firstNumber.id}/deregister`);
			await write();
			await simulator.settled();
			expect(simulator.webhooks()).toMatchObject([
				{ state: 'undeliverable', reason: 'the app is not subscribed to the field messages' },
				{ state: 'undeliverable', reason: 'the number is not registered' },
			]);
			expect(receiver.webhooks).toEqual([]);
		});

		it('can be a sample, which goes to the callback URL of the app once', async () => {
			simulator.state.app.subscription = undefined;
			expect(await simulator.sendSample('messages')).toMatchObject({ state: 'dropped' });
			await subscribe(simulator, receiver);
			expect(await simulator.sendSample('messages')).toMatchObject({ state: 'delivered' });
			expect(receiver.webhooks).toHaveLength(1);
			expect(receiver.webhooks[0]?.body).toMatchObject({ entry: [{ id: '0' }] });
		});

		it('can be forged and sent again on request', async () => {
			await subscribe(simulator, receiver);
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
			await simulator.settled();
			simulator.redeliverWebhook(simulator.webhooks()[0]?.id ?? '');
			await simulator.settled();
			await simulator.forgeWebhook();
			expect(receiver.webhooks).toHaveLength(3);
			const valid = receiver.webhooks.map(({ raw, headers }) => {
				const expected = createHmac('sha256', business.app.secret).update(raw).digest('hex');
				return headers['x-hub-signature-256'] === `sha256=${expected}`;
			});
			expect(valid).toEqual([true, true, false]);
		});
	});

	describe('statuses', () => {
		it('follow each other, with price and callback data', async () => {
			await subscribe(simulator, receiver);
			const response = await send(simulator, {
				text: { body: 'x' },
				biz_opaque_callback_data: 'order 1',
			});
			await simulator.settled();
			expect(statusesOf(idOf(response))).toMatchObject([
				{
					status: 'sent',
					recipient_id: pablo.waId,
					recipient_user_id: pablo.userId,
					biz_opaque_callback_data: 'order 1',
					pricing: { category: 'service', type: 'free_customer_service', pricing_model: 'PMP' },
				},
				{ status: 'delivered', biz_opaque_callback_data: 'order 1' },
				{ status: 'read' },
			]);
			expect(simulator.messages()[0]?.statuses.map(({ status }) => status)).toEqual([
				'sent',
				'delivered',
				'read',
			]);
		});

		it.each<[string, () => Promise<string>, number]>([
			[
				'a text outside the window',
				async () => {
					simulator.closeWindow(pablo.waId);
					return idOf(await send(simulator, { text: { body: 'x' } }));
				},
				131047,
			],
			[
				'a text to a customer who never wrote',
				async () => idOf(await send(simulator, { to: '15550002222', text: { body: 'x' } })),
				131047,
			],
			[
				'a template to a number without WhatsApp',
				async () => {
					simulator.updateSettings({ notOnWhatsApp: ['15550001111'] });
					return idOf(await sendTemplate(simulator, 'hello_world', [], { to: '15550001111' }));
				},
				131026,
			],
			[
				'a reaction to an unknown message',
				async () =>
					idOf(
						await send(simulator, {
							type: 'reaction',
							reaction: { message_id: 'wamid.X', emoji: '👍' },
						}),
					),
				131009,
			],
		])('are failed for %s', async (_name, sendIt, code) => {
			await subscribe(simulator, receiver);
			const id = await sendIt();
			await simulator.settled();
			expect(statusesOf(id)).toMatchObject([{ status: 'failed', errors: [{ code }] }]);
			expect(receiver.webhooks.at(-1)?.body.entry[0]?.changes[0]?.value).not.toHaveProperty(
				'contacts',
			);
		});

		it('are delivered for a template outside the window, and for a text after the customer wrote', async () => {
			await subscribe(simulator, receiver);
			simulator.closeWindow(pablo.waId);
			const template = idOf(await sendTemplate(simulator, 'hello_world'));
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'x' });
			const text = idOf(await send(simulator, { text: { body: 'x' } }));
			await simulator.settled();
			for (const id of [template, text]) {
				expect(statusesOf(id).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
			}
		});
	});
});
