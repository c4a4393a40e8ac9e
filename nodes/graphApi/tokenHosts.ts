import type { Connection } from './connection';

/** The hosts of the Cloud API's media URLs. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#download-media */
const metaMediaHosts = ['lookaside.fbsbx.com'];

/** Whether the access token may be sent to a URL: the connection's hosts, or Meta's media hosts over HTTPS. */
export function mayReceiveToken(
	url: URL,
	{ baseUrl, apiUrl }: Pick<Connection, 'baseUrl' | 'apiUrl'>,
): boolean {
	if ([baseUrl, apiUrl].some((own) => url.origin === new URL(own).origin)) return true;
	return url.protocol === 'https:' && url.port === '' && metaMediaHosts.includes(url.hostname);
}
