import type { IWebhookFunctions } from 'n8n-workflow';

import type { RequestKind } from '../n8n/ownRequests';
import { ignoredReason, sendToSelf, testRunHeader } from '../n8n/selfRequest';
import { isTestRun } from '../n8n/trigger';
import { beginTestRun, endTestRun, waitingTestRun } from '../registration/testRuns';

type HandedOver = Pick<RequestKind, 'purpose'> & Partial<RequestKind>;

interface HandOver {
	/**
	 * Whether it also takes those that arrive while it collects messages; it then says itself when it has enough.
	 * Otherwise it takes one.
	 */
	takesMore?: boolean;
	/** Kind of request, if it is not a delivery of the host. */
	kind?: HandedOver;
	/** What the host says of the body in headers. */
	headers?: Record<string, string>;
}

const delivery: HandedOver = { purpose: 'delivery to a test run' };

/**
 * Hands a delivery of production to the test run that waits for one.
 * @param secret to sign with.
 * @returns whether the test run took it.
 */
export async function handToTestRun(
	body: Buffer,
	context: IWebhookFunctions,
	secret: string,
	{ takesMore = false, kind = delivery, headers: ofBody }: HandOver = {},
): Promise<boolean> {
	const url = isTestRun(context) ? undefined : waitingTestRun(context);
	if (url === undefined) return false;
	// Those that arrive meanwhile are for production.
	if (!takesMore) endTestRun(context);
	const { header, purpose } = kind;
	const headers = {
		...ofBody,
		[testRunHeader]: '1',
		...(header !== undefined && { [header]: '1' }),
	};
	const refusal = await sendToSelf(url, body, secret, purpose, { headers });
	if (refusal === ignoredReason) beginTestRun(context, url);
	else if (refusal !== undefined) endTestRun(context);
	return refusal === undefined;
}
