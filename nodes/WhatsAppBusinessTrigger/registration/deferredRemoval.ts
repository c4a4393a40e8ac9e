import { processState } from '../../graphApi/processState';
import type { Store } from '../../memory/store';
import { publishedTrigger } from '../../shared/publishedTriggers';

/**
 * Milliseconds. For each new version of a workflow n8n deactivates and reactivates its trigger. Meta delivers
 * again what fails in between, but elsewhere if the callback URL is gone.
 */
const delay = 10_000;

interface Removal {
	/** Scope and phone number of the registration. */
	registrationKey: string;
	/** Where it is noted that nobody listens any more. */
	memory: Store;
	/** Must not throw. */
	remove(): Promise<void>;
}

interface Scheduled extends Removal {
	timer: NodeJS.Timeout;
}

/** By the callback URL of the trigger. */
const removals = processState(
	() => new Map<string, Scheduled>(),
	(scheduled) => scheduled.forEach(({ timer }) => clearTimeout(timer)),
);

/** Schedules the removal of a callback URL at Meta. It is cancelled if the trigger is activated again. */
export function scheduleRemoval(url: string, removal: Removal): void {
	clearTimeout(removals().get(url)?.timer);
	const timer = setTimeout(() => void flushRemoval(url), delay);
	removals().set(url, { ...removal, timer });
}

/**
 * Cancels a scheduled removal for another trigger that replaces the callback URL at Meta now. So nothing is sent
 * elsewhere in between, and the memory of both goes on knowing what customers write. A removal elsewhere, whose
 * trigger had also entered its URL here, goes on.
 * @returns what schedules it again, should that fail; undefined if there was none, or it has another memory.
 */
export function replaceRemoval(
	url: string,
	registrationKey: string,
	memory: Store,
): (() => void) | undefined {
	const removal = removals().get(url);
	if (!removal) return undefined;
	if (removal.registrationKey !== registrationKey) return () => undefined;
	if (removal.memory !== memory) return undefined;
	clearTimeout(removal.timer);
	removals().delete(url);
	return () => {
		// It may have been published again meanwhile.
		if (publishedTrigger(url) === undefined) scheduleRemoval(url, removal);
	};
}

/** Cancels a scheduled removal. If the trigger now registers elsewhere, removes the old registration now. */
export async function cancelRemoval(
	url: string,
	registrationKey: string | undefined,
): Promise<void> {
	const removal = removals().get(url);
	if (!removal) return;
	if (removal.registrationKey !== registrationKey) {
		await flushRemoval(url);
		return;
	}
	clearTimeout(removal.timer);
	removals().delete(url);
}

/**
 * Runs a scheduled removal now.
 * @returns whether there was one.
 */
export async function flushRemoval(url: string): Promise<boolean> {
	const removal = removals().get(url);
	if (!removal) return false;
	clearTimeout(removal.timer);
	removals().delete(url);
	await removal.remove();
	return true;
}
