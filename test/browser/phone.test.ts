import { setTimeout } from 'node:timers/promises';
import { business } from '../../simulator';
import {
	ada,
	call,
	firstNumber,
	pablo,
	secondNumber,
	sendTemplate,
	subscribe,
} from '../simulator/support';
import { PhonePage, until } from './phonePage';

let phone: PhonePage;
beforeEach(async () => {
	phone = await PhonePage.start();
});
afterEach(async () => {
	const { problems } = phone;
	await phone.stop();
	expect(problems).toEqual([]);
});

const messageBox = () => phone.page.getByRole('textbox', { name: 'Message', exact: true });

describe('the phone page', () => {
	describe('a conversation', () => {
		it('shows sent and received messages live, with ticks', async () => {
			await phone.open();
			const invitation = phone.page.getByText('No messages yet. Write as Pablo Morales');
			await invitation.waitFor();
			await messageBox().fill('Hello *there*');
			await messageBox().press('Enter');
			expect(await phone.received()).toMatchObject({ text: { body: 'Hello *there*' } });
			await phone.bubble('Hello there').getByText('Delivered').waitFor();
			expect(await invitation.isVisible()).toBe(false);
			expect(await phone.bubble('Hello there').locator('strong').textContent()).toBe('there');
			await phone.send({ text: { body: 'Hi Pablo' } });
			await phone.bubble('Hi Pablo').getByText('Read').waitFor();
			expect(await phone.page.locator('#announcer').textContent()).toContain('Hi Pablo');
		});

		it('shows read receipts, typing and reactions of the business', async () => {
			const { id } = await phone.writeAs({ type: 'text', text: 'Anybody there?' });
			await phone.open();
			await call(phone.simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: id,
				typing_indicator: { type: 'text' },
			});
			await phone.bubble('Anybody there?').getByText('Read').waitFor();
			await phone.page.getByText('Lucky Shrub is typing').waitFor();
			await phone.send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
			await phone.page.locator('.reaction', { hasText: '👍' }).waitFor();
			await phone.send({ text: { body: 'Yes' } });
			await phone.page.getByText('Lucky Shrub is typing').waitFor({ state: 'detached' });
			await phone.send({ type: 'reaction', reaction: { message_id: id, emoji: '' } });
			await phone.page.locator('.reaction').waitFor({ state: 'detached' });
		});

		it('lets the customer quote and react', async () => {
			const id = await phone.send({ text: { body: 'Red or white?' } });
			await phone.open();
			await phone.bubble('Red or white?').hover();
			await phone.button('Reply').click();
			await messageBox().fill('Red');
			await phone.button('Send').click();
			expect(await phone.received()).toMatchObject({ text: { body: 'Red' }, context: { id } });
			await phone.bubble('Red').locator('.quote', { hasText: 'Red or white?' }).waitFor();
			await phone.bubble(/^Red or white/).hover();
			await phone.button('React').first().click();
			await phone.button('React with 🙏').click();
			expect(await phone.received(2)).toMatchObject({ reaction: { message_id: id, emoji: '🙏' } });
			await phone.page.locator('.reaction', { hasText: '🙏' }).waitFor();
		});

		it('shows why a message was not delivered (131047)', async () => {
			phone.simulator.closeWindow(pablo.waId);
			await phone.open();
			await phone.page.getByText('Window closed: only templates reach Pablo Morales').waitFor();
			await phone.send({ text: { body: 'Too late' } });
			await phone.page.getByText('Not delivered (131047)').waitFor();
			await messageBox().fill('I am back');
			await messageBox().press('Enter');
			await phone.button(/^Open until (tomorrow )?\d/).waitFor();
		});

		it('shows until when the window is open, and until when messages are free after an ad', async () => {
			await phone.open();
			await phone.page
				.getByRole('button', { name: /Ada Byron.*24-hour window open until (tomorrow )?\d/ })
				.waitFor();
			await phone.button('Attach').click();
			await phone.button('From an ad').click();
			await phone.page.getByLabel('Message', { exact: true }).last().fill('Is it still there?');
			await phone.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
			expect(await phone.received()).toMatchObject({ referral: { source_type: 'ad' } });
			await phone.bubble('Is it still there?').getByText('From an ad: Plants').waitFor();
			await phone.send({ text: { body: 'Yes' } });
			await phone.bubble('Yes').waitFor();
			await phone.button(/^Open until/).click();
			const sheet = phone.page.getByRole('dialog', { name: '24-hour window' });
			await sheet.getByText(/open until .*, for another 23 h 59 min/).waitFor();
			await sheet.getByText(/every message is free until .*does not extend the window/).waitFor();
		});

		it('delivers a message of yesterday, whose window is closed', async () => {
			await phone.open();
			await phone.button(/^Open until/).waitFor();
			await phone.button('Attach').click();
			await phone.button('From yesterday').click();
			await phone.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
			const { timestamp } = await phone.received();
			expect((Date.now() / 1000 - Number(timestamp)) / 3600).toBeCloseTo(25, 1);
			await phone.bubble('Is somebody there?').waitFor();
			await phone.page.getByText(await dayOfHoursAgo(25), { exact: true }).waitFor();
			await phone.page.getByText('Window closed: only templates reach Pablo Morales').waitFor();
			await phone.send({ text: { body: 'Too late' } });
			await phone.page.getByText('Not delivered (131047)').waitFor();
		});

		/** What the page calls the day: in the first hour of a day, 25 hours ago is the day before yesterday. */
		const dayOfHoursAgo = (hours: number) =>
			phone.page.evaluate((since) => {
				const at = new Date(Date.now() - since * 3_600_000);
				return new Date().getHours() < since - 24
					? at.toLocaleDateString([], { dateStyle: 'long' })
					: 'Yesterday';
			}, hours);

		it('lets the customer stop and resume marketing messages', async () => {
			await phone.open();
			const { simulator, page } = phone;
			const stopped = () => simulator.state.customer(pablo.waId)?.stoppedMarketing.size;
			await phone.button('Marketing').click();
			await phone.button('Stop marketing messages').click();
			await page.getByText('Pablo Morales has stopped marketing messages').waitFor();
			expect(stopped()).toBe(1);
			await page
				.getByRole('button', { name: /Pablo Morales.*Marketing messages stopped/ })
				.waitFor();
			await phone.button('Marketing stopped').click();
			await phone.button('Resume marketing messages').click();
			await phone.button('Marketing').waitFor();
			expect(stopped()).toBe(0);
		});

		it('lets the business reply in its app, and shows what sent a message', async () => {
			await phone.open();
			const { page, simulator, receiver } = phone;
			await page.getByText('Reply from the WhatsApp Business app').click();
			const box = page.getByRole('textbox', { name: 'Reply from the WhatsApp Business app' });
			await box.fill('Anna here');
			await box.press('Enter');
			await phone.bubble('Anna here').getByText('WhatsApp Business app').waitFor();
			await page.getByText(/A person replied at .* pauses this chat/).waitFor();
			await page.getByText('not subscribed to the field smb_message_echoes').waitFor();
			await subscribe(simulator, receiver, ['messages', 'smb_message_echoes']);
			await box.fill('Still here');
			await phone.button('Reply').last().click();
			await phone.bubble('Still here').getByText('Delivered').waitFor();
			simulator.replyAsOtherApp(pablo.waId, { text: 'Your invoice' });
			await phone.bubble('Your invoice').getByText('Another app').waitFor();
			await phone.bubble('Your invoice').getByText('Read').waitFor();
			await phone.send({ text: { body: 'From the workflow' } });
			await phone.bubble('From the workflow').waitFor();
			expect(await phone.bubble('From the workflow').locator('.origin').count()).toBe(0);
			await page.getByRole('button', { name: /Plant lovers/ }).click();
			await box.waitFor({ state: 'hidden' });
		});

		it.each([390, 760, 1000])(
			'shows name and buttons in a window %d pixels wide',
			async (width) => {
				phone.simulator.chooseMarketing(pablo.waId, { value: 'stop' });
				await phone.page.setViewportSize({ width, height: 700 });
				await phone.open();
				for (const control of [
					phone.page.getByRole('heading', { name: 'Pablo Morales' }),
					phone.button('Marketing stopped'),
					phone.button(/^Open until/),
					phone.button('Simulator controls'),
				]) {
					const box = await control.boundingBox();
					expect(box?.width).toBeGreaterThan(20);
					expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
				}
			},
		);

		it('shows why no webhook was sent', async () => {
			await call(phone.simulator, 'DELETE', `/v26.0/${business.waba.id}/subscribed_apps`);
			await phone.writeAs({ type: 'text', text: 'Hello?' });
			await phone.open();
			await phone.page.getByText('the app is not subscribed to the WABA').waitFor();
		});

		it('opens the chat in its URL, with the second number too', async () => {
			await phone.writeAs({ type: 'text', text: 'To the first' });
			await call(phone.simulator, 'POST', `/v26.0/${secondNumber.id}/messages`, {
				messaging_product: 'whatsapp',
				to: ada.waId,
				type: 'template',
				template: { name: 'hello_world', language: { code: 'en_US' } },
			});
			await phone.open(ada.waId);
			const second = phone.page.locator('#numbers [aria-pressed=true]');
			expect(await second.textContent()).toContain(secondNumber.verifiedName);
			await phone.bubble('Welcome and congratulations').waitFor();
		});

		it('counts unread messages per customer and business number', async () => {
			await phone.open();
			await phone.send({ to: ada.waId, text: { body: 'One' } });
			await phone.send({ to: ada.waId, text: { body: 'Two' } });
			const row = phone.page.getByRole('button', { name: /Ada Byron/ });
			await row.getByText('2 unread').waitFor();
			await row.click();
			await phone.bubble('Two').waitFor();
			await row.getByText('unread').waitFor({ state: 'detached' });
			await call(phone.simulator, 'POST', `/v26.0/${secondNumber.id}/messages`, {
				messaging_product: 'whatsapp',
				to: ada.waId,
				text: { body: 'From support' },
			});
			await phone.page.getByRole('button', { name: /Lucky Shrub Support 1 unread/ }).click();
			await phone.bubble('From support').waitFor();
		});

		it('lets a new customer write', async () => {
			await phone.open();
			await phone.button('New customer').click();
			await phone.page.getByLabel('Name', { exact: true }).fill('Greta');
			await phone.page.getByLabel('Phone number').fill('+49 1512 3456789');
			await phone.button('Add').click();
			await phone.page.getByRole('heading', { name: 'Greta' }).waitFor();
			await messageBox().fill('Guten Tag');
			await messageBox().press('Enter');
			expect(await phone.received()).toMatchObject({ from: '4915123456789' });
		});

		it('lets participants write in a group', async () => {
			await phone.open();
			await phone.page.getByRole('button', { name: /Plant lovers/ }).click();
			await phone.page.getByLabel('Write as').selectOption({ label: 'Ada Byron' });
			await messageBox().fill('Hello all');
			await messageBox().press('Enter');
			expect(await phone.received()).toMatchObject({
				from: ada.waId,
				group_id: business.group.id,
				text: { body: 'Hello all' },
			});
		});

		it('starts over when the simulator is reset', async () => {
			await phone.writeAs({ type: 'text', text: 'Forget me' });
			await phone.open();
			await phone.bubble('Forget me').waitFor();
			await phone.button('Start over …').click();
			await phone.button('Delete everything').click();
			await phone.bubble('Forget me').waitFor({ state: 'detached' });
			await messageBox().fill('A new start');
			await messageBox().press('Enter');
			await phone.bubble('A new start').getByText('Delivered').waitFor();
		});
	});

	const header = { type: 'text', text: 'A header' };
	const body = { text: 'A body' };
	const products = business.catalog.productRetailerIds;

	describe('a message', () => {
		it.each<[string, Record<string, unknown>, string[]]>([
			['an image', { type: 'image', image: { id: business.media.id, caption: 'Leaf' } }, ['Leaf']],
			[
				'a video',
				{ type: 'video', video: { link: 'https://example.com/a/care.mp4' } },
				['care.mp4'],
			],
			[
				'an audio',
				{ type: 'audio', audio: { link: 'https://example.com/note.ogg' } },
				['note.ogg'],
			],
			[
				'a document',
				{ type: 'document', document: { link: 'https://example.com/x', filename: 'Bill.pdf' } },
				['Bill.pdf', 'PDF'],
			],
			[
				'a sticker',
				{ type: 'sticker', sticker: { link: 'https://example.com/s.webp' } },
				['Sticker', 's.webp'],
			],
			[
				'a location',
				{ type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Here' } },
				['Here', '52.50000, 13.40000'],
			],
			[
				'contacts',
				{
					type: 'contacts',
					contacts: [
						{
							name: { formatted_name: 'Ada L.', first_name: 'Ada' },
							phones: [{ phone: '+1 650' }],
							org: { company: 'Engines' },
						},
					],
				},
				['Ada L.', '+1 650', 'Engines'],
			],
			[
				'a link button',
				{
					interactive: {
						type: 'cta_url',
						header,
						body,
						footer: { text: 'A footer' },
						action: {
							name: 'cta_url',
							parameters: { display_text: 'See it', url: 'https://example.com' },
						},
					},
				},
				['A header', 'A body', 'A footer', 'See it'],
			],
			[
				'a call permission request',
				{
					interactive: {
						type: 'call_permission_request',
						body,
						action: { name: 'call_permission_request' },
					},
				},
				['Allow calls', 'Not now'],
			],
			[
				'a catalog',
				{
					interactive: { type: 'catalog_message', body, action: { name: 'catalog_message' } },
				},
				['View catalog'],
			],
			[
				'an order status',
				{
					interactive: {
						type: 'order_status',
						body,
						action: {
							name: 'review_order',
							parameters: { reference_id: 'r-1', order: { status: 'shipped' } },
						},
					},
				},
				['Order r-1', 'Shipped'],
			],
			[
				'a call button',
				{
					interactive: {
						type: 'voice_call',
						body,
						action: { name: 'voice_call', parameters: { display_text: 'Ring us' } },
					},
				},
				['Ring us'],
			],
		])('shows %s', async (_name, message, texts) => {
			await phone.open();
			await phone.send(message);
			for (const text of texts) await phone.bubble(text).waitFor();
		});

		it('shows an image from the simulator', async () => {
			const png =
				'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNgYGD4TwQYEQoBACHuD/EJ5kS1AAAAAElFTkSuQmCC';
			await phone.writeAs({ type: 'image', caption: 'Mine', base64: png });
			await phone.open();
			const source = await phone.bubble('Mine').locator('img').getAttribute('src');
			const id = phone.simulator.state.received[0]?.message.image as { id: string };
			expect(source).toContain(id.id);
		});

		it('shows templates with their values', async () => {
			const text = (value: string) => ({ type: 'text', text: value });
			await sendTemplate(phone.simulator, 'hello_world');
			await sendTemplate(phone.simulator, 'delivery_update', [
				{ type: 'header', parameters: [{ ...text('4711'), parameter_name: 'order_number' }] },
				{
					type: 'body',
					parameters: [
						{ ...text('Monday'), parameter_name: 'delivery_date' },
						{ ...text('Pablo'), parameter_name: 'first_name' },
					],
				},
			]);
			await sendTemplate(phone.simulator, 'coupon_code', [
				{ type: 'body', parameters: [text('tomorrow')] },
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 1,
					parameters: [{ type: 'coupon_code', coupon_code: 'GREEN' }],
				},
			]);
			await phone.open();
			await phone.bubble('Welcome and congratulations').getByText('Hello World').waitFor();
			await phone
				.bubble('Order 4711')
				.getByText('Hi Pablo, your parcel comes on Monday.')
				.waitFor();
			await phone.bubble('Our sale starts tomorrow').getByText('Copy offer code').waitFor();
		});

		it('shows HTML in texts as text', async () => {
			const attack = '<img src=x onerror="document.title=`hacked`">';
			await phone.send({ text: { body: `${attack} javascript:alert(1) https://ok.example/"x` } });
			await phone.send({
				type: 'document',
				document: { link: 'https://example.com/f', filename: attack },
			});
			await phone.sendInteractive({
				type: 'button',
				body: { text: attack },
				action: { buttons: [{ type: 'reply', reply: { id: 'b', title: '<i>b</i>' } }] },
			});
			await phone.writeAs({
				type: 'raw',
				message: { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: '<b>' } },
			});
			phone.simulator.setCustomer({ waId: pablo.waId, profileName: attack });
			await phone.open();
			await phone.button('<i>b</i>').waitFor();
			expect(await phone.page.locator('img[src=x], .text i, .bubble-button i').count()).toBe(0);
			expect(await phone.page.title()).not.toContain('hacked');
			const links =
				"[...document.querySelectorAll('.messages a:not(.file)')].map(({ href }) => href)";
			expect(await phone.page.evaluate(links)).toEqual(['https://ok.example/']);
		});

		it('serves a customer’s HTML file in a sandbox', async () => {
			const html = Buffer.from('<script>1</script>').toString('base64');
			await phone.writeAs({ type: 'document', base64: html, mimeType: 'text/html' });
			const { id } = phone.simulator.state.received[0]?.message.document as { id: string };
			const response = await fetch(`${phone.simulator.url}/control/media/${id}`);
			expect(response.headers.get('content-security-policy')).toContain('sandbox');
			expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		});
	});

	describe('a reply', () => {
		it('is a tap on a button', async () => {
			const id = await phone.sendInteractive({
				type: 'button',
				body,
				action: {
					buttons: ['Yes', 'No'].map((title) => ({ type: 'reply', reply: { id: title, title } })),
				},
			});
			await phone.open();
			await phone.button('No').click();
			expect(await phone.received()).toMatchObject({
				context: { id },
				interactive: { button_reply: { id: 'No' } },
			});
		});

		it('is a tap on a quick reply of a template’s card', async () => {
			const image = {
				type: 'header',
				parameters: [{ type: 'image', image: { id: business.media.id } }],
			};
			const text = (value: string) => ({ type: 'text', text: value });
			await sendTemplate(phone.simulator, 'plants_carousel', [
				{ type: 'body', parameters: [text('Pablo'), text('CODE')] },
				{
					type: 'carousel',
					cards: [0, 1].map((card_index) => ({
						card_index,
						components: [
							image,
							{ type: 'body', parameters: [text(`€${card_index}`)] },
							{
								type: 'button',
								sub_type: 'quick_reply',
								index: 0,
								parameters: [{ type: 'payload', payload: `more-${card_index}` }],
							},
							{ type: 'button', sub_type: 'url', index: 1, parameters: [text('aloe')] },
						],
					})),
				},
			]);
			await phone.open();
			await phone.page.getByText('Agave, only €1.').waitFor();
			await phone.button('Send me more').nth(1).click();
			expect(await phone.received()).toMatchObject({ button: { payload: 'more-1' } });
			await phone.button('Shop').first().click();
			await phone.page
				.getByRole('link', { name: 'https://www.luckyshrub.com/plants/aloe' })
				.waitFor();
		});

		it('is a row of a list', async () => {
			await phone.sendInteractive({
				type: 'list',
				body,
				action: {
					button: 'Choose',
					sections: [
						{ title: 'Fruit', rows: [{ id: 'a', title: 'Apple', description: 'Red' }] },
						{ title: 'Trees', rows: [{ id: 'o', title: 'Oak' }] },
					],
				},
			});
			await phone.open();
			await phone.button('Choose').click();
			await phone.page.getByRole('radio', { name: 'Oak' }).check();
			await phone.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
			expect(await phone.received()).toMatchObject({ interactive: { list_reply: { id: 'o' } } });
		});

		it('is a Flow, completed screen by screen', async () => {
			const footer = (label: string, action: object) => ({
				type: 'Footer',
				label,
				'on-click-action': action,
			});
			const screens = [
				{
					id: 'ONE',
					title: 'First',
					data: {},
					layout: {
						type: 'SingleColumnLayout',
						children: [
							{ type: 'TextInput', name: 'name', label: 'Your name', required: true },
							{
								type: 'CheckboxGroup',
								name: 'likes',
								label: 'You like',
								'data-source': [
									{ id: 'r', title: 'Roses' },
									{ id: 't', title: 'Trees' },
								],
							},
							footer('Next', {
								name: 'navigate',
								next: { type: 'screen', name: 'TWO' },
								payload: { name: '${form.name}', likes: '${form.likes}' },
							}),
						],
					},
				},
				{
					id: 'TWO',
					title: 'Second',
					terminal: true,
					data: { name: { type: 'string', __example__: 'x' } },
					layout: {
						type: 'SingleColumnLayout',
						children: [
							{ type: 'TextHeading', text: 'Thanks, ${data.name}!' },
							{ type: 'OptIn', name: 'news', label: 'News, please' },
							footer('Finish', {
								name: 'complete',
								payload: {
									name: '${screen.ONE.form.name}',
									likes: '${data.likes}',
									news: '${form.news}',
								},
							}),
						],
					},
				},
			];
			const [flow] = phone.simulator.state.flows;
			if (flow) flow.json = JSON.stringify({ version: '7.3', screens });
			const id = await phone.sendInteractive({
				type: 'flow',
				body,
				action: {
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_id: flow?.id,
						flow_cta: 'Fill in',
						flow_token: 'token-1',
					},
				},
			});
			await phone.open();
			await phone.button('Fill in').click();
			await phone.page.getByLabel('Your name').fill('Ada');
			await phone.page.getByRole('checkbox', { name: 'Trees' }).check();
			await phone.button('Next').click();
			await phone.page.getByText('Thanks, Ada!').waitFor();
			await phone.page.getByLabel('News, please').check();
			await phone.button('Finish').click();
			const message = await phone.received();
			expect(message).toMatchObject({ context: { id }, interactive: { type: 'nfm_reply' } });
			const { nfm_reply } = message.interactive as { nfm_reply: { response_json: string } };
			expect(JSON.parse(nfm_reply.response_json)).toEqual({
				flow_token: 'token-1',
				name: 'Ada',
				likes: ['t'],
				news: true,
			});
		});

		it('is an address, a location, an order or a call permission', async () => {
			await phone.sendInteractive({
				type: 'address_message',
				body: { text: 'Your address?' },
				action: { name: 'address_message', parameters: { country: 'IN' } },
			});
			await phone.sendInteractive({
				type: 'location_request_message',
				body,
				action: { name: 'send_location' },
			});
			await phone.sendInteractive({
				type: 'product',
				body,
				action: { catalog_id: business.catalog.id, product_retailer_id: products[1] },
			});
			await phone.sendInteractive({
				type: 'call_permission_request',
				body,
				action: { name: 'call_permission_request' },
			});
			await phone.open();
			const send = () => phone.page.getByRole('dialog').getByRole('button', { name: /^Send/ });
			await phone.button('Provide address').click();
			await phone.page.getByLabel('City').fill('Pune');
			await send().click();
			expect(await phone.received(1)).toMatchObject({
				interactive: {
					nfm_reply: { name: 'address_message', response_json: expect.stringContaining('Pune') },
				},
			});
			await phone.button('Send location').click();
			await phone.page.getByLabel('Latitude').fill('48.1');
			await send().click();
			expect(await phone.received(2)).toMatchObject({ location: { latitude: 48.1 } });
			await phone.button('View').click();
			await phone.page.getByLabel(/Quantity/).fill('3');
			await send().click();
			expect(await phone.received(3)).toMatchObject({
				order: { product_items: [{ product_retailer_id: products[1], quantity: 3 }] },
			});
			await phone.button('Allow calls').click();
			expect(await phone.received(4)).toMatchObject({
				interactive: { call_permission_reply: { response: 'accept' } },
			});
		});

		it('is a phone number that was asked for, or a call', async () => {
			await phone.sendInteractive({
				type: 'request_contact_info',
				body,
				action: { name: 'request_contact_info' },
			});
			await phone.sendInteractive({
				type: 'voice_call',
				body,
				action: {
					name: 'voice_call',
					parameters: { display_text: 'Call us', payload: 'order-4711' },
				},
			});
			await phone.open();
			await phone.button('Share phone number').click();
			expect(await phone.received(1)).toMatchObject({
				contacts: [{ origin: 'contact_request', phones: [{ wa_id: '16505551234' }] }],
			});
			await phone.button('Call us').click();
			await phone.page.getByText('It rings for 5 seconds').waitFor();
			expect(phone.simulator.state.calls.at(-1)).toMatchObject({
				direction: 'USER_INITIATED',
				state: 'ringing',
				buttonPayload: 'order-4711',
			});
		});

		it('is a file with a caption', async () => {
			await phone.open();
			await phone.button('Attach').click();
			const chooser = phone.page.waitForEvent('filechooser');
			await phone.button('Document').click();
			const content = Buffer.alloc(6 * 1024 * 1024, 'x');
			await (
				await chooser
			).setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: content });
			await phone.page.getByLabel('Caption').fill('My notes');
			await phone.page
				.getByRole('dialog')
				.getByRole('button', { name: 'Send', exact: true })
				.click();
			const { document } = (await phone.received()) as { document: Record<string, string> };
			expect(document).toMatchObject({ filename: 'notes.txt', caption: 'My notes' });
			expect(phone.simulator.state.media.get(document.id ?? '')?.size).toBe(content.length);
		});
	});

	it('sends an album: each photo is a message, the first has the caption', async () => {
		await phone.open();
		await phone.button('Attach').click();
		const chooser = phone.page.waitForEvent('filechooser');
		await phone.button('Photo or video').click();
		const buffer = Buffer.from(business.media.base64, 'base64');
		await (
			await chooser
		).setFiles(
			['leaf.png', 'root.png', 'pot.png'].map((name) => ({ name, mimeType: 'image/png', buffer })),
		);
		const sheet = phone.page.getByRole('dialog', { name: 'Send 3 files' });
		expect(await sheet.getByRole('img').count()).toBe(3);
		await sheet.getByLabel('Caption').fill('My plants');
		await sheet.getByRole('button', { name: 'Send', exact: true }).click();
		await phone.received(3);
		expect(phone.simulator.state.received.map(({ message }) => message.image)).toMatchObject([
			{ caption: 'My plants' },
			{},
			{},
		]);
		await phone.simulator.settled();
		expect(phone.receiver.webhooks).toHaveLength(3);
	});

	it('sends texts that are written in quick succession, in their order', async () => {
		await phone.open();
		const texts = ['Hi', 'one', 'two', 'three'];
		// The first one takes longest.
		await phone.page.route('**/messages', async (route) => {
			if (route.request().postData()?.includes('"Hi"')) await setTimeout(500);
			await route.continue();
		});
		for (const text of texts) {
			await messageBox().fill(text);
			await messageBox().press('Enter');
		}
		await phone.received(texts.length);
		const written = phone.simulator.state.received.map(({ message }) => message.text);
		expect(written).toEqual(texts.map((body) => ({ body })));
	});

	describe('the controls', () => {
		it('switch faults on and off without changing other rules', async () => {
			phone.simulator.addFaults({ kind: 'truncated', path: '/media' });
			await phone.open();
			const toggle = phone.page.getByRole('switch', { name: /^Connection cut after/ });
			await phone.page
				.getByLabel('Connection cut after: share of the messages')
				.selectOption('100 %');
			await toggle.check();
			await until(() => phone.simulator.faults().length === 2);
			expect(phone.simulator.faults()).toMatchObject([
				{ kind: 'truncated' },
				{ kind: 'dropAfter', rate: 1, method: 'POST' },
			]);
			await expect(phone.send({ text: { body: 'Lost response' } })).rejects.toThrow('fetch failed');
			await phone.page.getByText('applied 1×').waitFor();
			await toggle.uncheck();
			await until(() => phone.simulator.faults().length === 1);
			await phone.button('Clear all faults').click();
			await until(() => phone.simulator.faults().length === 0);
		});

		it('apply two switches in quick succession', async () => {
			await phone.open();
			await phone.page.getByRole('switch', { name: /^Throttling/ }).check();
			await phone.page.getByRole('switch', { name: /^Slow responses/ }).check();
			await until(() => phone.simulator.faults().length === 2);
			expect(phone.simulator.faults()).toMatchObject([{ kind: 'graphError' }, { kind: 'slow' }]);
		});

		it('change limits, latency and the window', async () => {
			await phone.open();
			const { simulator, page } = phone;
			await page.getByLabel('Rate limit').selectOption('250 per second');
			await until(() => simulator.settings.messagesPerSecond === 250);
			await page.getByRole('switch', { name: /^Pair limit/ }).check();
			await until(() => simulator.settings.pairLimit?.burst === 45);
			await page.getByLabel('Latency').fill('150');
			await until(() => simulator.settings.latencyMs === 150);
			await page.getByRole('switch', { name: /^24-hour window/ }).uncheck();
			await until(() => !simulator.settings.enforceCustomerServiceWindow);
			await page.getByRole('button', { name: /^Open until / }).click();
			await phone.button('Close the window now').click();
			await until(() => simulator.state.customer(pablo.waId)?.lastWroteAt.size === 0);
		});

		it('switch other hosts on and off', async () => {
			const { page, simulator } = phone;
			await phone.open();
			const kapso = page.getByRole('switch', { name: /^Kapso/ });
			await kapso.check();
			await page.getByRole('switch', { name: /^360dialog/ }).check();
			await until(() => simulator.settings.hosts.length === 2);
			expect(simulator.settings.hosts).toEqual(['kapso', '360dialog']);
			await kapso.uncheck();
			await until(() => simulator.settings.hosts.length === 1);
			expect(simulator.settings.hosts).toEqual(['360dialog']);
		});

		it('report a message as read when its chat is opened', async () => {
			await phone.open();
			await phone.page.getByRole('switch', { name: /^Everyone reads at once/ }).uncheck();
			await until(() => phone.simulator.settings.statusDelaysMs.read === null);
			const id = await phone.send({ to: ada.waId, text: { body: 'For Ada' } });
			const statuses = () =>
				phone.simulator.messages().find((message) => message.id === id)?.statuses ?? [];
			await until(() => statuses().length === 2);
			await phone.page.getByRole('button', { name: /Ada Byron.*unread/ }).click();
			await until(() => statuses().length === 3);
			expect(statuses().at(-1)).toMatchObject({ status: 'read' });
		});

		it('show the traffic against the limit', async () => {
			phone.simulator.updateSettings({ messagesPerSecond: 1 });
			await phone.open();
			await Promise.all(
				Array.from({ length: 30 }, (_, index) =>
					call(phone.simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, {
						messaging_product: 'whatsapp',
						to: `4915100000${100 + index}`,
						type: 'template',
						template: { name: 'hello_world', language: { code: 'en_US' } },
					}),
				),
			);
			const accepted = phone.simulator.messages().length;
			expect(accepted).toBeLessThan(30);
			await phone.page
				.getByRole('img', { name: new RegExp(`limit 1, ${accepted} in the last minute`) })
				.waitFor();
			const colours = await phone.page.evaluate(
				`(() => {
				const canvas = document.querySelector('canvas');
				const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
				const colours = new Set();
				for (let at = 0; at < data.length; at += 4) {
					if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
				}
				return colours.size;
			})()`,
			);
			expect(colours).toBeGreaterThanOrEqual(3);
		});
	});

	describe('accessibility', () => {
		it('works without a mouse', async () => {
			await phone.sendInteractive({
				type: 'list',
				body,
				action: { button: 'Choose', sections: [{ rows: [{ id: 'a', title: 'Apple' }] }] },
			});
			await phone.send({ text: { body: 'The last one' } });
			await phone.open();
			const { page } = phone;
			const { keyboard } = page;
			const focused = () => page.evaluate('document.activeElement.textContent.trim()');
			await keyboard.press('Tab');
			await keyboard.press('Enter');
			await keyboard.type('Typed');
			await keyboard.press('Enter');
			expect(await phone.received()).toMatchObject({ text: { body: 'Typed' } });
			await phone.bubble('Typed').focus();
			await keyboard.press('ArrowUp');
			expect(await focused()).toContain('The last one');
			await keyboard.press('r');
			await page.locator('.composer-quote', { hasText: 'The last one' }).waitFor();
			await keyboard.press('Escape');
			await phone.bubble('The last one').focus();
			await keyboard.press('Home');
			await keyboard.press('Tab');
			expect(await focused()).toBe('Choose');
			await keyboard.press('Enter');
			await page.getByRole('dialog', { name: 'Choose' }).waitFor();
			await keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'detached' });
			expect(await focused()).toBe('Choose');
		});

		it('names every control', async () => {
			await phone.open();
			const nameless = await phone.page.evaluate(
				`[...document.querySelectorAll('button, input, select, textarea')]
				.filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length))
				.map((node) => node.outerHTML)`,
			);
			expect(nameless).toEqual([]);
		});

		it('has a light and a dark theme', async () => {
			await phone.open();
			const { page } = phone;
			const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
			await page.emulateMedia({ colorScheme: 'light' });
			const light = await ground();
			await page.emulateMedia({ colorScheme: 'dark' });
			const dark = await ground();
			expect(dark).not.toBe(light);
			await phone.button('Theme: system').click();
			expect(await ground()).toBe(light);
			await phone.button('Theme: light').click();
			expect(await ground()).toBe(dark);
			await page.reload();
			await phone.button('Theme: dark').waitFor();
			expect(await ground()).toBe(dark);
		});
	});

	it('draws only 80 of 5,000 messages in a chat and stays live', async () => {
		const { simulator } = phone;
		simulator.updateSettings({ statusDelaysMs: { sent: 0, delivered: null, read: null } });
		const template = { name: 'hello_world', language: { code: 'en_US' } };
		for (let round = 0; round < 50; round += 1) {
			await Promise.all(
				Array.from({ length: 100 }, (_, index) =>
					call(simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, {
						messaging_product: 'whatsapp',
						// Half of them to one customer.
						to: index % 2 === 0 ? pablo.waId : `49151${10_000_000 + round * 100 + index}`,
						type: 'template',
						template,
					}),
				),
			);
		}
		expect(simulator.messages()).toHaveLength(5_000);
		await phone.open();
		await phone.send({ text: { body: 'The newest' } });
		await phone.bubble('The newest').waitFor();
		expect(await phone.page.getByRole('article').count()).toBe(80);
		expect(await phone.page.evaluate("document.querySelectorAll('*').length")).toBeLessThan(5_000);
		await phone.button('Show earlier messages').click();
		expect(await phone.page.getByRole('article').count()).toBe(160);
		await phone.page.getByLabel('Search customers').fill('4915110004999');
		await phone.page.getByRole('button', { name: /\+4915110004999/ }).waitFor();
	}, 120_000);
});
