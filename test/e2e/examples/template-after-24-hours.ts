import { business } from '../../../simulator';
import { actionWorkflow, startName } from '../../../scripts/workflows';
import type { ExampleStage } from '../support/exampleStage';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

const [first, late, unreachable] = ['first', 'late', 'unreachable'];

export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator, credential } = world;
	await stage.publish();
	const [customer, other] = business.customers;
	const [sender] = business.phoneNumbers;
	const nobody = '16505550198';
	simulator.closeWindow(other.waId);
	simulator.updateSettings({ notOnWhatsApp: [nobody] });
	const sending = await n8n.createWorkflow(
		actionWorkflow('Send to customers', credential, {
			parameters: {
				resource: 'message',
				operation: 'sendText',
				to: '={{ $json.to }}',
				text: 'Hi',
				options: { callbackData: '={{ $json.callbackData }}' },
			},
			items: [
				{ json: { to: `+${customer.waId}`, callbackData: first } },
				{ json: { to: `+${nobody}`, callbackData: unreachable } },
				{ json: { to: `+${other.waId}`, callbackData: late } },
			],
		}),
	);
	// WhatsApp accepts all of them at first.
	expectSuccess(await n8n.runWorkflow(sending, startName));
	for (let text = 0; text < 3; text++) expect(await stage.nextMessage()).toHaveProperty('text');

	expect(await stage.nextMessage()).toMatchObject({
		to: `+${other.waId}`,
		biz_opaque_callback_data: late,
		template: { name: 'hello_world' },
	});
	const messages = simulator.messages();
	expect(messages).toHaveLength(4);
	expect(messages[3]).toMatchObject({ phoneNumberId: sender.id });
}
