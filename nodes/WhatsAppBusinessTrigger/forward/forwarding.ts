import type { IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import type { Signer } from '../../graphApi/webhooks/signer';
import { memoryOf } from '../../memory/memoryOf';
import type { Memory } from '../../memory/memory';
import { wayPrefix } from '../../shared/conversation/collectionKeys';
import { readCredential } from '../../shared/credential';
import { egressFilterOf } from '../../shared/egressFilter';
import { InputError } from '../../shared/inputError';
import { headersIn } from '../../shared/requestBody';
import type { WebhookRequest } from '../../shared/requestBody';
import { seenEventsOf } from '../duplicates/seenEvents';
import { isMetaSample } from '../events/metaSample';
import { Lease } from '../followUps/lease';
import type { EventWithItem } from '../../shared/items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { OwnRequests, readOwnRequest } from '../n8n/ownRequests';
import type { RequestKind } from '../n8n/ownRequests';
import { respond } from '../n8n/respond';
import { isTestRun, logError, logRarely, memoryScope, triggerKey } from '../n8n/trigger';
import { digestOf } from '../../shared/digestOf';
import { keepWay } from '../n8n/ways';
import { isForwarding, readForwardTo } from '../parameters/forwardTo';
import { readSettings } from '../parameters/settings';
import { Forwarder } from './forwarder';
import type { Target } from './sendOn';
import { hoursToWait, WaitingDeliveries } from './waitingDeliveries';
import type { SignedDelivery } from './waitingDeliveries';

/** The request with which a trigger goes on with what waits, after a start of n8n. */
export const forwardingRequest: RequestKind = {
	header: 'x-forward-waiting',
	purpose: 'forwarding',
};

/** Milliseconds for which the way and the target are known; while webhooks come in, both are written again each hour. */
const hour = 3_600_000;
const wayLifetime = 2 * hoursToWait * hour;

type Context = IHookFunctions | IWebhookFunctions;

/** A delivery that has been checked. */
interface SignedBody {
	body: Buffer;
	signer: Signer;
	/** Names of the headers that go with the body. */
	headersOfBody: readonly string[];
	events: readonly EventWithItem[];
}

interface Running {
	forwarder: Forwarder;
	memory: Memory;
	/** When the way was kept, in Unix milliseconds. */
	wayKeptAt: number;
}

/** The forwarders of this process, by trigger. */
const running = processState(
	() => new Map<string, Running>(),
	(all) => all.forEach(({ forwarder }) => forwarder.stop()),
);

/**
 * Keeps a delivery of the host for the second system. Settles before the response to Meta; it is sent after that. Meta's
 * duplicate of it is not forwarded, but each click on the button 'Test' is.
 * @param stored the option 'Forward To (URL)'.
 * @throws StillPending if another process is keeping the same delivery.
 */
export async function forwardLater(
	{ body, signer, headersOfBody, events }: SignedBody,
	stored: unknown,
	context: IWebhookFunctions,
	credential: CredentialData,
): Promise<void> {
	if (!isForwarding(stored) || isTestRun(context)) return;
	const request = context.getRequestObject();
	const headers = headersIn(request, headersOfBody);
	const delivery = { body, headers, ...headersOf(request, signer) };
	const { forwarder, memory } = await runningFor(context, stored, credential);
	const keep = () => forwarder.keep(delivery, laneFor(events));
	if (events.some(({ item }) => isMetaSample(item))) await keep();
	else await onlyOnce(delivery.signature ?? digestOf(body), keep, context, memory);
	const send = () => {
		forwarder.wake();
		return Promise.resolve();
	};
	afterResponse(context.getResponseObject(), send, logError(context));
}

/** Handles the trigger's own request after a start of n8n: forwards what waits. */
export async function handleForwarding(
	context: IWebhookFunctions,
	request: WebhookRequest,
	credential: CredentialData,
): Promise<IWebhookResponseData> {
	const delivery = await readOwnRequest(request, credential, forwardingRequest);
	if ('refusal' in delivery) return respond(context, delivery.refusal);
	const { forwardTo } = readSettings(context).options;
	if (!isTestRun(context)) await wake(context, forwardTo, credential);
	return {};
}

/** While the trigger is published: forwards what waits from an earlier process or publication. */
export async function forwardWhilePublished(context: IHookFunctions): Promise<void> {
	await stopForwarding(context);
	await wake(context, readSettings(context).options.forwardTo, await readCredential(context));
}

/** When the trigger is unpublished, in all processes. What waits is kept for the next publication. */
export async function stopForwarding(context: Context): Promise<void> {
	running().get(triggerKey(context))?.forwarder.stop();
	running().delete(triggerKey(context));
	const memory = memoryOf(await readCredential(context));
	await memory.delete(targetKey(context));
}

async function wake(context: Context, stored: unknown, credential: CredentialData): Promise<void> {
	if (!isForwarding(stored)) return;
	const { forwarder } = await runningFor(context, stored, credential);
	forwarder.wake();
}

/** The forwarder of the trigger, with the current URL. */
async function runningFor(
	context: Context,
	stored: unknown,
	credential: CredentialData,
): Promise<Running> {
	const key = triggerKey(context);
	const memory = memoryOf(credential);
	let found = running().get(key);
	if (found?.memory !== memory) {
		found?.forwarder.stop();
		found = { forwarder: newForwarder(context, memory), memory, wayKeptAt: 0 };
		running().set(key, found);
	}
	const target = targetOf(context, stored);
	found.forwarder.target = target;
	const isDue = Date.now() - found.wayKeptAt > hour;
	if (target !== undefined) await keepTarget(target, context, memory, isDue);
	if (isDue) {
		found.wayKeptAt = Date.now();
		await keepWayToForward(context, credential, memory);
	}
	return found;
}

function newForwarder(context: Context, memory: Memory): Forwarder {
	const scope = memoryScope(context);
	const lease = new Lease(memory, `forwarder:${scope}`);
	const key = targetKey(context);
	const isPublished = async ({ url }: Target) => (await memory.get(key)) === digestOf(url.href);
	const waiting = new WaitingDeliveries(memory, scope);
	return new Forwarder(waiting, lease, logRarely(context), isPublished);
}

/** Keeps a digest of the URL, so that no process sends to an earlier one, or once the trigger is unpublished. */
async function keepTarget(
	{ url }: Target,
	context: Context,
	memory: Memory,
	isDue: boolean,
): Promise<void> {
	const key = targetKey(context);
	const digest = digestOf(url.href);
	const isKnown = !isDue && (await memory.get(key)) === digest;
	if (!isKnown) await memory.set(key, digest, wayLifetime);
}

function targetKey(context: Context): string {
	return `forwardingTo:${memoryScope(context)}`;
}

/** Undefined if an expression gives an invalid URL, which the log says. */
function targetOf(context: Context, stored: unknown): Target | undefined {
	try {
		return { url: readForwardTo(stored), egress: egressFilterOf(context) };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		logRarely(context)(`${error.message}. ${error.todo} Until then webhooks wait.`);
		return undefined;
	}
}

async function keepWayToForward(
	context: Context,
	credential: CredentialData,
	memory: Memory,
): Promise<void> {
	const way = JSON.stringify(new OwnRequests(context, credential, forwardingRequest).wayTo({}));
	const name = `${memoryScope(context)}/forward`;
	await memory.set(wayPrefix + name, way, wayLifetime);
	await keepWay(name, way, credential);
}

/**
 * Without a claim that is finished, the host delivers it again, and then it is kept.
 * @param bytes stands for the bytes of the body: a signature that they have been compared with, or their digest.
 */
async function onlyOnce(
	bytes: string,
	keep: () => Promise<void>,
	context: IWebhookFunctions,
	memory: Memory,
): Promise<void> {
	const seen = await seenEventsOf(context, memory);
	const claims = await seen.take([`forward ${bytes}`]);
	if (claims.names.size === 0) return;
	try {
		await keep();
		await claims.finish();
	} catch (error) {
		await claims.release();
		throw error;
	}
}

/** Deliveries about the same customer go out in order. Those about nobody, in any. */
function laneFor(events: readonly EventWithItem[]): string {
	const known = events.find(({ item }) => item.customer !== null);
	return known === undefined ? '' : digestOf(known.item.customer ?? '');
}

function headersOf(
	{ headers }: WebhookRequest,
	signer: Signer,
): Omit<SignedDelivery, 'body' | 'headers'> {
	const type = headers['content-type'] ?? '';
	return {
		contentType: /^[\x20-\x7e]{1,200}$/.test(type) ? type : 'application/json',
		// A secret that goes with each delivery is nobody else's business.
		...(signer.isSecret !== true && {
			signatureHeader: signer.name,
			signature: String(headers[signer.name]),
		}),
	};
}
