import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asObject } from '../../graphApi/coerce';
import { accountOf } from '../../graphApi/connection';
import { ownSecretsOf, webhooksOf } from '../../graphApi/hosts';
import type { CredentialData } from '../../graphApi/connection';
import type { HostWebhooks } from '../../graphApi/webhooks/hostWebhooks';
import type { Signer } from '../../graphApi/webhooks/signer';
import { memoryOf } from '../../memory/memoryOf';
import { rememberDisplayNumber } from '../../shared/account/displayNumbers';
import { Conversations } from '../../shared/conversation/conversations';
import { defaultCountryOf } from '../../shared/defaultCountry';
import { readDelivery } from '../../shared/delivery';
import { headersIn } from '../../shared/requestBody';
import type { WebhookRequest } from '../../shared/requestBody';
import { claimsToBeOf, ourselves } from '../../shared/signature';
import { StatusTokens } from '../../shared/statusTokens';
import { collectMessages, separate } from '../collect/collectMessages';
import { handleCollected } from '../collect/handleCollected';
import { collectedRequest } from '../collect/handOn';
import { noteAll } from '../conversations/noteAll';
import { noteTexts, withQuotedTexts } from '../conversations/rememberTexts';
import { withConversation } from '../conversations/withConversation';
import { withoutPaused } from '../conversations/withoutPaused';
import { StillPending } from '../duplicates/seenEvents';
import { withoutDuplicates } from '../duplicates/withoutDuplicates';
import { emitItems } from '../emit/emitItems';
import { splitExecutions } from '../emit/splitExecutions';
import { parsePayload } from '../events/parsePayload';
import { splitPayload } from '../../shared/events/splitPayload';
import { isListenedTo, selectEvents } from '../filters/selectEvents';
import { handleFlow } from '../flow/handleFlow';
import { handleFollowUps } from '../followUps/handleFollowUps';
import { followUpRequest, watchHere } from '../followUps/watches';
import { forwardingRequest, forwardLater, handleForwarding } from '../forward/forwarding';
import { withItem } from '../../shared/items/toItem';
import { respond } from '../n8n/respond';
import { ignoredReason, ignoredStatus, testRunHeader } from '../n8n/selfRequest';
import { isTestRun, logError, logRarely, reasonOf } from '../n8n/trigger';
import { readCollectSettings } from '../parameters/collectSettings';
import { readConversationSettings } from '../parameters/conversationSettings';
import {
	acceptsUnsigned,
	listenedAccount,
	listenedNumber,
	readSettings,
} from '../parameters/settings';
import { staticDataOf } from '../registration/staticData';
import { Deliveries } from '../replies/deliveries';
import { respondToLateReplies } from '../replies/lateReplies';
import { Replies } from '../replies/replies';
import { withoutReplies } from '../replies/withoutReplies';
import { currentEvents } from './currentEvents';
import { recentCredential } from './recentCredential';
import { handToTestRun } from './testRunDelivery';
import { settleSendOnce } from './settleSendOnce';
import { withStatusTokens } from './withStatusTokens';
import { respondToVerification } from './verification';

/** Milliseconds. Meta verifies a URL right after the credential may have changed. */
const verificationMaximumAge = 1_000;

/**
 * Handles a request to a webhook URL of the trigger: Meta's verification of the URL, a delivery, or a
 * request of a Flow. A refused request gets its response here, starts no execution and is not logged, except once a
 * minute where a host other than Meta may still deliver with the secret of an earlier key.
 * Nothing is thrown: n8n would create a failed execution for every request that anyone sends.
 */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const arrivedAt = Date.now();
	try {
		const request = this.getRequestObject();
		const isSetup = this.getWebhookName() === 'setup';
		if (isSetup && request.method === 'GET') {
			const query = this.getQueryData() as IDataObject;
			const verifyToken = async () =>
				webhooksOf(await recentCredential(this, verificationMaximumAge)).verifyToken;
			return respond(this, await respondToVerification(query, verifyToken));
		}
		const credential = await recentCredential(this);
		if (isSetup) return await handleFlow(this, request, credential);
		if (collectedRequest.header in request.headers) {
			return await handleCollected(this, request, credential);
		}
		if (followUpRequest.header in request.headers) {
			return await handleFollowUps(this, request, credential);
		}
		if (forwardingRequest.header in request.headers) {
			return await handleForwarding(this, request, credential);
		}
		return await handleDelivery(this, request, credential, arrivedAt);
	} catch (error) {
		if (error instanceof StillPending) return respond(this, { status: 503, text: error.message });
		logRarely(this)(`Could not process a webhook: ${reasonOf(error)}`);
		// Meta delivers it again later.
		return respond(this, { status: 500, text: 'The trigger is not set up correctly' });
	}
}

