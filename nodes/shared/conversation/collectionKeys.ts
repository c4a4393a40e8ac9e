/** Begins the keys under which a trigger notes how to pass on what waits after a restart. */
export const wayPrefix = 'toHandOn:';

/** The name of what a trigger collects of one customer for one number. */
export function collectionName(phoneNumberId: string, customer: string): string {
	return `${phoneNumberId}:${customer}`;
}

/** Where a trigger notes how to pass on a collection. Each one that waits has such a key. */
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
