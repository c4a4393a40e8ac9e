import { business } from '../../../simulator';
import { expectToHold } from './expect';
import type { Stage } from './stage';

export async function play(stage: Stage): Promise<void> {
	const crm = await stage.endpoint();
	stage.choose('Store in the CRM', { url: `${crm.url}/api/leads` });
	await stage.publish();
	const form = await stage.write({ type: 'text', text: 'I want to visit you' });
	expectToHold(form, {
		interactive: { type: 'flow', action: { parameters: { flow_name: 'appointment_booking' } } },
	});
	const answers = { date: '2026-12-01', time: '11:00', people: '2', email: 'pablo@example.com' };
	const confirmation = await stage.write({ type: 'flow', response: answers });
	expectToHold(confirmation, { text: { body: /Thank you, Pablo Morales/ } });
	const [customer] = business.customers;
	expectToHold(crm.calls, [
		{
			path: '/api/leads',
			body: {
				phone: customer.waId,
				name: customer.profileName,
				answers,
			},
		},
	]);
}
