/**
 * Where to send a webhook, if the setting `resolve` names the host of its callback URL: the same path at that origin,
 * with the host name as a reverse proxy keeps it.
 */
export function resolved(
	callbackUrl: string,
	resolve: Record<string, string>,
): { url: string; headers: { host?: string } } {
	const { hostname, host, pathname, search } = new URL(callbackUrl);
	const origin = resolve[hostname];
	if (origin === undefined) return { url: callbackUrl, headers: {} };
	return { url: `${new URL(origin).origin}${pathname}${search}`, headers: { host } };
}
