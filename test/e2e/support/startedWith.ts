import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { expectSuccess } from './executions';
import { triggerName } from './triggerWorkflow';
import { world } from './world';

/** The items that the newest executions began with. */
export async function startedWith(
	workflow: SavedWorkflow,
	count: number,
): Promise<Array<Record<string, unknown>>> {
	const ids = (await world.n8n.executionIds(workflow)).slice(0, count);
	const all = await Promise.all(
		ids.map(async (id) => {
			const execution = await world.n8n.finishedExecution(id);
			expectSuccess(execution);
			return outputItems(execution, triggerName).map(({ json }) => json);
		}),
	);
	return all.flat();
}
