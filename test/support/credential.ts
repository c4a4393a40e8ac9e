import type { CredentialData } from '../../nodes/graphApi/connection';
import { business } from '../../simulator/business';

/** A credential for the simulated business at the given URL. */
export function credentialFor(url: string, changes: Partial<CredentialData> = {}): CredentialData {
	return {
		accessToken: business.accessToken,
		phoneNumberId: business.phoneNumbers[0].id,
		businessAccountId: business.waba.id,
		appId: business.app.id,
		appSecret: business.app.secret,
		host: 'custom',
		baseUrl: url,
		apiVersion: 'v26.0',
		...changes,
	};
}
