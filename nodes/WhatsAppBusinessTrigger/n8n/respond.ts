import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { HttpResponse } from '../../shared/httpResponse';

/** Responds to the request now. An execution starts only if `workflowData` is added to the result. */
export function respond(
	context: IWebhookFunctions,
	{ status, text }: HttpResponse,
): IWebhookResponseData {
	const response = context.getResponseObject();
	if (response.headersSent) return { noWebhookResponse: true };
	response.status(status).type('text/plain');
	// The body of a refused request may be unread; the rest of it must not be parsed as the next request.
	if (status >= 400) response.set('connection', 'close');
	response.send(text);
	return { noWebhookResponse: true };
}
