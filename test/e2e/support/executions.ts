import { errorMessage, type Execution, type SavedWorkflow } from '../../../scripts/n8n/client';
import { until } from './until';
import { settled, world } from './world';

/** Counts the executions of a workflow from one check to the next. */
export class ExecutionCounter {
	private known = 0;

	/** @param workflow gives the workflow, which may be made later */
	constructor(private readonly workflow: () => SavedWorkflow) {}

	/** Counts from now on. */
	async begin(): Promise<void> {
		this.known = await world.n8n.executionCount(this.workflow());
	}

	/** Once all webhooks are delivered, so many executions must have begun since the last check. */
	async expectNew(count: number): Promise<void> {
		await settled();
		this.known += count;
		// n8n lists an execution some time after it has begun.
		const found = await until(`${count} more executions`, async () => {
			const listed = await world.n8n.executionCount(this.workflow());
			return listed >= this.known ? listed : undefined;
		});
		expect(found).toBe(this.known);
	}
}

/** @throws Error with n8n's own message unless the execution succeeded */
export function expectSuccess(execution: Execution): void {
	if (execution.status !== 'success') throw new Error(errorMessage(execution));
}
