import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Connection } from '../../nodes/graphApi/connection';
import { NotOfferedError } from '../../nodes/graphApi/errors/notOfferedError';
import { connectionFromCredential } from '../../nodes/graphApi/hosts';
import { checkOffered } from '../../nodes/graphApi/hosts/hostLayer';
import type { Call } from '../../nodes/graphApi/hosts/host';
import { path } from '../../nodes/graphApi/path';
import { FileHandle } from '../../nodes/WhatsAppBusiness/files/placeholders';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import type { RequestCase } from '../cases/requestCase';
import { caseList } from '../cases/caseList';
import type { HostContract } from '../contract/hosts/hostContract';
import { account } from './buildRequest';
import { readyRequest, sentRequests } from './sentRequests';

const folder = join(__dirname, '../contract/hosts');

/** The hosts that have a file in `test/contract/hosts`. */
export const hostContracts: readonly HostContract[] = readdirSync(folder)
	.filter((file) => file !== 'hostContract.ts')
	.map((file) => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const { host } = require(join(folder, file)) as { host: HostContract };
		return host;
	});

/** What a host makes of the cases of an operation. */
export interface Offer {
	/** Some cases are sent. */
	isOffered: boolean;
	/** Why others are not. */
	refusals: NotOfferedError[];
}

/** What a host makes of each operation, by its resource and name. What sends no request works with every host. */
export function offersOf({ credential, handle }: HostContract): ReadonlyMap<string, Offer> {
	const connection = connectionFromCredential(credential);
	return new Map(
		caseList.map(({ operation, cases }) => {
			const outcomes = cases.map((requestCase) =>
				refusalOf(operation, requestCase, connection, handle),
			);
			return [
				`${operation.resource}.${operation.operation}`,
				{
					isOffered: outcomes.length === 0 || outcomes.includes(undefined),
					refusals: outcomes.filter((outcome) => outcome !== undefined),
				},
			];
		}),
	);
}

/**
 * Why a case is not sent: the refusal of the first of its requests that is refused. An operation that goes on without its
 * first response works all the same, unless a host has no such API at all.
 */
export function refusalOf(
	operation: ListedOperation,
	requestCase: RequestCase,
	connection: Connection,
	handle?: string,
): NotOfferedError | undefined {
	try {
		for (const request of sentRequests(operation, requestCase)) {
			checkOffered(request, connection);
			if (holdsHandle(request.body)) checkOffered(upload, connection);
			const ready = readyRequest(request, handle);
			if (!connection.several?.(ready)) connection.translate?.(ready, connection.account);
		}
		return undefined;
	} catch (error) {
		const goesOn = operation.recover !== undefined && requestCase.request.base === undefined;
		if (error instanceof NotOfferedError) return goesOn ? undefined : error;
		throw error;
	}
}

/** Before it, the file of a handle is uploaded. */
const upload: Call = { method: 'POST', on: 'app', path: path`/${account.appId}/uploads` };

function holdsHandle(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return value instanceof FileHandle || Object.values(value).some(holdsHandle);
}
