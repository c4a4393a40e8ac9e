import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import { triggerKey } from '../n8n/trigger';

type Context = IHookFunctions | IWebhookFunctions;

/** Addresses of the test runs that wait for an event in this process, by trigger. */
const waiting = processState(() => new Map<string, string>());

/**
 * Whether production and test runs are in one process, so that one can hand deliveries to the other. Then
 * WhatsApp need not know of a test run, and nothing is to be put back when it is cut off.
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/scaling/enable-queue-mode
 */
export function sharesProcess(): boolean {
	return process.env.EXECUTIONS_MODE !== 'queue';
}

/** Has production hand its deliveries to a test run. */
export function beginTestRun(context: Context, testUrl: string): void {
	waiting().set(triggerKey(context), testUrl);
}

export function endTestRun(context: Context): void {
	waiting().delete(triggerKey(context));
}

/** The address of the test run that waits for a delivery, or undefined. */
export function waitingTestRun(context: Context): string | undefined {
	return waiting().size === 0 ? undefined : waiting().get(triggerKey(context));
}
