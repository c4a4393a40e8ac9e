/** Begins the keys of what says how something that waits is handed on after a restart. */
export const wayPrefix = 'toHandOn:';

/** The name of what a trigger collects of one customer for one number. */
export function collectionName(phoneNumberId: string, customer: string): string {
	return `${phoneNumberId}:${customer}`;
}

/** Where a trigger keeps how a collection is handed on. There is one for each that waits. */
export function collectionWayKey(scope: string, name: string): string {
	return `${wayPrefix}${scope}:${name}`;
}

/** Where a trigger keeps the messages of a collection. */
export function collectedKey(scope: string, name: string): string {
	return `collected:${scope}:${name}`;
}

/** The scopes of the triggers that have a collection with this name. */
export function scopesWith(name: string, wayKeys: Iterable<string>): string[] {
	return [...wayKeys]
		.filter((key) => key.startsWith(wayPrefix) && key.endsWith(`:${name}`))
		.map((key) => key.slice(wayPrefix.length, -name.length - 1));
}
