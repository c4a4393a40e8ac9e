import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';
import { settled, world } from '../support/world';

const [silent, waiting] = business.customers;

/** With the shortest times, which are a minute after the last message. */
export async function play(stage: ExampleStage): Promise<void> {
	const { simulator } = world;
	stage.choose('Customer Is Silent', { inactiveAfter: 1, closesIn: 1_439 });
	await stage.publish();

	for (const { waId } of [silent, waiting]) {
		await simulator.writeAs(waId, { type: 'text', text: 'Hi' });
	}
	await settled();
	simulator.replyInBusinessApp(silent.waId, { text: 'Hello, how can I help you?' });
	await settled();

	const sent = [await stage.nextMessage(), await stage.nextMessage()];
	expect(new Map(sent.map(({ to, text }) => [to, text]))).toEqual(
		new Map([
			[`+${silent.waId}`, { body: expect.stringMatching(/anything else/) }],
			[`+${waiting.waId}`, { body: expect.stringMatching(/not forgotten you/) }],
		]),
	);
}
