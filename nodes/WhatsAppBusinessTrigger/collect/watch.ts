import type { IHookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import { readCredential } from '../../shared/credential';
import { logError, memoryScope, reasonOf, triggerKey } from '../n8n/trigger';
import { memoryOf } from '../../memory/memoryOf';
import { readCollectSettings, settingsOf } from '../parameters/collectSettings';
import { readSettings } from '../parameters/settings';
import { HandOn } from './handOn';

/** Milliseconds between two searches for forgotten collections. A search may read the whole memory. */
export const lookInterval = 60_000;

const lastLooks = processState(() => new Map<string, number>());

const watches = processState(
	() => new Map<string, NodeJS.Timeout>(),
	(all) => all.forEach((timer) => clearInterval(timer)),
);

/** Searches for collections that no process is waiting to pass on, unless one has searched recently. */
export async function lookSometimes(
	handOn: HandOn,
	memory: ReturnType<typeof memoryOf>,
	scope: string,
	now = Date.now(),
): Promise<void> {
	if (now - (lastLooks().get(scope) ?? 0) < lookInterval) return;
	lastLooks().set(scope, now);
	if ((await memory.claim(`look:${scope}`, '', lookInterval)) !== undefined) return;
	await handOn.scheduleAll();
}

/** While the trigger is published: searches for forgotten collections, at once and from time to time. */
export async function watchCollections(context: IHookFunctions): Promise<void> {
	stopWatching(context);
	const settings = readCollectSettings(readSettings(context).options.collectMessages);
	if (settings === undefined) return;
	const credential = await readCredential(context);
	const handOn = new HandOn(context, credential, settings);
	const memory = memoryOf(credential);
	const scope = memoryScope(context);
	const look = (action: () => Promise<void>) => {
		action().catch((error: unknown) => {
			logError(context)(`Could not look for collected messages: ${reasonOf(error)}`);
		});
	};
	look(() => handOn.scheduleAll());
	const watch = setInterval(
		() => look(() => lookSometimes(handOn, memory, scope)),
		lookInterval,
	).unref();
	watches().set(triggerKey(context), watch);
}

/** Before the trigger is unpublished: passes on what it has collected so far. */
export async function handOnBeforeEnd(context: IHookFunctions): Promise<void> {
	stopWatching(context);
	const { collectMessages } = readSettings(context).options;
	if (collectMessages === undefined) return;
	const credential = await readCredential(context);
	await new HandOn(context, credential, settingsOf(collectMessages)).handOnAllNow();
}

function stopWatching(context: IHookFunctions): void {
	clearInterval(watches().get(triggerKey(context)));
	watches().delete(triggerKey(context));
}
