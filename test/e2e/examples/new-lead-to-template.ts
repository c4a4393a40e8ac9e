import { business } from '../../../simulator';
import { postJson } from '../support/postJson';
import type { ExampleStage } from '../support/exampleStage';
import { world } from '../support/world';

export async function play(stage: ExampleStage): Promise<void> {
	await stage.publish();
	const [customer] = business.customers;
	const lead = { id: '4711', firstName: 'Pablo', phone: `+${customer.waId}` };
	const sent = await post(lead);
	expect(sent).toMatchObject({
		status: 200,
		body: { sent: true, messageId: expect.stringMatching(/^wamid/) },
	});
	const message = await stage.nextMessage();
	expect(message).toMatchObject({
		biz_opaque_callback_data: 'lead-4711',
		template: {
			name: 'new_arrivals_image',
			components: [
				{ type: 'header', parameters: [{ image: { link: expect.stringMatching(/^https/) } }] },
				{ type: 'body', parameters: [{ text: 'Pablo' }] },
				{ type: 'button', parameters: [{ text: 'welcome' }] },
			],
		},
	});

	const rejected = await post({ ...lead, phone: '0171 1234567' });
	expect(rejected).toMatchObject({
		status: 422,
		body: { sent: false, reason: expect.stringMatching(/country code/), safeToSendAgain: true },
	});
}

async function post(lead: object): Promise<{ status: number; body: unknown }> {
	const response = await postJson(`${world.n8n.url}/webhook/new-lead`, lead);
	return { status: response.status, body: await response.json() };
}
