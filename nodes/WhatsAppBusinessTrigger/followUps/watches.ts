import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { ownSecretOf } from '../../graphApi/hosts';
import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import { memoryOf } from '../../memory/memoryOf';
import { readCredential } from '../../shared/credential';
import { sharesProcess } from '../../shared/sharesProcess';
import { OwnRequests } from '../n8n/ownRequests';
import type { RequestKind } from '../n8n/ownRequests';
import { rememberOrigin } from '../n8n/thisProcess';
import { logRarely, memoryScope, reasonOf, triggerKey } from '../n8n/trigger';
import { keepWay } from '../n8n/ways';
import type { Way } from '../n8n/ways';
import type { FollowUpSettings } from '../parameters/followUpSettings';
import { readSettings } from '../parameters/settings';
import { FollowUpWatch, tickInterval } from './followUpWatch';
import type { FollowUpRequest } from './followUpWatch';
import { HandledSilences } from './handledSilences';
import { Lease } from './lease';
import { isSame, Publications, settingsText } from './publication';
import type { Publication } from './publication';

/** The request with which the trigger starts its workflow for conversations. */
export const followUpRequest: RequestKind = { header: 'x-follow-ups', purpose: 'follow-ups' };

/** Items in one execution, at most. */
const itemsAtOnce = 100;

type Context = IHookFunctions | IWebhookFunctions;

interface Running {
	timer: NodeJS.Timeout;
	/** With which it signs. */
	secret: string;
	end(): Promise<void>;
}

/** The watches of this process, by trigger. */
const running = processState(
	() => new Map<string, Running>(),
	(all) => all.forEach(({ timer }) => clearInterval(timer)),
);

/** While the trigger is published: watches the conversations of a number, in one process. */
export async function watchWhilePublished(
	context: IHookFunctions,
	phoneNumberId: string,
): Promise<void> {
	await stopWatching(context);
	const { followUps } = readSettings(context);
	if (followUps === undefined) return;
	const watched = watchedBy(context, await readCredential(context), followUps);
	const { publications, requests } = watched;
	const way = beginning(requests, phoneNumberId);
	const publication = await publications.begin(phoneNumberId, followUps, way);
	await watched.keepHere(way);
	watch(context, watched, publication);
}

/**
 * Watches in this process as well, if the trigger is published: the other process may end. After a change of the
 * credential it watches anew.
 */
export async function watchHere(
	context: IWebhookFunctions,
	credential: CredentialData,
	followUps: FollowUpSettings,
): Promise<void> {
	rememberOrigin(context.getRequestObject().socket);
	const isWatched = () => running().get(keyOf(context, false))?.secret === ownSecretOf(credential);
	if (isWatched()) return;
	const watched = watchedBy(context, credential, followUps);
	const publication = await watched.publications.read();
	if (publication?.settings !== settingsText(followUps) || isWatched()) return;
	await stopWatching(context);
	if (!isWatched()) watch(context, watched, publication);
}

/** During a test run: watches from now on, unless production hands over what is due. */
export async function watchInTestRun(
	context: IHookFunctions,
	phoneNumberId: string,
): Promise<void> {
	await stopWatching(context, true);
	const { followUps } = readSettings(context);
	if (followUps === undefined) return;
	const { memory, publications, requests } = watchedBy(
		context,
		await readCredential(context),
		followUps,
	);
	if (sharesProcess() && (await publications.read()) !== undefined) return;
	const settings = { phoneNumberId, since: Date.now(), settings: followUps, atOnce: itemsAtOnce };
	const log = logRarely(context);
	const watching = new FollowUpWatch(memory, settings, requests, undefined, log);
	run(context, true, requests.secret, () => watching.tick());
}

/** When the trigger is unpublished, or published without these events. */
export async function endFollowUps(context: IHookFunctions): Promise<void> {
	const wasWatching = await stopWatching(context);
	if (!wasWatching && readSettings(context).followUps === undefined) return;
	const memory = memoryOf(await readCredential(context));
	await new Publications(memory, memoryScope(context)).end();
}

/** Ends the watch of this process. Returns whether there was one. */
export async function stopWatching(context: Context, isTest = false): Promise<boolean> {
	const key = keyOf(context, isTest);
	const watching = running().get(key);
	clearInterval(watching?.timer);
	running().delete(key);
	await watching?.end();
	return watching !== undefined;
}

/** What a watch needs, which is read while there is a context. */
function watchedBy(context: Context, credential: CredentialData, followUps: FollowUpSettings) {
	const memory = memoryOf(credential);
	const scope = memoryScope(context);
	const { separateExecutions } = readSettings(context).options;
	return {
		memory,
		followUps,
		publications: new Publications(memory, scope),
		handled: new HandledSilences(memory, scope),
		lease: new Lease(memory, `watching:${scope}`),
		requests: new OwnRequests(context, credential, followUpRequest),
		keepHere: (way: Way) => keepWay(`${scope}/followUps`, JSON.stringify(way), credential),
		atOnce: separateExecutions === true ? 1 : itemsAtOnce,
	};
}

/** The way to a process that watches, after a restart. */
function beginning(requests: OwnRequests, phoneNumberId: string): Way {
	const request: FollowUpRequest = { phoneNumberId, due: [] };
	return requests.wayTo(request);
}

/** Watches until the trigger is unpublished or published anew, whenever no other process does. */
function watch(
	context: Context,
	watched: ReturnType<typeof watchedBy>,
	publication: Publication,
): void {
	const { memory, publications, handled, lease, requests } = watched;
	const { phoneNumberId, since } = publication;
	const settings = { phoneNumberId, since, settings: watched.followUps, atOnce: watched.atOnce };
	const watching = new FollowUpWatch(memory, settings, requests, handled, logRarely(context));
	const key = keyOf(context, false);
	const tick = async () => {
		const current = await publications.read();
		if (memory.isCutOff) {
			watching.rest();
			return;
		}
		const isOther = current !== undefined && !isSame(publication, current);
		if (isOther || (current === undefined && (await publications.isEnded()))) {
			clearInterval(self.timer);
			if (running().get(key) === self) running().delete(key);
			await lease.release();
			return;
		}
		if (!(await lease.take())) {
			watching.rest();
			return;
		}
		if (current === undefined || watching.looksAt(Date.now())) {
			const way = beginning(requests, phoneNumberId);
			await publications.renew(publication, way);
			await watched.keepHere(way);
		}
		await watching.tick();
	};
	const self = run(context, false, requests.secret, tick, () => lease.release());
}

/** Looks at once and from time to time. */
function run(
	context: Context,
	isTest: boolean,
	secret: string,
	tick: () => Promise<void>,
	end: () => Promise<void> = () => Promise.resolve(),
): Running {
	const log = logRarely(context);
	const look = () => {
		tick().catch((error: unknown) => {
			log(`Could not look for chats that are due: ${reasonOf(error)}`);
		});
	};
	const started: Running = { timer: setInterval(look, tickInterval).unref(), secret, end };
	running().set(keyOf(context, isTest), started);
	look();
	return started;
}

function keyOf(context: Context, isTest: boolean): string {
	return `${triggerKey(context)}${isTest ? ' test' : ''}`;
}
