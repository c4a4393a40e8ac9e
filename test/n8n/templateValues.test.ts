import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { files } from '../support/files';
import { filledIn, sampleValue } from '../support/templateValues';

const to = '+16505551234';
let simulator: Simulator;
let credential: CredentialData;

describe('Values of a template', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		credential = credentialFor(simulator.url);
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const run = (saved: INodeParameters, items: INodeExecutionData[] = [{ json: {} }]) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'message', operation: 'sendTemplate', to, ...saved },
			credential,
			items,
		});
	const lookUps = () =>
		simulator.requests().filter(({ path }) => path.endsWith('/message_templates')).length;
	const orderConfirmation = { name: 'order_confirmation', language: 'en_US' };

	// Meta sends the others only with Direct Send, or with the Marketing Messages API.
	const sendable = business.templates.filter(
		({ status, source, optimization_spec: maxPrice }) =>
			status === 'APPROVED' && source === undefined && maxPrice === undefined,
	);

	describe.each(sendable)('$name in $language', (template) => {
		// GIF headers go through the Marketing Messages API only.
		const options = template.name === 'summer_gif' ? { marketingMessagesApi: true } : {};

		it('are accepted when all are set, and read back', async () => {
			const { outputs, error } = await run({ ...(await filledIn(template, credential)), options });
			expect(error).toBeUndefined();
			expect(outputs[0]).toMatchObject([
				{ json: { text: expect.not.stringContaining('{{') as string } },
			]);
		});

		it('are accepted when only the required ones are set', async () => {
			const all = await filledIn(template, credential);
			const { schema, value } = all.templateValues as unknown as {
				schema: Array<{ id: string; required: boolean }>;
				value: Record<string, string>;
			};
			const required = schema.filter((column) => column.required).map(({ id }) => id);
			const kept = Object.fromEntries(required.map((id) => [id, value[id] ?? '']));
			const templateValues = { ...(all.templateValues as INodeParameters), value: kept };
			const { error } = await run({ ...all, templateValues, options });
			expect(error).toBeUndefined();
		});
	});

	it('fill the text of the output, with header, footer and buttons', async () => {
		const saved = await filledIn({ name: 'seasonal_promotion', language: 'en_US' }, credential);
		const { outputs } = await run(saved);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			text: [
				'Our Value of header.text.1 is on!',
				'Shop now through Value of body.1 and use code Value of body.2 to get Value of body.3 off of all merchandise.',
				'Use the buttons below to manage your subscriptions',
			].join('\n\n'),
			buttons: [{ text: 'Unsubscribe from promos' }, { text: 'Unsubscribe from all' }],
		});
	});

	it('are evaluated for each item, and the template is fetched once', async () => {
		const saved = await filledIn(orderConfirmation, credential, (column) =>
			column === 'body.1' ? '={{ $json.name }}' : sampleValue(column),
		);
		const items = ['Ada', 'Pablo', 'Grace'].map((name) => ({ json: { name } }));
		const { outputs } = await run(saved, items);
		const texts = outputs[0]?.map(({ json }) => json.text);
		expect(texts).toEqual(
			['Ada', 'Pablo', 'Grace'].map(
				(name) =>
					`Thank you, ${name}! Your order Value of body.2 over Value of body.3 is confirmed.`,
			),
		);
		// Once for the fields in the editor, once for the run.
		expect(lookUps()).toBe(2);
	});

	it("leave only Meta's response without Simplify", async () => {
		const { outputs } = await run({
			...(await filledIn(orderConfirmation, credential)),
			simplify: false,
		});
		expect(Object.keys(outputs[0]?.[0]?.json ?? {}).sort()).toEqual([
			'contacts',
			'messages',
			'messaging_product',
		]);
		expect(lookUps()).toBe(1);
	});

	it('are sent without the text in the output when the template cannot be read', async () => {
		const saved = await filledIn(orderConfirmation, credential);
		simulator.addFaults({ kind: 'graphError', code: 200, path: 'message_templates$' });
		const { outputs, error } = await run(saved);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({
			text: null,
			messageId: simulator.messages()[0]?.id,
		});
	});

	it('upload a header image of the item', async () => {
		const saved = await filledIn(
			{ name: 'new_arrivals_image', language: 'en_US' },
			credential,
			(column) => (column.endsWith('.file') ? 'data' : sampleValue(column)),
		);
		const { error } = await run(saved, [{ json: {}, binary: { data: files.jpeg } }]);
		expect(error).toBeUndefined();
		const [upload] = simulator.requests().filter(({ path }) => path.endsWith('/media'));
		expect(upload).toBeDefined();
	});

	it.each(['logo.png', 'picture', '={{ $json }}'])(
		'reject the header file %s and say what it can be',
		async (file) => {
			const saved = await filledIn(
				{ name: 'new_arrivals_image', language: 'en_US' },
				credential,
				(column) => (column.endsWith('.file') ? file : sampleValue(column)),
			);
			const { error } = await run(saved, [{ json: {}, binary: { data: files.jpeg } }]);
			expect(error?.message).toBe(
				"'Header Image' is neither a URL, nor a media ID, nor a file of this item",
			);
			expect(error?.description).toMatch(/https:.*ID.*binary data/);
		},
	);

	it.each([
		['www.example.com/a.jpg', "'Header Image' is a URL without https://", 'Put https:// in front.'],
		[
			'https://drive.google.com/file/d/1/view',
			"'Header Image' leads to a page about the file, not to the file itself",
			/downloads the file/,
		],
	])('reject the header file %s and say why', async (file, message, todo) => {
		const saved = await filledIn(
			{ name: 'new_arrivals_image', language: 'en_US' },
			credential,
			(column) => (column.endsWith('.file') ? file : sampleValue(column)),
		);
		const { error } = await run(saved);
		expect(error?.message).toBe(message);
		expect(error?.description).toMatch(todo);
	});

	it("name the value that Meta's details are about", async () => {
		const saved = await filledIn(
			{ name: 'new_arrivals_image', language: 'en_US' },
			credential,
			(column) => (column.endsWith('.file') ? '99' : sampleValue(column)),
		);
		const { error } = await run(saved);
		expect(error?.message).toMatch(/^'Header Image': A field of the request is unknown/);
		expect(error?.description).toMatch(/^Meta's details about 'Header Image': Param template/);
		const { outputs } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'message', operation: 'sendTemplate', to, ...saved },
			credential,
			items: [{ json: {} }],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ field: 'Header Image', code: 100 });
	});

	it('are rejected before anything is sent when one is missing', async () => {
		const saved = await filledIn(orderConfirmation, credential, (column) =>
			column === 'body.2' ? '={{ $json.order }}' : sampleValue(column),
		);
		const { error } = await run(saved);
		expect(error?.message).toBe("'Body {{2}}' is empty");
		expect(simulator.messages()).toEqual([]);
	});

	describe('with line breaks, a tab and five spaces', () => {
		const text = 'First line\nsecond\tline     five spaces';
		const filled = async () =>
			await filledIn(orderConfirmation, credential, (column) =>
				column === 'body.1' ? '={{ $json.text }}' : sampleValue(column),
			);

		it('are rejected with the name of the value and the option that helps', async () => {
			const { error } = await run(await filled(), [{ json: { text } }]);
			expect(error?.message).toBe("'Body {{1}}' has a line break");
			expect(error?.description).toContain("turn on 'Flatten Line Breaks'");
			expect(simulator.messages()).toEqual([]);
		});

		it.each([false, true])(
			'are sent on one line by Flatten Line Breaks (Marketing Messages API: %s)',
			async (marketingMessagesApi) => {
				// The other API takes marketing templates only.
				const saved = marketingMessagesApi
					? await filledIn(
							{ name: 'new_arrivals_image', language: 'en_US' },
							credential,
							(column) => (column === 'body.1' ? '={{ $json.text }}' : sampleValue(column)),
						)
					: await filled();
				const options = { flattenLineBreaks: true, marketingMessagesApi };
				const { outputs, error } = await run({ ...saved, options }, [{ json: { text } }]);
				expect(error).toBeUndefined();
				expect(outputs[0]?.[0]?.json).toMatchObject({
					text: expect.stringContaining('First line second line five spaces') as string,
				});
			},
		);

		it('are refused by Meta when they come as JSON', async () => {
			const { error } = await run({
				template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
				specifyValues: 'json',
				components: JSON.stringify([
					{
						type: 'body',
						parameters: [text, '860198', '99.99'].map((value) => ({
							type: 'text',
							text: value,
						})),
					},
				]),
			});
			expect(error?.description).toMatch(/new-line.*132018/);
		});
	});

	it.each([
		['12345678901234567', "'Code' has 17 characters"],
		['12\n34', "'Code' has a line break"],
	])('name the code of an authentication template: %j', async (code, message) => {
		const saved = await filledIn(
			{ name: 'verification_code', language: 'en_US' },
			credential,
			() => code,
		);
		const { error } = await run(saved);
		expect(error?.message).toBe(message);
	});

	it('may be outdated when Meta expects more of them', async () => {
		const saved = await filledIn(orderConfirmation, credential);
		const changed = simulator.state.templates.find(({ name }) => name === 'order_confirmation');
		const body = changed?.components.find(({ type }) => type === 'BODY');
		if (body) body.text += ' It comes on {{4}}.';
		const { error } = await run(saved);
		expect(error?.description).toMatch(/^Meta's details about 'Body': .*refresh/);
	});
});
