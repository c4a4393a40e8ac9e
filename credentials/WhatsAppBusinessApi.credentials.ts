import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import type { CredentialData } from '../nodes/graphApi/connection';
import { builtDescription } from '../nodes/shared/builtDescription';
import { docsUrl } from '../nodes/shared/docsUrl';
import type { DerivedDescription } from './derivedDescription';

// eslint-disable-next-line n8n-nodes-base/cred-class-field-documentation-url-missing -- it sees only literals
export class WhatsAppBusinessApi implements ICredentialType {
	name = 'whatsAppBusinessApi';

	displayName = 'WhatsApp Business API';

	icon: Icon = {
		light: 'file:../icons/whatsAppBusiness.svg',
		dark: 'file:../icons/whatsAppBusiness.dark.svg',
	};

	documentationUrl = docsUrl('credential');

	properties: INodeProperties[] = builtDescription<DerivedDescription>(__dirname).properties;

	/**
	 * Lets n8n's HTTP Request node use this credential. The token is added only to requests to the
	 * credential's host and to Meta's media hosts, and no redirect carries it to another.
	 * @throws Error for a request to any other host, RequestError if a log-in that the host wants first fails.
	 */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions & { uri?: string },
	): Promise<IHttpRequestOptions & { sendCredentialsOnCrossOriginRedirect: boolean }> {
		const { connectionFromCredential } = await import('../nodes/graphApi/hosts');
		const connection = connectionFromCredential(credential as unknown as CredentialData);
		// The HTTP Request node sets `uri`, n8n's request helpers set `url`.
		const url = new URL(request.uri ?? request.url, request.baseURL);
		if (!connection.mayReceiveSecret(url)) {
			throw new Error(
				`The WhatsApp Business credential is not sent to ${url.host}. Use it with ${new URL(connection.baseUrl).host} only.`,
			);
		}
		const { secretHeaders } = await import('../nodes/graphApi/session');
		return {
			...request,
			// n8n's HTTP client could otherwise let a redirect carry the token to another host.
			sendCredentialsOnCrossOriginRedirect: false,
			headers: { ...request.headers, ...(await secretHeaders(connection)) },
			qs: { ...request.qs, ...connection.query },
		};
	}
}
