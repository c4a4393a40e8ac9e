import { business } from '../../../simulator';
import { postJson } from '../postJson';
import { expectToHold } from './expect';
import type { Stage } from './stage';

const [customer, manager] = business.customers;

export async function play(stage: Stage): Promise<void> {
	await stage.publish();
	const { simulator } = stage.world;
	for (const [title, said] of [
		['Approve', /on its way/],
		['Decline', /can't deliver/],
	] as const) {
		await order(stage);
		const asked = await stage.answer();
		expectToHold(asked, {
			to: `+${manager.waId}`,
			interactive: { type: 'button', body: { text: /^Order 4711 over 480 EUR/ } },
		});
		await simulator.writeAs(manager.waId, { type: 'button', title });
		expectToHold(await stage.answer(), { to: `+${customer.waId}`, text: { body: said } });
	}
}

async function order({ world }: Stage): Promise<void> {
	await postJson(`${world.n8n.url}/webhook/new-order`, {
		id: '4711',
		total: '480 EUR',
		phone: `+${customer.waId}`,
		managerPhone: `+${manager.waId}`,
	});
}
