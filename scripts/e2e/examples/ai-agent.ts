import { chatModelCredential, saying, type Completion } from '../standInModel';
import { expectToHold } from './expect';
import type { Stage } from './stage';

/** The model is a stand-in that speaks OpenAI's chat completions and says what it was asked. */
export async function play(stage: Stage): Promise<void> {
	const { n8n, simulator } = stage.world;
	const model = await stage.endpoint(({ body }) => {
		const { messages } = body as Completion;
		const question = messages.findLast(({ role }) => role === 'user')?.content;
		return saying(`You asked: ${String(question)} (message ${messages.length})`);
	});
	const { id, name } = await chatModelCredential(n8n, model);
	stage.choose('Chat Model', {}, { openAiApi: { id, name } });
	await stage.publish();

	const first = await stage.write({ type: 'text', text: 'Do you have aloe?' });
	expectToHold(first, { text: { body: 'You asked: Do you have aloe? (message 2)' } });
	// The second question comes with the first and its answer.
	const second = await stage.write({ type: 'text', text: 'And how much is it?' });
	expectToHold(second, { text: { body: 'You asked: And how much is it? (message 4)' } });
	expectToHold(model.calls[0]?.body, { messages: [{ role: 'system', content: /Pablo Morales/ }] });
	const typed = simulator.state.received.filter(({ typingAt }) => typingAt !== undefined);
	if (typed.length !== 2) throw new Error(`"typing…" was shown for ${typed.length} messages.`);
}
