import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';
import { settled, world } from '../support/world';

export async function play(stage: ExampleStage): Promise<void> {
	const { simulator } = world;
	const [first, other] = business.customers;
	await stage.publish();
	const offer = { interactive: { type: 'button', body: { text: expect.stringMatching(/a bot/) } } };

	expect(await stage.write({ type: 'text', text: 'Hi' })).toMatchObject(offer);
	expect(await stage.write({ type: 'button', buttonId: 'person' })).toMatchObject({
		text: { body: expect.stringMatching(/One of us/) },
	});
	await simulator.writeAs(first.waId, { type: 'text', text: 'My roses are ill' });

	await simulator.writeAs(other.waId, { type: 'text', text: 'Hi' });
	expect(await stage.nextMessage()).toMatchObject(offer);
	simulator.replyInBusinessApp(other.waId, { text: 'Hello, this is Ada.' });
	await settled();
	await simulator.writeAs(other.waId, { type: 'text', text: 'How nice!' });

	await settled();
	expect(simulator.messages()).toHaveLength(3);
}
