import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asText, getPath } from '../../graphApi/coerce';
import type { CredentialData } from '../../graphApi/connection';
import { parseJson } from '../../graphApi/json';
import { memoryOf } from '../../memory/memoryOf';
import { Conversations } from '../../shared/conversation/conversations';
import type { WebhookRequest } from '../../shared/requestBody';
import { withQuotedTexts } from '../conversations/rememberTexts';
import { withConversation } from '../conversations/withConversation';
import { withoutPaused } from '../conversations/withoutPaused';
import { Claims } from '../duplicates/claims';
import { seenEventsOf } from '../duplicates/seenEvents';
import { downloadOf } from '../emit/emitItems';
import { eventKey } from '../events/eventKey';
import type { EventItem, EventWithItem } from '../../shared/items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { readOwnRequest } from '../n8n/ownRequests';
import { respond } from '../n8n/respond';
import { logError } from '../n8n/trigger';
import { settingsOf } from '../parameters/collectSettings';
import type { CollectSettings } from '../parameters/collectSettings';
import { readConversationSettings } from '../parameters/conversationSettings';
import { readSettings } from '../parameters/settings';
import type { CollectedMessage, Collections } from './collections';
import { dueAt } from './dueAt';
import { collectedRequest, everything, HandOn } from './handOn';
import { collectedOutput } from './mergeMessages';
import { typeUntilReply } from './typing';

/** Handles the trigger's own request: starts the workflow with what was collected, once in all processes. */
export async function handleCollected(
	context: IWebhookFunctions,
	request: WebhookRequest,
	credential: CredentialData,
): Promise<IWebhookResponseData> {
	const delivery = await readOwnRequest(request, credential, collectedRequest);
	if ('refusal' in delivery) return respond(context, delivery.refusal);
	const body = parseJson(delivery.body.toString('utf8'));
	const name = asText(getPath(body, 'name')) ?? everything;
	const isForced = getPath(body, 'now') === true;

	const settings = settingsOf(readSettings(context).options.collectMessages);
	const handOn = new HandOn(context, credential, settings);
	const { collections } = handOn;
	if (name === everything) {
		await handOn.scheduleAll();
		return {};
	}
	const lease = new Claims(memoryOf(credential), (each) => collections.leaseKey(each), 0);
	if ((await lease.add(name)) !== undefined) {
		return respond(context, { status: 503, text: 'Another process is passing on these messages' });
	}
	try {
		const batch = batchOf(await collections.messages(name), settings, isForced);
		const key = handOn.keyOf(name);
		const output =
			batch.length === 0 ? [] : await outputFor(key, batch, context, settings, credential);
		const response = context.getResponseObject();
		// What n8n has not accepted is passed on again.
		const settle = async () => {
			if (response.statusCode < 400) await finish(name, batch, collections, context, credential);
			await lease.release();
			// What is not due yet, or was more than one execution takes.
			handOn.schedule(name);
		};
		afterResponse(response, settle, logError(context));
		return output.length === 0 ? {} : { workflowData: [output] };
	} catch (error) {
		await lease.release();
		throw error;
	}
}

/**
 * The messages for this execution, oldest first. Empty if they are not due.
 * @param isForced whether to take them before they are due.
 */
function batchOf(
	messages: readonly CollectedMessage[],
	settings: CollectSettings,
	isForced: boolean,
): CollectedMessage[] {
	const arrivals = messages.map(({ at }) => at);
	if (arrivals.length === 0) return [];
	if (!isForced && dueAt(arrivals, settings) > Date.now()) return [];
	return inOrder(messages.slice(0, settings.maximumMessages));
}

/** In the order of Meta's timestamps, which are in whole seconds. Within a second, in the order of arrival. */
export function inOrder<Entry extends EventWithItem & { at: number }>(
	entries: readonly Entry[],
): Entry[] {
	const timeOf = ({ timestamp }: EventItem) => (timestamp === null ? 0 : Date.parse(timestamp));
	return [...entries].sort(
		(one, other) => timeOf(one.item) - timeOf(other.item) || one.at - other.at,
	);
}

/**
 * What the workflow gets: nothing if a person has taken over meanwhile.
 * @param key of the collection.
 */
export async function outputFor(
	key: string,
	batch: readonly EventWithItem[],
	context: IWebhookFunctions,
	settings: CollectSettings,
	credential: CredentialData,
): Promise<INodeExecutionData[]> {
	const { options } = readSettings(context);
	const memory = memoryOf(credential);
	const conversations = new Conversations(memory);
	const about = readConversationSettings(options);
	const current = await withoutPaused(batch, conversations, about);
	const plain = current.map(({ item }) => item);
	const known = await withConversation(plain, conversations, about.words);
	const items = about.remembersTexts ? await withQuotedTexts(known, memory) : known;
	if (items.length === 0) return [];
	if (options.typingIndicator === true) typeUntilReply(key, items, context, credential);
	const files = await downloadOf(items, context, options, credential)();
	return collectedOutput(files, settings.output, options);
}

async function finish(
	name: string,
	batch: readonly CollectedMessage[],
	collections: Collections,
	context: IWebhookFunctions,
	credential: CredentialData,
): Promise<void> {
	// A process that was killed may have stored a message without noting it as seen.
	const seen = await seenEventsOf(context, memoryOf(credential));
	await Promise.all(batch.map(({ event }) => seen.markDone(eventKey(event))));
	await collections.remove(name, batch);
}
