import type { CredentialData } from '../../nodes/graphApi/connection';
import { isOfKapso } from '../cases/requestCase';
import type { RequestCase } from '../cases/requestCase';
import { business } from '../../simulator/business';

/** A credential of Kapso for the simulated business. */
export function kapsoCredentialFor(url: string): CredentialData {
	return credentialFor(`${url}/kapso`, {
		host: 'kapso',
		accessToken: '',
		apiKey: business.kapsoApiKey,
		appId: '',
		appSecret: '',
		apiVersion: '',
	});
}

/** The credential with which a case is played. */
export function credentialOf(
	{ request }: Pick<RequestCase, 'request'>,
	url: string,
): CredentialData {
	return isOfKapso(request) ? kapsoCredentialFor(url) : credentialFor(url);
}

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
