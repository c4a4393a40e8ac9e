import { iso } from './messageJson';

/** Access to the inbox from a page of the business. */
export interface InboxEmbed {
	id: string;
	/** As it was given, in the names of the API. */
	fields: Record<string, unknown>;
	createdAt: number;
	updatedAt: number;
	revokedAt?: number;
}

/**
 * Without the token, which comes once.
 *
 * @see https://docs.kapso.ai/api/platform/v1/inbox-embeds/get-inbox-embed
 */
export function embedJson({ id, fields, createdAt, updatedAt, revokedAt }: InboxEmbed) {
	return {
		id,
		scope_id: null,
		status: revokedAt === undefined ? 'active' : 'revoked',
		allowed_origins: [],
		default_mode: 'system',
		language: 'en',
		assigned_user_id: null,
		expires_at: null,
		last_used_at: null,
		...fields,
		created_at: iso(createdAt),
		updated_at: iso(updatedAt),
	};
}
