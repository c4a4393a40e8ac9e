import { randomBytes } from 'node:crypto';
import type { SimulatorContext } from '../../context';
import { iso } from './messageJson';

/** How long a link works. @see https://docs.kapso.ai/docs/platform/setup-links */
export const linkLifetimeMs = 30 * 86_400_000;

/** A page on which a customer connects a number. */
export interface SetupLink {
	id: string;
	customerId: string;
	/** In its URL. */
	token: string;
	/** As it was given, in the names of the API. */
	options: Record<string, unknown>;
	revoked: boolean;
	/** The number that was connected with it. */
	phoneNumberId?: string;
	createdAt: number;
	expiresAt: number;
}

/** A token for a URL. */
export function newToken(): string {
	return randomBytes(24).toString('base64url');
}

export type LinkStatus = 'active' | 'used' | 'expired' | 'revoked';

export function statusOfLink({ revoked, phoneNumberId, expiresAt }: SetupLink): LinkStatus {
	if (phoneNumberId !== undefined) return 'used';
	if (revoked) return 'revoked';
	return expiresAt > Date.now() ? 'active' : 'expired';
}

export function linkJson({ url }: SimulatorContext, link: SetupLink) {
	return {
		id: link.id,
		status: statusOfLink(link),
		url: `${url}/kapso/whatsapp/setup/${link.token}`,
		expires_at: iso(link.expiresAt),
		success_redirect_url: null,
		failure_redirect_url: null,
		allowed_connection_types: ['coexistence', 'dedicated'],
		provision_phone_number: false,
		phone_number_country_isos: ['US'],
		...link.options,
		whatsapp_setup_status: link.phoneNumberId === undefined ? 'pending' : 'completed',
		whatsapp_setup_error: null,
		created_at: iso(link.createdAt),
	};
}
