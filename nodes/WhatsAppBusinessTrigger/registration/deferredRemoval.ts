import { processState } from '../../graphApi/processState';

/**
 * Milliseconds. For each new version of a workflow n8n takes its trigger down and sets it up again. Meta repeats what
 * n8n does not answer in between, but sends it elsewhere once the address is gone.
 */
const delay = 10_000;

interface Removal {
	/** Where the address is registered, e.g. a phone number. */
	registrationKey: string;
	timer: NodeJS.Timeout;
	remove(): Promise<void>;
}

/** By the address of the trigger. */
const removals = processState(
	() => new Map<string, Removal>(),
	(scheduled) => scheduled.forEach(({ timer }) => clearTimeout(timer)),
);

/**
 * Takes an address away at Meta in a while, unless its trigger comes back.
 * @param place where it is registered.
 * @param remove must not throw.
 */
export function scheduleRemoval(url: string, place: string, remove: () => Promise<void>): void {
	clearTimeout(removals().get(url)?.timer);
	const timer = setTimeout(() => void flushRemoval(url), delay);
	removals().set(url, { registrationKey: place, timer, remove });
}

/** The trigger of an address comes back: at this place it stays, at any other it is taken away now. */
export async function cancelRemoval(url: string, place: string | undefined): Promise<void> {
	const removal = removals().get(url);
	if (!removal) return;
	if (removal.registrationKey !== place) {
		await flushRemoval(url);
		return;
	}
	clearTimeout(removal.timer);
	removals().delete(url);
}

/**
 * Takes an address away that is to be taken away later.
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
