import { chatModelCredential, saying, type Completion } from '../support/standInModel';
import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';
import { world } from '../support/world';

const [customer] = business.customers;

/** The model is a stand-in with OpenAI's chat completions API that quotes the question. */
export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator } = world;
	const model = await stage.endpoint(({ body }) => {
		const { messages } = body as Completion;
		const question = messages.findLast(({ role }) => role === 'user')?.content;
		return saying(`You asked: ${String(question)} (message ${messages.length})`);
	});
	const { id, name } = await chatModelCredential(n8n, model);
	stage.choose('Chat Model', {}, { openAiApi: { id, name } });
	await stage.publish();

	const first = await stage.write({ type: 'text', text: 'Do you have aloe?' });
	expect(first).toMatchObject({ text: { body: 'You asked: Do you have aloe? (message 2)' } });
	// The memory adds the first question and its response.
	const second = await stage.write({ type: 'text', text: 'And how much is it?' });
	expect(second).toMatchObject({ text: { body: 'You asked: And how much is it? (message 4)' } });
	expect(model.calls[0]?.body).toMatchObject({
		messages: [
			{ role: 'system', content: expect.not.stringContaining(customer.profileName) },
			{ role: 'user' },
		],
	});
	const typed = simulator.state.received.filter(({ typingAt }) => typingAt !== undefined);
	expect(typed).toHaveLength(2);
}
