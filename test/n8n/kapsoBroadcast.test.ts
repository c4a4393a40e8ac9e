import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { searchKapsoTemplates } from '../../nodes/WhatsAppBusiness/listSearch/kapso/templates';
import { searchKapsoBroadcasts } from '../../nodes/WhatsAppBusiness/listSearch/kapso/broadcasts';
import { business } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { editorWith } from '../support/editor';
import { simulatedKapso } from '../support/simulatedKapso';
import { filledIn } from '../support/templateValues';

const [number] = business.phoneNumbers;

describe('Kapso broadcasts', () => {
	const kapso = simulatedKapso({ credential: { defaultCountry: 'DE' } });

	async function run(
		operation: string,
		parameters: INodeParameters = {},
		rows: IDataObject[] = [{}],
		settings: Partial<INode> = {},
	) {
		const { outputs, error } = await kapso.run('kapsoBroadcast', operation, parameters, {
			items: rows.map((json) => ({ json })),
			settings,
		});
		return { outputs, error, items: outputs.map((items) => items.map(({ json }) => json)) };
	}

	const templateNamed = (wanted: string) =>
		business.templates.find(({ name }) => name === wanted)?.id ?? '';

	async function create(template: string): Promise<string> {
		const { items } = await run('create', {
			broadcastName: 'June',
			phoneNumber: byId(number.id),
			broadcastTemplate: byId(templateNamed(template)),
		});
		return String(items[0]?.[0]?.id);
	}

	/** The numbers that Kapso has in a broadcast. */
	async function recipientsOf(id: string): Promise<unknown[]> {
		const { items } = await run('getRecipients', { broadcast: byId(id), returnAll: true });
		return (items[0] ?? []).map(({ phone_number }) => phone_number);
	}

	const callsTo = (path: RegExp) =>
		kapso.simulator.requests().filter((call) => call.method === 'POST' && path.test(call.path));
	const digits = (index: number) => `491551${String(1_000_000 + index)}`;
	const rowsOf = (count: number, id: string): IDataObject[] =>
		Array.from({ length: count }, (_row, index) => ({ id, phone: `+${digits(index)}` }));
	const fromRow = { broadcast: byId('={{ $json.id }}'), to: '={{ $json.phone }}' };

	it('make few calls of many rows, and one item for what follows', async () => {
		const id = await create('hello_world');
		const { outputs, error } = await run('addRecipients', fromRow, [
			...rowsOf(2500, id),
			{ id, phone: digits(7) },
		]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]).toMatchObject({
			json: { id, added: 2500, duplicates: 1, errors: [] },
		});
		expect(outputs[0]?.[0]?.pairedItem).toHaveLength(2501);
		expect(callsTo(/recipients$/)).toHaveLength(3);
		expect(new Set(await recipientsOf(id)).size).toBe(2500);
	});

	it('read numbers by the Default Country, and send each their own values', async () => {
		const id = await create('delivery_update');
		const template = { name: 'delivery_update', language: 'en_US' };
		const values = await filledIn(template, kapso.credential(), () => '={{ $json.name }}');
		const rows = [
			{ id, phone: '0151 12345678', name: 'Ada' },
			{ id, phone: '+1 650 555 1234', name: 'Pablo' },
		];
		const added = await run('addRecipients', { ...fromRow, ...values }, rows);
		expect(added.items[0]).toEqual([{ id, added: 2, duplicates: 0, errors: [] }]);
		const sent = await run('send', { broadcast: byId(id) });
		expect(sent.items[0]).toMatchObject([{ id, status: 'sending' }]);
		await kapso.simulator.settled();
		expect(kapso.simulator.messages().map(({ recipient }) => recipient)).toEqual([
			'4915112345678',
			'16505551234',
		]);
		const [first, second] = kapso.simulator.messages().map(({ body }) => JSON.stringify(body));
		expect([first?.includes('Ada'), first?.includes('Pablo')]).toEqual([true, false]);
		expect(second).toContain('Pablo');
		const { items } = await run('get', { broadcast: byId(id) });
		expect(items[0]).toMatchObject([{ status: 'completed', total_recipients: 2 }]);
	});

	it('fail the rows that Kapso refuses, each with its reason, and add the others', async () => {
		const id = await create('delivery_update');
		const components = (...texts: string[]) => [
			{
				type: 'header',
				parameters: [{ type: 'text', parameter_name: 'order_number', text: '1' }],
			},
			{
				type: 'body',
				parameters: ['first_name', 'delivery_date'].map((parameter_name, index) => ({
					type: 'text',
					parameter_name,
					text: texts[index] ?? '',
				})),
			},
		];
		const rows = [
			{ id, phone: `+${digits(1)}`, components: [] },
			{ id, phone: `+${digits(2)}`, components: components('Ada', 'today') },
			{ id, phone: 'nobody', components: [] },
		];
		const parameters = {
			...fromRow,
			specifyValues: 'json',
			components: '={{ JSON.stringify($json.components) }}',
		};
		const { items } = await run('addRecipients', parameters, rows, {
			onError: 'continueRegularOutput',
		});
		expect(items[0]).toMatchObject([
			{
				message: 'Kapso did not add the recipient.',
				error: { details: expect.stringContaining('param'), safeToSendAgain: true },
			},
			{ id, added: 1, duplicates: 0 },
			{ message: expect.stringMatching(/^'To' /) },
		]);
		expect(await recipientsOf(id)).toEqual([digits(2)]);

		const stopped = await run('addRecipients', parameters, rows.slice(0, 2));
		expect(stopped.error?.message).toBe('Row 1 of 2 failed: Kapso did not add the recipient.');
		expect(stopped.error?.description).toContain('Processed: row 2 (1 of 2).');
		expect(stopped.error?.description).toContain("under 'Template' to see which values");
	});

	it('tell what was added when a call fails, and add nobody twice when n8n tries again', async () => {
		const [first, second, third] = [
			await create('hello_world'),
			await create('hello_world'),
			await create('hello_world'),
		];
		const rows = [first, second, third].flatMap((id) => rowsOf(2, id));
		kapso.simulator.addFaults({ kind: 'dropAfter', path: `${second}/recipients$`, times: 1 });
		const failed = await run('addRecipients', fromRow, rows, {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});
		expect(failed.error?.message).toMatch(/^Row 3 of 6 failed: /);
		expect(failed.error?.description).toContain("'Kapso Broadcast: Get Recipients'");
		expect(failed.error?.description).toContain('Processed: rows 1–2 (2 of 6).');
		expect(failed.error?.description).toContain('May have been processed: rows 3–4.');
		expect(failed.error?.description).toContain("'Retry' in the executions list processes all");
		expect(callsTo(new RegExp(`${first}/recipients$`))).toHaveLength(1);
		expect(callsTo(new RegExp(`${second}/recipients$`))).toHaveLength(1);

		const again = await run('addRecipients', fromRow, rows);
		expect(again.items[0]).toMatchObject([
			{ id: first, added: 0, duplicates: 2 },
			{ id: second, added: 0, duplicates: 2 },
			{ id: third, added: 2, duplicates: 0 },
		]);
	});

	it('are started once, and an unknown outcome is told', async () => {
		const id = await create('hello_world');
		await run('addRecipients', fromRow, rowsOf(1, id));
		kapso.simulator.addFaults({ kind: 'dropAfter', path: '/send$', times: 1 });
		const { error } = await run('send', { broadcast: byId(id) }, [{}], {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});
		expect(error?.message).toContain('outcome of the request is unknown');
		expect(error?.description).toContain("'Kapso Broadcast: Get'");
		expect(callsTo(/send$/)).toHaveLength(1);
		await kapso.simulator.settled();
		expect(kapso.simulator.messages()).toHaveLength(1);
		const second = await run('send', { broadcast: byId(id) });
		expect(second.error?.description).toContain('it must be draft');
		expect(kapso.simulator.messages()).toHaveLength(1);
	});

	it('are scheduled and cancelled', async () => {
		const id = await create('hello_world');
		await run('addRecipients', fromRow, rowsOf(1, id));
		const at = { broadcast: byId(id), sendAt: '2100-01-01T00:00:00Z' };
		expect((await run('schedule', at)).items[0]).toMatchObject([{ status: 'scheduled' }]);
		const cancelled = await run('cancel', { broadcast: byId(id) });
		expect(cancelled.items[0]).toMatchObject([{ status: 'draft', scheduled_at: null }]);
	});

	it.each<[string, INodeParameters, RegExp, RegExp]>([
		['send', {}, /did not start the broadcast/, /must have recipients.*has no recipients/],
		[
			'schedule',
			{ sendAt: '2100-01-01T00:00:00Z' },
			/did not schedule the broadcast/,
			/draft with recipients.*has no recipients/,
		],
		['cancel', {}, /did not cancel the broadcast/, /Only a scheduled broadcast.*is draft/],
	])('say what they must be for %s', async (operation, parameters, what, todo) => {
		const broadcast = byId(await create('hello_world'));
		const { error } = await run(operation, { broadcast, ...parameters });
		expect(error?.message).toMatch(what);
		expect(error?.description).toMatch(todo);
	});

	it('are listed, and so are the approved templates of the number', async () => {
		const id = await create('hello_world');
		const listed = await searchKapsoBroadcasts.call(editorWith(kapso.credential(), {}));
		expect(listed.results).toEqual([{ name: 'June · draft · hello_world', value: id }]);
		const editor = editorWith(kapso.credential(), { phoneNumber: byId(number.id) });
		const { results } = await searchKapsoTemplates.call(editor, 'hello');
		expect(results).toMatchObject([
			{ name: 'hello_world · en_US · utility · approved', value: templateNamed('hello_world') },
		]);
		expect(JSON.stringify(await searchKapsoTemplates.call(editor))).not.toContain('rejected');
		await expect(searchKapsoTemplates.call(editorWith(kapso.credential(), {}))).rejects.toThrow(
			"'Phone Number'",
		);
	});
});
