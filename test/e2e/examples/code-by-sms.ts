import { business } from '../../../simulator';
import { releaseStatuses } from '../support/deliveryStage';
import type { ExampleStage } from '../support/exampleStage';
import { postJson } from '../support/postJson';
import { until } from '../support/until';
import { settled, world } from '../support/world';

const [customer] = business.customers;

export async function play(stage: ExampleStage): Promise<void> {
	const sms = await stage.endpoint();
	stage.choose('Send an SMS', { url: sms.url });
	// n8n looks once a minute for waits that are over.
	stage.choose('Send the Code', { timeLimit: 0.5 });
	await stage.publish();
	const { simulator } = world;
	const phone = `+${customer.waId}`;

	await request(phone, '111111');
	expect(await stage.nextMessage()).toMatchObject({
		template: {
			name: 'verification_code',
			components: [{ parameters: [{ text: '111111' }] }, { sub_type: 'url' }],
		},
	});
	await settled();

	simulator.updateSettings({ statusDelaysMs: { sent: 0, delivered: null, read: null } });
	try {
		await request(phone, '222222');
		await request('nobody', '333333');
		const calls = await until('two text messages', () =>
			sms.calls.length === 2 ? sms.calls : undefined,
		);
		expect(calls.map(({ body }) => body)).toEqual([
			{ to: 'nobody', text: '333333 is your verification code.' },
			{ to: phone, text: '222222 is your verification code.' },
		]);
	} finally {
		releaseStatuses();
	}
}

async function request(phone: string, code: string): Promise<void> {
	await postJson(`${world.n8n.url}/webhook/send-code`, { phone, code });
}
