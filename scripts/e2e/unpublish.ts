import { setTimeout as sleep } from 'node:timers/promises';

import type { SavedWorkflow } from '../n8n/client';
import { until } from './until';
import type { World } from './world';

const spareMs = 1500;

/** Unpublishes a workflow, and waits until WhatsApp sends nothing to the address of its trigger any more. */
export async function unpublish({ n8n, simulator }: World, workflow: SavedWorkflow): Promise<void> {
	// What was sent last may have statuses that are still to come.
	const delays = Object.values(simulator.settings.statusDelaysMs).map((delay) => delay ?? 0);
	await sleep(Math.max(...delays) + spareMs);
	await simulator.settled();
	await n8n.deactivateWorkflow(workflow);
	await until('the removal of the address', async () => {
		const { phoneNumbers, waba, app } = simulator.state;
		const callbacks = [
			...phoneNumbers.map(({ override }) => override),
			waba.override,
			app.subscription,
		];
		for (const callback of callbacks) {
			if (callback && (await fetch(callback.url)).status === 404) return undefined;
		}
		return true;
	});
}
