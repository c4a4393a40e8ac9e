import type { RejectedCase } from '../cases/requestCase';

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

/** A token in the body of a Raw API call, in each spelling and at any depth. */
export const secretsInBody: RejectedCase[] = secretNames.flatMap((name): RejectedCase[] => [
	{
		name: `a token as ${name} in the body`,
		parameters: { path: '/1', body: JSON.stringify({ [name]: 'EAA' }) },
		message: /^'Body' cannot be sent$/,
	},
	{
		name: `a token as ${name} within the body`,
		parameters: { path: '/1', body: JSON.stringify({ list: [{ [name]: 'EAA' }] }) },
		message: /^'Body' cannot be sent$/,
	},
]);
