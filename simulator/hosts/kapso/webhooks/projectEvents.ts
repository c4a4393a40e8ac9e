import type { SimulatorContext } from '../../../context';
import { kapsoState } from '../state';
import { deliver } from './deliver';

interface About {
	phoneNumberId: string;
	customerId?: string;
}

/** Delivers what happened to the webhooks of the project that want to know. */
export function reportToProject(simulator: SimulatorContext, event: string, about: About): void {
	for (const webhook of kapsoState(simulator.state).webhooks) {
		if (webhook.phoneNumberId !== undefined || !webhook.events.includes(event)) continue;
		deliver(simulator, webhook, { event, body: projectBody(simulator, about) });
	}
}

/** @see https://docs.kapso.ai/docs/platform/webhooks/project-webhooks */
export function projectBody(
	{ state }: SimulatorContext,
	{ phoneNumberId, customerId }: About,
): Record<string, unknown> {
	return {
		phone_number_id: phoneNumberId,
		project: { id: kapsoState(state).projectId },
		customer: customerId === undefined ? null : { id: customerId },
	};
}
