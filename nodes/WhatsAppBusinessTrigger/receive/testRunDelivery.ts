import type { IWebhookFunctions } from 'n8n-workflow';

import { ignoredReason, sendToSelf, testRunHeader } from '../n8n/selfRequest';
import { isTestRun } from '../n8n/trigger';
import { beginTestRun, endTestRun, waitingTestRun } from '../registration/testRuns';

/**
 * Hands a delivery of production to the test run that waits for one.
 * @param takesMore whether it also takes those that arrive while it collects messages; it then says itself when it has
 * enough. Otherwise it takes one.
 * @returns whether the test run took it.
 */
export async function handToTestRun(
	body: Buffer,
	context: IWebhookFunctions,
	appSecret: string | undefined,
	takesMore: boolean,
): Promise<boolean> {
	const url = isTestRun(context) ? undefined : waitingTestRun(context);
	if (url === undefined) return false;
	// Those that arrive meanwhile are for production.
	if (!takesMore) endTestRun(context);
	const headers = { [testRunHeader]: '1' };
	const refusal = await sendToSelf(url, body, appSecret, 'delivery to a test run', { headers });
	if (refusal === ignoredReason) beginTestRun(context, url);
	else if (refusal !== undefined) endTestRun(context);
	return refusal === undefined;
}
