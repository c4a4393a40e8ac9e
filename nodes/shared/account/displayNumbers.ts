import { processState } from '../../graphApi/processState';

/** Numbers that are remembered. A business has a few. */
const atMost = 1_000;

/** Display numbers by phone number ID. */
const known = processState(() => new Map<string, string>());

/**
 * Remembers in this process how a number is written, when Meta says it anyway.
 * @param displayNumber e.g. "+1 555-078-3881" in a list, "15550783881" in a webhook.
 */
export function rememberDisplayNumber(phoneNumberId: unknown, displayNumber: unknown): void {
	if (typeof phoneNumberId !== 'string' || typeof displayNumber !== 'string') return;
	if (!/^\+?[\d ().-]{5,30}$/.test(displayNumber)) return;
	const numbers = known();
	// The one of a list reads better.
	if (isBare(displayNumber) && numbers.has(phoneNumberId)) return;
	if (numbers.size >= atMost) numbers.clear();
	numbers.set(phoneNumberId, isBare(displayNumber) ? `+${displayNumber}` : displayNumber);
}

/** A number for a person: as it is written, if that is known without a call, otherwise its ID. */
export function shownNumber(phoneNumberId: string): string {
	return known().get(phoneNumberId) ?? phoneNumberId;
}

function isBare(number: string): boolean {
	return /^\d+$/.test(number);
}
