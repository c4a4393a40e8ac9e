import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { accountOf, appSecretOf, webhookVerifyToken } from '../../graphApi/connection';
import type { CredentialData } from '../../graphApi/connection';
import { Replies } from '../replies/replies';
import { respond, logError, isTestRun, reasonOf } from '../n8n/trigger';
import { readCredential } from '../../shared/credential';
import { readDelivery } from '../../shared/delivery';
import { splitPayload } from '../events/splitPayload';
import { handleFlow } from '../flow/webhook';
import { wantedEvents, withoutReplies, withoutDuplicates } from '../filters/selectEvents';
import type { Incoming } from '../filters/selectEvents';
import { itemOf } from '../items/toItem';
import { staticDataOf } from '../registration/staticData';
import { testRunHeader, ignoredStatus, ignoredReason, sendToSelf } from '../n8n/selfRequest';
import { parsePayload } from '../events/parsePayload';
import { recentCredential } from './recentCredential';
import type { WebhookRequest } from '../../shared/requestBody';
import { splitExecutions } from '../emit/splitExecutions';
import { listenedNumber, readSettings } from '../parameters/settings';
import type { Settings } from '../parameters/settings';
import { emitItems } from '../emit/emitItems';
import { beginTestRun, endTestRun, waitingTestRun } from '../registration/testRuns';
import { respondToVerification } from './verification';

/**
 * Handles a request to an address of the trigger: Meta's check of the address, a delivery, or a request of
 * a Flow. A refused request is answered here, starts no execution and is not logged. Nothing is thrown:
 * n8n would make a failed execution of it, for every request anyone sends.
 */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const request = this.getRequestObject() as unknown as WebhookRequest & { method: string };
		const isSetup = this.getWebhookName() === 'setup';
		if (isSetup && request.method === 'GET') {
			const query = this.getQueryData() as IDataObject;
			const verifyToken = webhookVerifyToken(await readCredential(this));
			return respond(this, respondToVerification(query, verifyToken));
		}
		const credential = await recentCredential(this);
		const settings = readSettings(this);
		return isSetup
			? await handleFlow(this, request, settings, credential, appSecretOf(credential))
			: await handleDelivery(this, request, settings, credential);
	} catch (error) {
		logError(this)(`A webhook can't be taken in: ${reasonOf(error)}`);
		// Meta tries again later.
		return respond(this, { status: 500, text: 'The trigger is not set up correctly' });
	}
}

async function handleDelivery(
	context: IWebhookFunctions,
	request: WebhookRequest,
	settings: Settings,
	credential: CredentialData,
): Promise<IWebhookResponseData> {
	const appSecret = appSecretOf(credential);
	const acceptUnsigned = settings.options.acceptUnsigned === true;
	const delivery = await readDelivery(request, { appSecret, acceptUnsigned, unsignedStatus: 401 });
	if ('refusal' in delivery) return respond(context, delivery.refusal);
	const payload = parsePayload(delivery.body);
	if (!payload) {
		const text = 'The body is not a webhook of a WhatsApp Business Account';
		return respond(context, { status: 400, text });
	}
	if (await takenByTestRun(delivery.body, context, appSecret)) return {};
	const events = splitPayload(payload);
	const incoming = await withoutReplies(
		events.map((event) => ({ event, item: itemOf(event) })),
		new Replies(context, appSecret),
		settings.options.startOnAnswers === true,
	);
	const { phoneNumberId: registered } = staticDataOf(context);
	const number = listenedNumber(settings, accountOf(credential), registered);
	const wanted = wantedEvents(incoming, settings, number, logError(context));
	const ours = await ownShare(wanted, context, settings, appSecret);
	const items = withoutDuplicates(ours, context).map(({ item }) => item);
	const nothingTaken = items.length === 0 && incoming.length === events.length;
	if (nothingTaken && testRunHeader in request.headers) {
		return respond(context, { status: ignoredStatus, text: ignoredReason });
	}
	return await emitItems(items, context, settings.options, credential);
}

/** Hands a delivery of production to a test run that waits for one. */
async function takenByTestRun(
	body: Buffer,
	context: IWebhookFunctions,
	appSecret: string | undefined,
): Promise<boolean> {
	const url = isTestRun(context) ? undefined : waitingTestRun(context);
	if (url === undefined) return false;
	// It takes one; what comes meanwhile is for production.
	endTestRun(context);
	const refusal = await sendToSelf(url, body, appSecret, { [testRunHeader]: '1' });
	if (refusal === ignoredReason) beginTestRun(context, url);
	return refusal === undefined;
}

/** What this request starts the workflow with: everything, or one event when each has an execution. */
async function ownShare(
	incoming: readonly Incoming[],
	context: IWebhookFunctions,
	{ options }: Settings,
	appSecret: string | undefined,
): Promise<readonly Incoming[]> {
	if (options.separateExecutions !== true || isTestRun(context)) return incoming;
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) return incoming;
	const events = incoming.map(({ event }) => event);
	const own = new Set(await splitExecutions(events, url, appSecret, logError(context)));
	return incoming.filter(({ event }) => own.has(event));
}
