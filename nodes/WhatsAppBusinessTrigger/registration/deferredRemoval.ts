import { processState } from '../../graphApi/processState';

/**
 * Milliseconds. For each new version of a workflow n8n deactivates and reactivates its trigger. Meta delivers
 * again what fails in between, but elsewhere if the callback URL is gone.
 */
const delay = 10_000;

interface Removal {
	/** Scope and phone number of the registration. */
	registrationKey: string;
	timer: NodeJS.Timeout;
	remove(): Promise<void>;
}

/** By the callback URL of the trigger. */
const removals = processState(
	() => new Map<string, Removal>(),
	(scheduled) => scheduled.forEach(({ timer }) => clearTimeout(timer)),
);

/**
 * Schedules the removal of a callback URL at Meta. It is cancelled if the trigger is activated again.
 * @param remove must not throw.
 */
export function scheduleRemoval(
	url: string,
	registrationKey: string,
	remove: () => Promise<void>,
): void {
	clearTimeout(removals().get(url)?.timer);
	const timer = setTimeout(() => void flushRemoval(url), delay);
	removals().set(url, { registrationKey, timer, remove });
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
