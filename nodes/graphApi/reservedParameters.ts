/** A parameter of a call that the user may not set. The message says which, and what to do instead. */
export class ReservedParameterError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'ReservedParameterError';
	}
}

/** Parameters that hold a credential, without the characters that `plainName` removes. */
const secretNames: Record<string, string> = {
	accesstoken: 'access_token',
	appsecretproof: 'appsecret_proof',
};

/** Parameters that replace the method of a call. Graph's own is the first. */
const methodNames = ['method', 'httpmethod', 'methodoverride', 'xhttpmethodoverride'];
const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Refuses a parameter that would replace the credential's token, in any spelling a server may read as its name: PHP,
 * for one, takes `access.token`, `access token` and `access_token[]` for `access_token`.
 * @param where as it begins the sentence, e.g. `The query`
 * @throws ReservedParameterError
 */
export function refuseSecrets(name: string, where: string): void {
	const plain = plainName(name);
	for (const [secret, shown] of Object.entries(secretNames)) {
		if (plain.startsWith(secret)) {
			throw new ReservedParameterError(
				`${where} sets '${shown}'. Remove it: the credential provides the token.`,
			);
		}
	}
}

/**
 * Refuses parameters that make another call of this one: Graph reads the method from `method`, and other calls, with
 * their own methods and tokens, from `batch`. How a call is retried depends on its real method.
 * @param where as it begins the sentence, e.g. `The query`
 * @throws ReservedParameterError
 * @see https://developers.facebook.com/docs/graph-api/batch-requests
 */
export function refuseOverrides(parameters: object, method: string, where: string): void {
	for (const [name, value] of Object.entries(parameters)) {
		const plain = plainName(name);
		if (plain === 'batch') {
			throw new ReservedParameterError(
				`${where} sets 'batch', which holds other calls. Remove it and make each call with its own item.`,
			);
		}
		const wanted = String(value).trim().toUpperCase();
		if (methodNames.includes(plain) && httpMethods.includes(wanted) && wanted !== method) {
			throw new ReservedParameterError(
				`${where} sets the method to ${wanted}. Remove it and use Raw API: ${wanted[0]}${wanted.slice(1).toLowerCase()}.`,
			);
		}
	}
}

/**
 * Refuses names of parameters at any depth of a body, as `refuseSecrets` does.
 * @throws ReservedParameterError
 */
export function refuseSecretsInBody(body: object): void {
	// Not recursive, because the user decides how deep the body is.
	const pending: object[] = [body];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		for (const [name, value] of Object.entries(next) as Array<[string, unknown]>) {
			refuseSecrets(name, 'The body');
			if (typeof value === 'object' && value !== null) pending.push(value);
		}
	}
}

/** Letters and digits alone, in lower case. */
function plainName(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
