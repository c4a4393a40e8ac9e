import { business } from '../../../simulator';
import { postJson } from '../postJson';
import { expectToHold } from './expect';
import type { Stage } from './stage';

export async function play(stage: Stage): Promise<void> {
	await stage.publish();
	const [customer] = business.customers;
	const lead = { id: '4711', firstName: 'Pablo', phone: `+${customer.waId}` };
	const sent = await post(stage, lead);
	expectToHold(sent, { status: 200, body: { sent: true, messageId: /^wamid/ } });
	const message = await stage.answer();
	expectToHold(message, {
		biz_opaque_callback_data: 'lead-4711',
		template: {
			name: 'new_arrivals_image',
			components: [
				{ type: 'header', parameters: [{ image: { link: /^https/ } }] },
				{ type: 'body', parameters: [{ text: 'Pablo' }] },
				{ type: 'button', parameters: [{ text: 'welcome' }] },
			],
		},
	});

	const refused = await post(stage, { ...lead, phone: '0171 1234567' });
	expectToHold(refused, {
		status: 422,
		body: { sent: false, reason: /country code/, safeToSendAgain: true },
	});
}

async function post({ world }: Stage, lead: object): Promise<{ status: number; body: unknown }> {
	const response = await postJson(`${world.n8n.url}/webhook/new-lead`, lead);
	return { status: response.status, body: await response.json() };
}
