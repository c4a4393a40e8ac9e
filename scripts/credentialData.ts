import type { IDataObject } from 'n8n-workflow';
import { defaultApiVersion } from '../nodes/graphApi/connection';
import { business } from '../simulator/business';

/** What a user would type into the credential to work with the simulator at `simulatorUrl`. */
export function credentialData(simulatorUrl: string): IDataObject {
	return {
		accessToken: business.accessToken,
		phoneNumberId: business.phoneNumbers[0].id,
		businessAccountId: business.waba.id,
		appId: business.app.id,
		appSecret: business.app.secret,
		webhookVerifyToken: 'verify-me',
		host: 'custom',
		baseUrl: simulatorUrl,
		apiVersion: defaultApiVersion,
	};
}
