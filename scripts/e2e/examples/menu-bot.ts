import { expectToHold } from './expect';
import type { Stage } from './stage';

export async function play(stage: Stage): Promise<void> {
	await stage.publish();
	const menu = await stage.write({ type: 'text', text: 'Hi' });
	expectToHold(menu, { interactive: { type: 'button', body: { text: /Pablo Morales/ } } });
	const list = await stage.write({ type: 'button', buttonId: 'plants' });
	expectToHold(list, { interactive: { type: 'list' } });
	const plant = await stage.write({ type: 'list', rowId: 'plant-monstera' });
	expectToHold(plant, { text: { body: /^\*Monstera\*: Grows big/ } });
	const hours = await stage.write({ type: 'button', buttonId: 'hours' });
	expectToHold(hours, { text: { body: /9:00 to 18:00/ } });
	const person = await stage.write({ type: 'button', buttonId: 'person' });
	expectToHold(person, { text: { body: /one of us will reply/ } });
}
