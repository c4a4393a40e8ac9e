import type { IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { HttpResponse } from '../../shared/httpResponse';

/** Answers a request at once. An execution starts only if the result gets `workflowData` as well. */
export function respond(
	context: IWebhookFunctions,
	{ status, text }: HttpResponse,
): IWebhookResponseData {
	const response = context.getResponseObject();
	if (response.headersSent) return { noWebhookResponse: true };
	response.status(status).type('text/plain');
	// A refused body may be unread; what is left of it must not be taken for the next request.
	if (status >= 400) response.set('connection', 'close');
	response.send(text);
	return { noWebhookResponse: true };
}

/** Writes to n8n's log what went wrong, with the name of the node. */
export function logError(context: IWebhookFunctions): (what: string) => void {
	return (what) => context.logger.error(`'${context.getNode().name}': ${what}`);
}

/** What went wrong, for the log. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : 'unknown error';
}

/** Whether this is a test run in the editor. */
export function isTestRun(context: IWebhookFunctions): boolean {
	return context.getMode() === 'manual';
}

/** Tells the triggers of this n8n apart. */
export function triggerKey(context: IHookFunctions | IWebhookFunctions): string {
	return `${String(context.getWorkflow().id)}/${context.getNode().id}`;
}