/** A delivery of the host, step by step. */
async function handleDelivery(
	context: IWebhookFunctions,
	request: WebhookRequest,
	credential: CredentialData,
	arrivedAt: number,
): Promise<IWebhookResponseData> {
	const webhooks = webhooksOf(credential);
	const { signer, readPayload, headersOfBody = [], keepsCallbackData = true } = webhooks;
	const ownSecrets = ownSecretsOf(credential);
	const [ownSecret] = ownSecrets;
	const delivery = await readDelivery(request, {
		signers: signersOf(context, signer, ownSecret),
		acceptUnsigned: () => acceptsUnsigned(context, signer),
		unsignedStatus: 401,
	});
	if ('refusal' in delivery) {
		if (claimsToBeFromHost(request, webhooks)) logRarely(context)(otherSecret);
		return respond(context, delivery.refusal);
	}
	// Settings may hold expressions, which nobody but a signer may have evaluated.
	const settings = readSettings(context, defaultCountryOf(credential));
	const { filters, options } = settings;

	const isOfHost = delivery.signer === signer;
	// A test run gets what the host has delivered as it is. What else we send ourselves has Meta's form.
	const isAsDelivered = isOfHost || isTestRun(context);
	const payload = parsePayload(
		delivery.body,
		request.headers,
		isAsDelivered ? readPayload : undefined,
	);
	if (!payload) {
		const text = 'The body is not a webhook of a WhatsApp Business Account';
		return respond(context, { status: 400, text });
	}
	const arrived = splitPayload(payload).map(withItem);
	if (signer !== undefined && isOfHost) {
		const forwarded = { body: delivery.body, signer, headersOfBody, events: arrived };
		await forwardLater(forwarded, options.forwardTo, context, credential);
	}
	const collecting = readCollectSettings(options.collectMessages);
	const takesMore = collecting !== undefined;
	const headers = headersIn(request, headersOfBody);
	if (await handToTestRun(delivery.body, context, ownSecret, { takesMore, headers })) return {};

	const memory = memoryOf(credential);
	const current = currentEvents(arrived, context);
	const received =
		keepsCallbackData || !isAsDelivered
			? current
			: await withStatusTokens(current, new StatusTokens(memory, ownSecret));
	for (const { event } of received) {
		const { phone_number_id, display_phone_number } = asObject(event.value.metadata);
		rememberDisplayNumber(phone_number_id, display_phone_number);
	}
	const conversations = new Conversations(memory);
	const about = readConversationSettings(options);
	const receivedItems = received.map(({ item }) => item);
	// The memory writes it together with what the following steps write.
	const noted = noteAll(receivedItems, memory, about);
	// A step before the one that waits for it may fail first.
	noted.catch(() => undefined);
	settleSendOnce(received, context, credential);
	const takers = {
		replies: new Replies(context, ownSecrets, memory, noted, keepsCallbackData),
		deliveries: new Deliveries(context, ownSecrets, memory, noted),
	};
	const forWorkflow = await withoutReplies(received, takers, options.startOnAnswers === true);

	const registered = staticDataOf(context);
	const account = accountOf(credential);
	const selection = {
		events: settings.events,
		filters,
		phoneNumberId: listenedNumber(settings, webhooks, account, registered),
		wabaId: listenedAccount(settings, account, registered.wabaId),
	};
	const remembered = about.remembersTexts
		? noteTexts(
				receivedItems.filter((item) => isListenedTo(item, selection)),
				context,
				memory,
			)
		: undefined;
	remembered?.catch(() => undefined);
	if (about.whilePaused === 'startNothing') await noted;
	const forNow = await withoutPaused(forWorkflow, conversations, about);
	const selected = selectEvents(forNow, selection, logError(context));

	const { held, others } = separate(selected, collecting);
	const forThisExecution =
		options.separateExecutions === true
			? await splitExecutions(others, context, ownSecret)
			: others;
	const fresh = await withoutDuplicates([...held, ...forThisExecution], context, memory);
	const toCollect = separate(fresh, collecting);
	// n8n gives a test run one execution, so that it takes all at once if there is more than messages.
	const isCollected = !isTestRun(context) || toCollect.others.length === 0;
	const isHeld = collecting !== undefined && isCollected && toCollect.held.length > 0;
	const freshItems = (isHeld ? toCollect.others : fresh).map(({ item }) => item);
	await Promise.all([noted, remembered]);
	const known =
		options.outputRaw === true
			? freshItems
			: await withConversation(freshItems, conversations, about.words);
	const items = about.remembersTexts ? await withQuotedTexts(known, memory) : known;

	const collection = isHeld
		? await collectMessages(toCollect.held, context, collecting, options, credential, arrivedAt)
		: undefined;
	if (collection?.workflowData) return collection;
	const isIgnored =
		items.length === 0 && collection === undefined && forWorkflow.length === received.length;
	if (isIgnored && testRunHeader in request.headers) {
		return respond(context, { status: ignoredStatus, text: ignoredReason });
	}
	if (settings.followUps !== undefined && !isTestRun(context)) {
		watchHere(context, credential, settings.followUps).catch((error: unknown) => {
			logError(context)(`Could not watch for chats that are due: ${reasonOf(error)}`);
		});
	}
	const late = forNow.map(({ item }) => item);
	respondToLateReplies(late, context, options.lateReplyText, credential, memory);
	return await emitItems(items, context, options, credential);
}

/** A secret that is derived from the key is another one once the key has been replaced. */
const otherSecret =
	"Refused a webhook, because its secret does not match the credential. If the key, token or password there has been replaced, unpublish the workflow and publish it again. With 'By Hand' in 'Registration', enter the new secret at the host. With Turn.io, check 'Webhook Secret' in the credential.";

function claimsToBeFromHost(
	request: WebhookRequest,
	{ signer, registration }: HostWebhooks,
): boolean {
	return signer !== undefined && registration !== undefined && claimsToBeOf(signer, request);
}

/** The host, and this trigger when it splits a delivery or hands it to a test run. */
function signersOf(
	context: IWebhookFunctions,
	host: Signer | undefined,
	ownSecret: string,
): Signer[] {
	const purpose = isTestRun(context) ? 'delivery to a test run' : 'event in its own execution';
	const own = ourselves(ownSecret, purpose);
	return host === undefined ? [own] : [host, own];
}
