/** Whether a text is a URL but for the `https://` in front, such as "www.example.com/new.jpg". */
export function lacksScheme(text: string): boolean {
	const [host = '', ...rest] = text.split('/');
	const looksLikeOne = /^www\./i.test(text) || rest.length > 0;
	return looksLikeOne && /^[a-z0-9.-]+$/i.test(host) && host.includes('.');
}
