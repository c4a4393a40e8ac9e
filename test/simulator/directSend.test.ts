import { business, type Simulator } from '../../simulator';
import {
	ada,
	call,
	firstNumber,
	idOf,
	pablo,
	Receiver,
	send,
	sendTemplate,
	start,
	subscribe,
} from './support';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	simulator = await start();
	receiver = await new Receiver().start();
	await subscribe(simulator, receiver);
});
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

const text = { text: { body: 'Your order is on its way.' } };
const utility = { ...text, category: 'utility' };
const page = (title: string) => ({
	type: 'cta_url',
	cta_url: { display_text: title, url: 'https://example.com' },
});
const answer = (id: string) => ({ type: 'reply', reply: { id, title: `Reply ${id}` } });
const withButtons = (...buttons: object[]) => ({
	type: 'interactive',
	interactive: { type: 'button', body: { text: 'Here?' }, action: { buttons } },
});
const failureOf = async (response: Awaited<ReturnType<typeof send>>) => {
	await simulator.settled();
	const message = simulator.messages().find(({ id }) => id === idOf(response));
	return message?.statuses.flatMap(({ errors }) => errors?.[0]?.code ?? []);
};
const generated = () => simulator.state.templates.filter(({ source }) => source !== undefined);

describe('Direct Send of the simulator', () => {
	it('delivers outside the window, at the price of a template', async () => {
		simulator.closeWindow(pablo.waId);
		expect(await failureOf(await send(simulator, text))).toEqual([131047]);
		const sent = await send(simulator, utility);
		expect(await failureOf(sent)).toEqual([]);
		const status = receiver.events.find(({ id, status }) => id === idOf(sent) && status === 'sent');
		expect(status).toMatchObject({ pricing: { category: 'utility' } });
		expect(status?.template_id).toBe(generated().at(-1)?.id);
	});

	it('makes one template for a content', async () => {
		const before = generated().length;
		await send(simulator, utility);
		await send(simulator, utility);
		await send(simulator, { ...utility, text: { body: 'Another.' } });
		expect(generated()).toHaveLength(before + 2);
		expect(generated().at(-1)).toMatchObject({ status: 'APPROVED', category: 'UTILITY' });
	});

	it('gives the template the name of the business, if it is free', async () => {
		const named = (template_name: string) => ({
			...utility,
			direct_send_config: { template_name },
		});
		await send(simulator, named('order_sent'));
		expect(generated().at(-1)).toMatchObject({ name: 'order_sent' });
		expect(await failureOf(await send(simulator, named('hello_world')))).toEqual([132021]);
	});

	it('mixes buttons that open a page with replies', async () => {
		const buttons = [page('Shop'), page('Help'), ...['1', '2', '3', '4'].map(answer)];
		expect(
			(await send(simulator, { ...withButtons(...buttons), category: 'utility' })).status,
		).toBe(200);
		const reply = await simulator.writeAs(pablo.waId, { type: 'button', title: 'Reply 4' });
		expect(reply.message).toMatchObject({ type: 'button', button: { text: 'Reply 4' } });
	});

	it.each<[string, object, number, string]>([
		['an unknown category', { ...text, category: 'marketing' }, 100, 'category'],
		['a lifetime without a category', { ...text, ttl_seconds: 60 }, 100, 'unsupported'],
		['a lifetime too short', { ...utility, ttl_seconds: 29 }, 100, 'higher than or equal to 30'],
		['a lifetime too long', { ...utility, ttl_seconds: 43_201 }, 100, 'equal to 43200'],
		[
			'a code that lives too long',
			{ ...text, category: 'authentication', ttl_seconds: 901 },
			100,
			'equal to 900',
		],
		[
			'a name for a code',
			{ ...text, category: 'authentication', direct_send_config: { template_name: 'code' } },
			100,
			'template_name',
		],
		['a name in capitals', { ...utility, direct_send_config: { template_name: 'A' } }, 100, 'name'],
		['a long text', { ...utility, text: { body: 'x'.repeat(1025) } }, 100, '1024'],
		[
			'a picture',
			{ type: 'image', image: { link: 'https://example.com/a.jpg' }, category: 'utility' },
			100,
			'does not support',
		],
		[
			'buttons for a code',
			{ ...withButtons(answer('1')), category: 'authentication' },
			100,
			'does not support',
		],
		[
			'a code to a user ID',
			{ ...text, category: 'authentication', to: undefined, recipient: ada.userId },
			131062,
			'BSUID',
		],
		[
			'a page after a reply',
			{ ...withButtons(answer('1'), page('Shop')), category: 'utility' },
			100,
			'before all reply buttons',
		],
		[
			'three pages',
			{ ...withButtons(page('1'), page('2'), page('3')), category: 'utility' },
			100,
			'At most 2',
		],
		['four replies without it', withButtons(...['1', '2', '3', '4'].map(answer)), 131009, 'Max'],
		['a page without it', withButtons(page('Shop')), 131009, 'buttons count'],
	])('rejects %s', async (_what, message, code, words) => {
		const { error } = await send(simulator, { ...message });
		expect(error.code).toBe(code);
		expect(`${error.message} ${error.error_data?.details}`).toContain(words);
	});

	it('must be enabled', async () => {
		simulator.updateSettings({ directSend: false });
		const { error } = await send(simulator, utility);
		expect(error).toMatchObject({ code: 100 });
		expect(error.error_data?.details).toContain("isn't enabled");
		expect((await send(simulator, text)).status).toBe(200);
	});

	it('keeps its templates for itself', async () => {
		const [template] = generated();
		const path = `/v26.0/${business.waba.id}/message_templates`;
		const { body } = await call<{ data: Array<{ name: string; source?: string }> }>(
			simulator,
			'GET',
			`${path}?source=AUTO_GENERATED&fields=name,source`,
		);
		expect(body.data).toEqual([
			{ id: template?.id, name: template?.name, source: 'AUTO_GENERATED' },
		]);
		expect((await sendTemplate(simulator, template?.name ?? '')).error.code).toBe(132018);
		const edit = await call(simulator, 'POST', `/v26.0/${template?.id}`, { category: 'MARKETING' });
		expect(edit.status).toBe(400);
		const remove = await call(simulator, 'DELETE', `${path}?name=${template?.name}`);
		expect(remove.status).toBe(400);
	});
});

