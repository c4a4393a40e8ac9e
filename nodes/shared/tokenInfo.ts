import { asObject, asObjects, asText, asTextOrNumber, isoTime } from '../graphApi/coerce';
import type { GraphApi } from '../graphApi/graphApi';
import { path } from '../graphApi/path';
import { redact } from '../graphApi/redact';
import type { JsonObject, JsonValue } from '../graphApi/types';

/** What Meta says about an access token. */
export interface TokenInfo {
	/** Whether Meta accepts the token. If not, `problem` says why. */
	isValid: boolean;
	problem: string | null;
	/** As Meta names it, e.g. `SYSTEM_USER`, `USER` or `APP`. */
	type: string | null;
	userId: string | null;
	/** The app the token was made for. */
	appId: string | null;
	appName: string | null;
	/** Times in ISO 8601; null for never. */
	expiresAt: string | null;
	dataAccessExpiresAt: string | null;
	/** The token's permissions, e.g. `whatsapp_business_messaging`. */
	permissions: string[];
	/** IDs of the objects that a permission covers. One that is not listed covers all that the user may see. */
	targets: ReadonlyMap<string, readonly string[]>;
}

/** The permissions that this package needs. */
export const managementPermission = 'whatsapp_business_management';
export const messagingPermission = 'whatsapp_business_messaging';

/**
 * Asks Meta about an access token. A token may inspect itself.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/permissions
 * https://developers.facebook.com/docs/graph-api/reference/debug_token
 * @param token the token to inspect, of the same app as the credential's. Default: the credential's.
 * @throws RequestError when the credential's token is invalid or the call fails.
 */
export async function readTokenInfo(
	{ connection, send }: Pick<GraphApi, 'connection' | 'send'>,
	token = connection.accessToken,
): Promise<TokenInfo> {
	const { body } = await send({
		method: 'GET',
		path: path`/debug_token`,
		on: 'fixed',
		query: { input_token: token },
		secrets: [token],
	});
	const data = asObject<JsonObject>(body.data);
	const problem = asText(asObject<JsonObject>(data.error).message);
	const granular = asObjects<JsonObject>(data.granular_scopes);
	return {
		isValid: data.is_valid === true,
		problem: problem === null ? null : redact(problem, [...connection.secrets, token]),
		type: asText(data.type),
		userId: asTextOrNumber(data.user_id),
		appId: asTextOrNumber(data.app_id),
		appName: asText(data.application),
		expiresAt: time(data.expires_at),
		dataAccessExpiresAt: time(data.data_access_expires_at),
		permissions: [
			...new Set([...texts(data.scopes), ...granular.flatMap(({ scope }) => asText(scope) ?? [])]),
		],
		targets: new Map(
			granular.flatMap(({ scope, target_ids }) =>
				typeof scope === 'string' && Array.isArray(target_ids) ? [[scope, texts(target_ids)]] : [],
			),
		),
	};
}

/**
 * The WhatsApp Business Accounts that the token may use, the newest first. Undefined if the permissions are not
 * limited to some accounts: then it may use all that are assigned to its user.
 */
export function wabaIdsOf({ targets }: Pick<TokenInfo, 'targets'>): string[] | undefined {
	const listed = [managementPermission, messagingPermission].flatMap(
		(permission) => targets.get(permission) ?? [],
	);
	return listed.length === 0 ? undefined : [...new Set(listed)];
}

function texts(list: JsonValue | undefined): string[] {
	return (Array.isArray(list) ? list : []).flatMap((entry) => asTextOrNumber(entry) ?? []);
}

// Unix time in seconds; 0 stands for never.
function time(seconds: JsonValue | undefined): string | null {
	return typeof seconds === 'number' && seconds > 0 ? isoTime(seconds) : null;
}
