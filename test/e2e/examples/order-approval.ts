import { business } from '../../../simulator';
import { postJson } from '../support/postJson';
import type { ExampleStage } from '../support/exampleStage';
import { world } from '../support/world';

const [customer, manager] = business.customers;

export async function play(stage: ExampleStage): Promise<void> {
	const who = { name: 'managerPhone', value: `+${manager.waId}`, type: 'string' };
	stage.choose('Who Approves', { assignments: { assignments: [who] } });
	await stage.publish();
	const { simulator } = world;
	for (const [title, said] of [
		['Approve', /on its way/],
		['Decline', /can't deliver/],
	] as const) {
		await order();
		const asked = await stage.nextMessage();
		expect(asked).toMatchObject({
			to: `+${manager.waId}`,
			interactive: {
				type: 'button',
				body: { text: expect.stringMatching(/^Order 4711 over 480 EUR/) },
			},
		});
		await simulator.writeAs(manager.waId, { type: 'button', title });
		expect(await stage.nextMessage()).toMatchObject({
			to: `+${customer.waId}`,
			text: { body: expect.stringMatching(said) },
		});
	}
}

async function order(): Promise<void> {
	await postJson(`${world.n8n.url}/webhook/new-order`, {
		id: '4711',
		total: '480 EUR',
		phone: `+${customer.waId}`,
		// A caller cannot choose who approves.
		managerPhone: `+${customer.waId}`,
	});
}
