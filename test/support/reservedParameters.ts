/** Names that a server may read as those of the token and its proof. PHP, for one, reads all but the last two so. */
export const secretNames = [
	'access_token',
	' access_token',
	'access token',
	'access.token',
	'access_token[]',
	'access_token[x]',
	'access[token',
	'appsecret.proof',
	'ACCESS_TOKEN',
	'accessToken',
];
