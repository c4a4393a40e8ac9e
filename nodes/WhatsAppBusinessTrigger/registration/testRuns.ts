import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import { triggerKey } from '../n8n/trigger';

type Context = IHookFunctions | IWebhookFunctions;

/** Webhook URLs of test runs that wait for an event in this process, by trigger. */
const waiting = processState(() => new Map<string, string>());

/** Whether n8n activates the trigger for a test run. n8n does not say which activation a deactivation ends. */
export function isTestRun(context: IHookFunctions): boolean {
	return context.getActivationMode() === 'manual';
}

/** Lets production hand its deliveries to a test run. */
export function beginTestRun(context: Context, testUrl: string): void {
	waiting().set(triggerKey(context), testUrl);
}

/** Stops handing deliveries to the test run. */
export function endTestRun(context: Context): void {
	waiting().delete(triggerKey(context));
}

/** Returns the webhook URL of the test run that waits for a delivery, or undefined. */
export function waitingTestRun(context: Context): string | undefined {
	return waiting().size === 0 ? undefined : waiting().get(triggerKey(context));
}
