import { iso, isoOrNull } from './messageJson';

/** Access to the inbox from a page of the business. */
export interface InboxEmbed {
	id: string;
	/** As it was given, in the names of the API. */
	fields: Record<string, unknown>;
	createdAt: number;
	updatedAt: number;
	revokedAt?: number;
}

/** Without the token, which comes once. */
export function embedJson({ id, fields, createdAt, updatedAt, revokedAt }: InboxEmbed) {
	return {
		id,
		scope_id: null,
		allowed_origins: [],
		default_mode: 'system',
		language: 'en',
		...fields,
		revoked_at: isoOrNull(revokedAt),
		created_at: iso(createdAt),
		updated_at: iso(updatedAt),
	};
}
