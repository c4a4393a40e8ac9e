import type { Connection } from '../connection';
import { NotOfferedError } from '../errors/notOfferedError';
import { RequestError } from '../errors/requestError';
import { closeFiles } from '../types';
import type { Layer, OtherBase } from '../types';
import type { Call } from './host';

/** Sends each request as the host takes it, and gives its response as Meta would. */
export function hostLayer(connection: Connection): Layer {
	const { translate, several, readResponse, mend } = connection;
	return (next) => async (request) => {
		const refusing = <Own>(read: () => Own): Own => {
			try {
				return read();
			} catch (error) {
				closeFiles(request);
				throw error;
			}
		};
		refusing(() => checkOffered(request, connection));
		const carryOut = refusing(() => several?.(request));
		if (carryOut) return { body: await carryOut(next) };
		const own = refusing(() => translate?.(request, connection.account) ?? request);
		if ('response' in own) return { body: own.response };
		const { body } = await next(own).catch(async (error: unknown) => {
			const isRefused = error instanceof RequestError && error.facts.outcome === 'notAccepted';
			const before = isRefused ? mend?.(error, request) : undefined;
			if (before === undefined) throw error;
			await next(before);
			return await next(own);
		});
		return { body: readResponse?.(body, request) ?? body };
	};
}

/** Whose API has a base. */
const ownerOfBase: Record<OtherBase, string> = {
	api: 'Meta',
	platform: 'Kapso',
	proxy: 'Kapso',
};

/** @throws NotOfferedError if the host does not offer a call. */
export function checkOffered(
	call: Call,
	{ hostName, bases, refusal }: Pick<Connection, 'hostName' | 'bases' | 'refusal'>,
): void {
	const { base } = call;
	if (base !== undefined && bases[base] === undefined) {
		const owner = ownerOfBase[base];
		throw NotOfferedError.from({
			what: `Only ${owner} offers this, and the host of the credential is ${hostName}.`,
			todo: `Use a credential whose host is ${owner}.`,
		});
	}
	const reason = refusal?.(call);
	if (reason) throw NotOfferedError.from(reason);
}
