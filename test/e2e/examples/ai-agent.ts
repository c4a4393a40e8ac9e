import { business } from '../../../simulator';
import { questionIn, startAgent } from '../support/agentStage';
import type { ExampleStage } from '../support/exampleStage';
import { saying } from '../support/standInModel';
import { world } from '../support/world';

const [customer] = business.customers;

/** The model is a stand-in that quotes the question. What else the agent can do is in `server/agentExample.test.ts`. */
export async function play(stage: ExampleStage): Promise<void> {
	const { asked } = await startAgent(stage, {
		model: (question) =>
			saying(`You asked: ${String(questionIn(question))} (message ${question.messages.length})`),
	});

	const first = await stage.write({ type: 'text', text: 'Do you have aloe?' });
	expect(first).toMatchObject({ text: { body: 'You asked: Do you have aloe? (message 2)' } });
	// The memory adds the first question and its response.
	const second = await stage.write({ type: 'text', text: 'And how much is it?' });
	expect(second).toMatchObject({ text: { body: 'You asked: And how much is it? (message 4)' } });
	expect(asked()[0]).toMatchObject({
		messages: [
			{ role: 'system', content: expect.not.stringContaining(customer.profileName) },
			{ role: 'user' },
		],
	});
	const typed = world.simulator.state.received.filter(({ typingAt }) => typingAt !== undefined);
	expect(typed).toHaveLength(2);
}
