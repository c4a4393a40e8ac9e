import { credentialOf } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';
import { hostCredential, hostStages } from '../support/hostStage';
import { postJson } from '../support/postJson';
import { world } from '../support/world';

const [customer] = business.customers;
const ours = [
	'Create the Customer',
	'Create the Link',
	'Send the Link',
	'Number Connected',
	'Get the Customer',
	'Send the First Message',
];

export async function play(stage: ExampleStage): Promise<void> {
	const kapso = hostStages.find(({ host }) => host === 'kapso');
	if (!kapso) throw new Error('No stage is about Kapso.');
	world.simulator.updateSettings({ hosts: ['kapso'] });
	const { credential } = await hostCredential(kapso);
	for (const node of ours) stage.choose(node, {}, credentialOf(credential));
	await stage.publish();

	const to = `+${customer.waId}`;
	const given = { name: 'Acme', firstName: 'Pablo', phone: to };
	await postJson(`${world.n8n.url}/webhook/new-kapso-customer`, given);
	const sent = JSON.stringify(await stage.nextMessage());
	expect(sent).toContain('connect_your_number');
	const [link = ''] = /https?:\/\/[^"\\ ]+/.exec(sent) ?? [];

	expect((await fetch(link)).status).toBe(200);
	expect(await stage.nextMessage()).toMatchObject({ to, template: { name: 'hello_world' } });
	const [{ phoneNumberId } = { phoneNumberId: '' }] = world.simulator.messages().slice(-1);
	expect(business.phoneNumbers.map(({ id }) => id)).not.toContain(phoneNumberId);
}
