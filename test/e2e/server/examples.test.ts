import { exampleNames } from '../../../scripts/exampleWorkflow';
import { ExampleStage } from '../support/exampleStage';
import { forgetConversations, resetSimulator } from '../support/world';

/** What `test/e2e/examples/<name>.ts` has: plays the workflow of that name and expects that it does its job. */
interface Play {
	play(stage: ExampleStage): Promise<void>;
}

describe('Example workflow', () => {
	test.each(exampleNames())('%s does its job', async (name) => {
		const { play } = (await import(`../examples/${name}`)) as Play;
		await resetSimulator();
		await forgetConversations();
		const stage = new ExampleStage(name);
		try {
			await play(stage);
		} finally {
			await stage.end();
		}
	});
});
