import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Returns a function that writes an error to n8n's log, with the name of the node. */
export function logError(context: IWebhookFunctions): (what: string) => void {
	return (what) => context.logger.error(`'${context.getNode().name}': ${what}`);
}

/** The message of an error, for the log. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : 'unknown error';
}

/** Whether this is a test run in the editor. */
export function isTestRun(context: IWebhookFunctions): boolean {
	return context.getMode() === 'manual';
}

/** Identifies a trigger among all triggers of this n8n instance. */
export function triggerKey(context: IHookFunctions | IWebhookFunctions): string {
	return `${String(context.getWorkflow().id)}/${context.getNode().id}`;
}
