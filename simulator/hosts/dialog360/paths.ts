import { business } from '../../business';
import { findEndpoint } from '../../graph/routes';
import { newestVersion } from '../../graph/version';
import type { PhoneNumber } from '../../phoneNumbers/phoneNumber';
import type { State } from '../../state';

/** What the hub of 360dialog does instead. */
const inTheHub = new Set(['register', 'deregister', 'request_code', 'verify_code']);

/**
 * The path and query that Meta gets for a path below the base URL, or undefined if 360dialog has no such path.
 *
 * Its guide says: leave the phone number ID out of Meta's paths. Its reference has further names for calls and groups.
 * Flows are in its API for partners, on another server.
 *
 * @see https://docs.360dialog.com/partner/integration/waba-integration
 * @see https://docs.360dialog.com/docs/messaging-api
 */
export function metaUrlOf(
	state: State,
	number: PhoneNumber,
	method: string,
	{ pathname, searchParams }: URL,
): URL | undefined {
	const segments = pathname.split('/').slice(1).map(decodeURIComponent);
	const target = targetOf(state, number, method, segments, searchParams);
	if (!target) return undefined;
	const { path, query = {} } = target;
	const url = new URL('https://graph.facebook.com');
	url.pathname = [newestVersion, ...path].map(encodeURIComponent).join('/');
	url.search = new URLSearchParams({
		...Object.fromEntries(searchParams),
		...query,
	}).toString();
	return url;
}

interface Target {
	path: string[];
	query?: Record<string, string>;
}

function targetOf(
	state: State,
	number: PhoneNumber,
	method: string,
	[first = '', ...rest]: string[],
	query: URLSearchParams,
): Target | undefined {
	const [second] = rest;
	switch (first) {
		// https://docs.360dialog.com/docs/messaging-api/api-reference/health
		case 'health_status':
			return { path: [number.id], query: { fields: withHealth(query.get('fields')) } };
		case 'marketing':
			return second === 'marketing_messages' ? { path: [number.id, second] } : undefined;
		case 'groups':
			return { path: second === undefined ? [number.id, first] : rest };
		case 'calling':
			return callingTarget(number, rest);
		case 'uploads':
			return { path: [business.app.id, first] };
	}
	if (first.startsWith('upload:')) return { path: [first] };
	if (/^\d+$/.test(first)) {
		const kind = state.find(first)?.kind;
		// A number or an account in the path is refused, and an unknown file is for Meta to refuse.
		return rest.length === 0 && (kind === undefined || kind === 'media')
			? { path: [first] }
			: undefined;
	}
	if (inTheHub.has(first) || !findEndpoint(method, 'phoneNumber', first)) return undefined;
	return { path: [number.id, first, ...rest] };
}

/** The health is always requested, and other fields beside it. */
function withHealth(fields: string | null): string {
	return fields ? `health_status,${fields}` : 'health_status';
}

/** @see https://docs.360dialog.com/docs/messaging-api/api-reference/calling */
function callingTarget({ id }: PhoneNumber, [what, customer]: string[]): Target | undefined {
	if (what === 'permissions' && customer !== undefined) {
		return { path: [id, 'call_permissions'], query: { user_wa_id: customer } };
	}
	return what === 'calls' || what === 'settings' ? { path: [id, what] } : undefined;
}
