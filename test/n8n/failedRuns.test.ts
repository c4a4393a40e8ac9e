import type { INodeParameters, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('A run that Stop Workflow ends', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		await simulator.reset();
		simulator.updateSettings({ pairLimit: null, enforceCustomerServiceWindow: false });
	});

	const numbers = (count: number) =>
		Array.from({ length: count }, (_entry, index) => `+4915511${String(index).padStart(6, '0')}`);

	const send = async (to: unknown[], more: INodeParameters = {}) => {
		const { error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				resource: 'message',
				operation: 'sendText',
				to: '={{ $json.to }}',
				text: '={{ $json.text }}',
				...more,
			},
			credential: credentialFor(simulator.url),
			items: to.map((entry) => ({ json: { to: entry as string, text: 'Secret text' } })),
		});
		return error;
	};

	describe('with invalid rows', () => {
		it('names all of them at once, as people count, and sends nothing', async () => {
			const to: unknown[] = numbers(200);
			Object.assign(to, { 17: 'not a number', 58: '12345', 99: '', 120: null, 150: '<b>0171</b>' });
			const error = await send(to);
			expect(error?.message).toBe(
				'5 of 200 rows cannot be sent: row 18 "not a number", row 59 "12345", row 100 (\'To\' is empty), row 121 (\'To\' is empty), row 151 "< b>0171< /b>"',
			);
			expect(error?.description).toMatch(/'To' is not a phone number \(rows 18, 151\)\. Enter the/);
			expect(error?.description).toMatch(/'To' has 5 digits \(row 59\)\. A phone number/);
			expect(error?.description).toMatch(/'To' is empty \(rows 100, 121\)/);
			expect(error?.description).toMatch(
				/<br>Nothing was sent.*<br>.*On Error.*Continue.*<\/a>\)$/,
			);
			expect(error?.description?.match(/documentation<\/a>/g)).toHaveLength(1);
			expect(JSON.stringify(error)).not.toContain('Secret text');
			// n8n would add "[item 17]".
			expect((error as NodeApiError | NodeOperationError).context.itemIndex).toBeUndefined();
			expect(simulator.requests()).toEqual([]);
		});

		it('names the first ten of many', async () => {
			const to = numbers(50).map((number, index) => (index < 47 ? `x${index}` : number));
			const error = await send(to);
			expect(error?.message).toMatch(
				/^47 of 50 rows cannot be sent: row 1 "x0", .*, row 10 "x9" and 37 more$/,
			);
			expect(error?.description).toContain('(rows 1–47)');
		});

		it('says of a single one what is wrong in the first line', async () => {
			const error = await send([...numbers(2), 'x']);
			expect(error?.message).toBe('Row 3 of 3 cannot be sent: \'To\' is not a phone number ("x")');
		});

		it('shortens a long value', async () => {
			const error = await send([...numbers(2), 'x'.repeat(99), 'y']);
			expect(error?.message).toMatch(/row 3 "x{39}…", row 4 "y"$/);
		});

		it('names the field alone when every row has the same problem', async () => {
			const error = await send(numbers(20), { text: '={{ $json.nothing }}' });
			expect(error?.message).toBe("'Text' is empty");
			expect(error?.description).toMatch(/^Its expression gave nothing .*<br>Nothing was sent/);
		});

		it('says once what several rows have in common', async () => {
			const error = await send([...numbers(2), '', '', '']);
			expect(error?.message).toBe("3 of 5 rows cannot be sent: 'To' is empty");
			expect(error?.description).toContain("'To' is empty (rows 3–5). ");
		});

		it('does not speak of sending where nothing is sent', async () => {
			const error = await send(['1', '', '3'], {
				resource: 'media',
				operation: 'get',
				mediaId: '={{ $json.to }}',
			});
			expect(error?.message).toBe("Row 2 of 3 cannot be processed: 'Media ID' is empty");
			expect(error?.description).toMatch(/<br>Nothing was processed/);
		});
	});

	describe('midway', () => {
		it('says what failed and for whom, what was sent, how to send the rest, and how not to stop', async () => {
			const to = numbers(60);
			simulator.addFaults({ kind: 'graphError', code: 131026, recipient: to[10] });
			const error = await send(to, { options: { messagesPerSecond: 20 } });
			const sent = simulator.messages().length;
			expect(error?.message).toMatch(/^Row 11 of 60 \(\+4915511000010\) failed: \w+/);
			const lines = error?.description?.split('<br>') ?? [];
			expect(lines).toHaveLength(4);
			expect(lines[0]).toMatch(/131026[^<]*$/);
			expect(lines[1]).toMatch(new RegExp(`^Sent: rows 1–10.* \\(${sent} of 60\\)\\.$`));
			expect(lines[2]).toMatch(/^To send only the rest, .*'Retry' .* sends all rows again\.$/);
			expect(lines[3]).toMatch(/On Error.*>documentation<\/a>\)$/);
			expect((error as NodeApiError | NodeOperationError).context.itemIndex).toBeUndefined();
		});

		it('says that it is safe to run again when nothing was sent', async () => {
			const to = numbers(3);
			simulator.addFaults({ kind: 'graphError', code: 131047 });
			const error = await send(to);
			expect(error?.message).toMatch(/^Row \d of 3 \(\+49.*\) failed: /);
			expect(error?.description).toMatch(/<br>Nothing was sent, so it is safe to run again\.<br>/);
		});

		it('says of which rows it is unknown whether they were sent', async () => {
			const to = numbers(3);
			simulator.addFaults({ kind: 'dropAfter', recipient: to[1] });
			const error = await send(to);
			expect(error?.message).toMatch(/^Row 2 of 3 \(\+4915511000001\) failed: /);
			expect(error?.description).toMatch(/May have been sent: row 2\. Check/);
		});
	});
});
