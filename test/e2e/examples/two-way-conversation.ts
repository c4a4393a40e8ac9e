import type { ExampleStage } from '../support/exampleStage';

export async function play(stage: ExampleStage): Promise<void> {
	await stage.publish();
	const question = await stage.write({ type: 'text', text: 'Hello' });
	expect(question).toMatchObject({
		interactive: { type: 'button', body: { text: expect.stringMatching(/workshop/) } },
	});
	const confirmation = await stage.write({ type: 'button', title: 'I will come' });
	expect(confirmation).toMatchObject({
		text: { body: expect.stringMatching(/Noted: I will come/) },
	});
}
