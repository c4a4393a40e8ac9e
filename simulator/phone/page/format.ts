/** A duration in its two largest units: `23 h 59 min`. */
export function duration(milliseconds: number): string {
	const minutes = Math.floor(milliseconds / 60_000);
	if (minutes < 1) return 'less than a minute';
	const hours = Math.floor(minutes / 60);
	if (hours < 1) return `${minutes} min`;
	if (hours < 48) return `${hours} h ${minutes % 60} min`;
	return `${Math.floor(hours / 24)} days`;
}

/** `14:05` */
export function timeOfDay(at: number): string {
	return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** The time of an hour to come: `14:05`, `tomorrow 14:05`, or with the date. */
export function until(at: number, now = Date.now()): string {
	const day = new Date(at).toDateString();
	if (day === dayFrom(now, 0)) return timeOfDay(at);
	if (day === dayFrom(now, 1)) return `tomorrow ${timeOfDay(at)}`;
	const date = new Date(at).toLocaleDateString([], { day: 'numeric', month: 'short' });
	return `${date}, ${timeOfDay(at)}`;
}

/** `Today`, `Yesterday`, or the date. */
export function dayOf(at: number, now = Date.now()): string {
	const day = new Date(at).toDateString();
	if (day === dayFrom(now, 0)) return 'Today';
	if (day === dayFrom(now, -1)) return 'Yesterday';
	return new Date(at).toLocaleDateString([], { dateStyle: 'long' });
}

/** So many days later. Not so many times 24 hours: a day has 23 or 25 when the clocks change. */
function dayFrom(now: number, days: number): string {
	const date = new Date(now);
	date.setDate(date.getDate() + days);
	return date.toDateString();
}

/** An amount in Meta's format: 1000 with offset 100 is 10.00. */
export function money(
	amount: { value?: number; offset?: number } | undefined,
	currency = 'EUR',
): string {
	const value = (amount?.value ?? 0) / (amount?.offset ?? 1);
	try {
		return value.toLocaleString([], { style: 'currency', currency });
	} catch {
		return `${value} ${currency}`;
	}
}

/** `phone_number` to `Phone number`. */
export function toWords(name: string): string {
	const text = name.replace(/[_-]+/g, ' ').trim();
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A hue derived from a text, always the same for the same text. */
export function hueOf(text: string): number {
	let sum = 7;
	for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
	// The golden angle spreads similar texts.
	return Math.round((sum * 137.5) % 360);
}
