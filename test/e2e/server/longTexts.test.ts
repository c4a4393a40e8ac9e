import { outputItems } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator/business';
import { world } from '../support/world';

/** What an AI agent may write: more than a message takes. */
describe('A long answer in Markdown', () => {
	test('arrives as two messages in order', async () => {
		const { n8n, simulator } = world;
		const [customer] = business.customers;
		const paragraph =
			'**Boston ferns** like shade, see [our guide](https://example.com/ferns). '.repeat(20);
		const output = [
			'# Ferns',
			paragraph,
			paragraph,
			paragraph,
			paragraph,
			'1. Water\n2. Wait',
			'End',
		].join('\n\n');
		expect(output.length).toBeGreaterThan(6000 - 200);
		const workflow = await n8n.createWorkflow(
			actionWorkflow('Long answer', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: `+${customer.waId}`,
					text: '={{ $json.output }}',
					options: { textIsMarkdown: true, splitLongTexts: true },
				},
				items: [{ json: { output } }],
			}),
		);
		const execution = await n8n.runWorkflow(workflow, startName);
		const messages = simulator.messages();
		const [first = '', second = '', ...others] = messages.map(
			({ body }) => (body.text as { body: string }).body,
		);
		expect(others).toEqual([]);
		expect(first).toMatch(
			/^\*Ferns\*\n\n\*Boston ferns\* like shade, see our guide \(https:\/\/example\.com\/ferns\)\./,
		);
		expect(second).toMatch(/1\. Water\n2\. Wait\n\nEnd$/);
		expect(`${first}\n\n${second}`.split('Boston ferns')).toHaveLength(4 * 20 + 1);
		const sent = outputItems(execution, actionName).map(({ json }) => json);
		expect(sent).toEqual([
			expect.objectContaining({
				messageId: messages[0]?.id,
				messageIds: messages.map(({ id }) => id),
			}),
		]);
	});
});
