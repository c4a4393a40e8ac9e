import { expectToHold } from './expect';
import type { Stage } from './stage';

export async function play(stage: Stage): Promise<void> {
	await stage.publish();
	const question = await stage.write({ type: 'text', text: 'Hello' });
	expectToHold(question, { interactive: { type: 'button', body: { text: /workshop/ } } });
	const confirmation = await stage.write({ type: 'button', title: 'I will come' });
	expectToHold(confirmation, { text: { body: /Noted: I will come/ } });
}
