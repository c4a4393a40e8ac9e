import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';

export async function play(stage: ExampleStage): Promise<void> {
	const crm = await stage.endpoint();
	stage.choose('Store in the CRM', { url: `${crm.url}/api/leads` });
	await stage.publish();
	const form = await stage.write({ type: 'text', text: 'I want to visit you' });
	expect(form).toMatchObject({
		interactive: { type: 'flow', action: { parameters: { flow_name: 'appointment_booking' } } },
	});
	const values = { date: '2026-12-01', time: '11:00', people: '2', email: 'pablo@example.com' };
	const confirmation = await stage.write({ type: 'flow', response: values });
	expect(confirmation).toMatchObject({
		text: { body: expect.stringMatching(/Thank you, Pablo Morales/) },
	});
	const [customer] = business.customers;
	expect(crm.calls).toMatchObject([
		{
			path: '/api/leads',
			body: {
				phone: customer.waId,
				name: customer.profileName,
				answers: values,
			},
		},
	]);
}
