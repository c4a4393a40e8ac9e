import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asObjects, asText, getPath } from '../../graphApi/coerce';
import { ownSecretOf } from '../../graphApi/hosts';
import type { CredentialData } from '../../graphApi/connection';
import { parseJson } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import { memoryOf } from '../../memory/memoryOf';
import type { Store } from '../../memory/store';
import { isFollowUpEvent } from '../../shared/conversation/followUpEvents';
import type { FollowUpEvent } from '../../shared/conversation/followUpEvents';
import { Conversations } from '../../shared/conversation/conversations';
import type { ConversationState } from '../../shared/conversation/conversations';
import { defaultCountryOf } from '../../shared/defaultCountry';
import type { WebhookRequest } from '../../shared/requestBody';
import { isUserId } from '../../shared/userId';
import { isRecent } from '../filters/passesFilters';
import { isAmong } from '../filters/senders';
import { afterResponse } from '../n8n/afterResponse';
import { readOwnRequest } from '../n8n/ownRequests';
import { respond } from '../n8n/respond';
import { ignoredReason, ignoredStatus } from '../n8n/selfRequest';
import { isTestRun, logError, memoryScope } from '../n8n/trigger';
import { readConversationSettings } from '../parameters/conversationSettings';
import { readSettings } from '../parameters/settings';
import type { Settings } from '../parameters/settings';
import { handToTestRun } from '../receive/testRunDelivery';
import { dueOf, silenceOf } from './dueOf';
import type { Due } from './dueOf';
import { tickInterval } from './followUpWatch';
import type { FollowUpRequest, Named } from './followUpWatch';
import { HandledSilences } from './handledSilences';
import { followUpRequest, watchHere } from './watches';

/** The output for a conversation that is due: its state as Conversation: Get State gives it. */
export interface FollowUpItem extends ConversationState {
	event: FollowUpEvent;
}

/** Handles the trigger's own request: starts the workflow for conversations that are due, once in all processes. */
export async function handleFollowUps(
	context: IWebhookFunctions,
	request: WebhookRequest,
	credential: CredentialData,
): Promise<IWebhookResponseData> {
	const delivery = await readOwnRequest(request, credential, followUpRequest);
	if ('refusal' in delivery) return respond(context, delivery.refusal);
	const settings = readSettings(context, defaultCountryOf(credential));
	const memory = memoryOf(credential);
	const { phoneNumberId, due } = readRequest(delivery.body);
	if (isTestRun(context)) {
		const chosen = due.filter(({ event }) => settings.events.includes(event));
		if (chosen.length === 0) {
			return respond(context, { status: ignoredStatus, text: ignoredReason });
		}
		return outputFor(await itemsFor(chosen, phoneNumberId, memory));
	}
	if (settings.followUps === undefined) return {};
	await watchHere(context, credential, settings.followUps);
	const handled = new HandledSilences(memory, memoryScope(context));
	const claims = handled.claims();
	const response = context.getResponseObject();
	const settle = async () => {
		await (response.statusCode < 400 ? claims.finish() : claims.release());
	};
	afterResponse(response, settle, logError(context));
	const items: FollowUpItem[] = [];
	for (const { event, ...state } of await itemsFor(due, phoneNumberId, memory)) {
		const current = dueOf(state, settings.followUps).find((each) => each.event === event);
		if (current === undefined || !isDue(current)) continue;
		if ((await claims.add(silenceOf(state, event))) !== undefined) continue;
		// When the customer last wrote is forgotten at some time, and that begins no silence.
		claims.include(silenceOf({ ...state, lastMessageInAt: null }, event));
		if (startsFor(state, current, settings)) items.push({ event, ...state });
	}
	if (items.length === 0) return {};
	const again: FollowUpRequest = { phoneNumberId, due: items.map(nameOf) };
	const body = Buffer.from(JSON.stringify(again));
	const kind = followUpRequest;
	const isTaken = await handToTestRun(body, context, ownSecretOf(credential), { kind });
	return isTaken ? {} : outputFor(items);
}

/** Clocks of two machines differ a little. */
function isDue({ at, before }: Due, now = Date.now()): boolean {
	return at <= now + tickInterval && before > now;
}

/** Whether the workflow starts. While a person replies, or for a customer who opted out, it does not. */
function startsFor(
	state: ConversationState,
	due: Due,
	{ filters, options }: Pick<Settings, 'filters' | 'options'>,
): boolean {
	if (state.optedOutAt !== null) return false;
	const { whilePaused } = readConversationSettings(options);
	if (state.pausedUntil !== null && whilePaused !== 'startPaused') return false;
	const timestamp = new Date(due.at).toISOString();
	if (!isRecent({ timestamp }, filters, Date.now())) return false;
	const [from, userId] = isUserId(state.customer) ? [null, state.customer] : [state.customer, null];
	const { senders } = filters;
	return (
		senders === undefined || isAmong(senders, { from, userId, recipient: null, username: null })
	);
}

async function itemsFor(
	due: readonly Named[],
	phoneNumberId: string,
	store: Store,
): Promise<FollowUpItem[]> {
	const conversations = new Conversations(store);
	return await Promise.all(
		due.map(async ({ event, customer }) => ({
			event,
			...(await conversations.stateOf({ phoneNumberId, users: [customer] })),
		})),
	);
}

function outputFor(items: readonly FollowUpItem[]): IWebhookResponseData {
	return { workflowData: [items.map((item) => ({ json: { ...item } }))] };
}

function nameOf({ event, customer }: FollowUpItem): Named {
	return { event, customer };
}

/** What the request says, which we have signed. */
function readRequest(body: Buffer): FollowUpRequest {
	const request = parseJson(body.toString('utf8'));
	const due = asObjects<JsonObject>(getPath(request, 'due') as JsonValue).flatMap(
		({ event, customer }) =>
			isFollowUpEvent(event) && typeof customer === 'string' ? [{ event, customer }] : [],
	);
	return { phoneNumberId: asText(getPath(request, 'phoneNumberId')) ?? '', due };
}
