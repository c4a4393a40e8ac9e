import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { expectSuccess } from './executions';
import { triggerName } from './triggerWorkflow';
import { world } from './world';

/** The newest execution must have begun with these texts, in one item. */
export async function expectCollected(
	workflow: SavedWorkflow,
	texts: readonly string[],
): Promise<void> {
	const [id = ''] = await world.n8n.executionIds(workflow);
	const execution = await world.n8n.finishedExecution(id);
	expectSuccess(execution);
	expect(outputItems(execution, triggerName).map(({ json }) => json)).toMatchObject([
		{ text: texts.join('\n'), messages: texts.map((text) => ({ text })) },
	]);
}
