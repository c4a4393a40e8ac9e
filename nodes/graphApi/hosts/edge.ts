import type { Call } from './host';

/**
 * What a call does, without the ID that its path begins with, e.g. `POST phoneNumber/messages` or `GET waba/`. Two calls
 * with the same edge differ in their IDs, queries and bodies only.
 */
export function edgeOf({ method, on, path }: Pick<Call, 'method' | 'on' | 'path'>): string {
	const segments = path.split('/').slice(hasId(on) ? 2 : 1);
	return `${method} ${on}/${segments.join('/')}`;
}

/** The ID that a path begins with. Empty if it begins with none. */
export function firstId({ on, path }: Pick<Call, 'on' | 'path'>): string {
	return hasId(on) ? (path.split('/')[1] ?? '') : '';
}

function hasId(on: Call['on']): boolean {
	return on !== 'fixed' && on !== 'typed';
}
