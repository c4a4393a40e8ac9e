import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';
import { chatModelCredential, saying, type Completion } from '../support/standInModel';
import { world } from '../support/world';

const [customer] = business.customers;

/** The model is a stand-in with OpenAI's chat completions API that quotes the question. */
export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator } = world;
	const model = await stage.endpoint(({ body }) => {
		const { messages } = body as Completion;
		const question = messages.findLast(({ role }) => role === 'user')?.content;
		return saying(`You asked: ${String(question)}`);
	});
	const { id, name } = await chatModelCredential(n8n, model);
	stage.choose('Chat Model', {}, { openAiApi: { id, name } });
	await stage.publish();

	for (const text of ['Oi', 'tudo bem?']) {
		await simulator.writeAs(customer.waId, { type: 'text', text });
		await simulator.settled();
	}
	const reply = await stage.write({ type: 'text', text: 'queria saber o preço' });
	expect(reply).toMatchObject({
		text: { body: 'You asked: Oi\ntudo bem?\nqueria saber o preço' },
	});
	expect(simulator.messages()).toHaveLength(1);
}
