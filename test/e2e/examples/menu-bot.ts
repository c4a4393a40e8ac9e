import type { ExampleStage } from '../support/exampleStage';

export async function play(stage: ExampleStage): Promise<void> {
	await stage.publish();
	const menu = await stage.write({ type: 'text', text: 'Hi' });
	expect(menu).toMatchObject({
		interactive: { type: 'button', body: { text: expect.stringMatching(/Pablo Morales/) } },
	});
	const list = await stage.write({ type: 'button', buttonId: 'plants' });
	expect(list).toMatchObject({ interactive: { type: 'list' } });
	const plant = await stage.write({ type: 'list', rowId: 'plant-monstera' });
	expect(plant).toMatchObject({
		text: { body: expect.stringMatching(/^\*Monstera\*: Grows big/) },
	});
	const hours = await stage.write({ type: 'button', buttonId: 'hours' });
	expect(hours).toMatchObject({ text: { body: expect.stringMatching(/9:00 to 18:00/) } });
	const person = await stage.write({ type: 'button', buttonId: 'person' });
	expect(person).toMatchObject({ text: { body: expect.stringMatching(/one of us will reply/) } });
}
