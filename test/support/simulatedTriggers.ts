import { processState } from '../../nodes/graphApi/processState';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { TriggerHost } from './triggerHost';
import type { TriggerHostOptions } from './triggerHost';

/** Starts triggers beside the simulator, each with a memory of its own, and stops them after each test. */
export function simulatedTriggers() {
	let simulator: Simulator;
	let nodes = 0;
	const triggers: TriggerHost[] = [];
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	afterEach(async () => {
		delete process.env.EXECUTIONS_MODE;
		await simulator.settled();
		await Promise.all(triggers.splice(0).map((trigger) => trigger.stop()));
		processState.reset();
	});

	async function start(options: TriggerHostOptions): Promise<TriggerHost> {
		nodes += 1;
		const ids = { nodeId: `trigger ${nodes}`, webhookId: `hook-${nodes}` };
		const trigger = await TriggerHost.start({ ...ids, ...options });
		triggers.push(trigger);
		return trigger;
	}

	/** The customer writes, and every webhook has been delivered. */
	async function write(text: string): Promise<void> {
		await simulator.writeAs(business.customers[0].waId, { type: 'text', text });
		await simulator.settled();
	}

	return {
		get simulator() {
			return simulator;
		},
		start,
		write,
	};
}

/** What a trigger has given the workflow. */
export const itemsOf = ({ executions }: TriggerHost) => executions.flat().map(({ json }) => json);