describe('the identity check of the simulator', () => {
	const check = (enable_identity_key_check: boolean) =>
		call(simulator, 'POST', `/v26.0/${firstNumber.id}/settings`, {
			user_identity_change: { enable_identity_key_check },
		});
	const hash = () => simulator.state.customer(pablo.waId)?.identityKeyHash;
	const to = (recipient_identity_key_hash: unknown) =>
		send(simulator, { ...text, recipient_identity_key_hash });

	it('fails with 137000 once the identity has changed', async () => {
		const known = hash();
		expect(await failureOf(await to(known))).toEqual([]);
		simulator.setCustomer({ waId: pablo.waId, identityKeyHash: 'another=' });
		expect(await failureOf(await to(known))).toEqual([137000]);
		expect(await failureOf(await to('another='))).toEqual([]);
	});

	it('puts the hash into webhooks, if the number asks for it', async () => {
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'before' });
		await check(true);
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'after' });
		const sent = await send(simulator, text);
		await simulator.settled();
		const hashes = receiver.webhooks.flatMap(({ body }) =>
			body.entry.flatMap(({ changes }) =>
				changes.flatMap(({ value }) =>
					value.messages ? value.contacts?.map((contact) => contact.identity_key_hash) : [],
				),
			),
		);
		expect(new Set(hashes)).toEqual(new Set([undefined, hash()]));
		const status = receiver.events.find(({ id }) => id === idOf(sent));
		expect(status?.recipient_identity_key_hash).toBe(hash());
	});
});
