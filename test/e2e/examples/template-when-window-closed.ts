import { business } from '../../../simulator';
import { receiveOldMessage } from '../support/closedWindow';
import type { ExampleStage } from '../support/exampleStage';
import { postJson } from '../support/postJson';
import { world } from '../support/world';

const [customer, other] = business.customers;

export async function play(stage: ExampleStage): Promise<void> {
	await stage.publish();
	await receiveOldMessage(customer.waId);

	expect(await post(other.waId)).toMatchObject({ asTemplate: false });
	expect(await stage.nextMessage()).toMatchObject({
		biz_opaque_callback_data: 'order-4711',
		text: { body: 'Hi Pablo, your order 4711 is on its way.' },
	});

	expect(await post(customer.waId)).toMatchObject({ asTemplate: true });
	expect(await stage.nextMessage()).toMatchObject({
		biz_opaque_callback_data: 'order-4711',
		template: {
			name: 'order_confirmation',
			components: [{ parameters: ['Pablo', '4711', '€99.99'].map((text) => ({ text })) }],
		},
	});
}

async function post(waId: string): Promise<unknown> {
	const response = await postJson(`${world.n8n.url}/webhook/order-shipped`, {
		order: '4711',
		firstName: 'Pablo',
		total: '€99.99',
		phone: `+${waId}`,
	});
	return await response.json();
}
