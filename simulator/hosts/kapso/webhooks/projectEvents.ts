import { randomUUID } from 'node:crypto';
import type { SimulatorContext } from '../../../context';
import { iso } from '../messageJson';
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

/** What a workflow reports. @see https://docs.kapso.ai/docs/platform/webhooks/project-webhooks */
export function executionBody({ state }: SimulatorContext, event: string): Record<string, unknown> {
	const isFailed = event === 'workflow.execution.failed';
	return {
		event,
		occurred_at: iso(Date.now()),
		project_id: kapsoState(state).projectId,
		workflow_id: randomUUID(),
		workflow_execution_id: randomUUID(),
		status: isFailed ? 'failed' : 'handoff',
		tracking_id: 'track-1',
		channel: 'whatsapp',
		whatsapp_conversation_id: randomUUID(),
		...(isFailed
			? { error: { message: 'Workflow execution timed out' } }
			: { handoff: { reason: 'User requested human assistance', source: 'agent_tool' } }),
	};
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
