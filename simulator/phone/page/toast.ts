import { ControlError } from './api.js';
import { el } from './dom.js';

const shownMs = 6_000;

/** Shows a short message at the bottom and announces it to screen readers. */
export function toast(text: string, kind: 'note' | 'error' = 'note'): void {
	const element = el('div', {
		class: `toast ${kind}`,
		role: kind === 'error' ? 'alert' : 'status',
	});
	document.getElementById('toasts')?.append(element);
	element.textContent = text;
	setTimeout(() => element.remove(), shownMs);
}

/** Runs an action and shows its error. Returns whether it succeeded. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
	try {
		await action();
		return true;
	} catch (error) {
		if (!(error instanceof ControlError)) console.error(error);
		toast(error instanceof Error ? error.message : String(error), 'error');
		return false;
	}
}
