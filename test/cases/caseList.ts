import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import type { OperationCases, RequestCase } from './requestCase';

/** The cases of every operation, found by its name. An operation without a file has none. */
export const caseList: Array<OperationCases & { operation: ListedOperation }> = operations.map(
	(operation) => ({ operation, ...load(operation) }),
);

/** The cases that run in n8n's engine and in a real n8n. They use the objects of the simulated business. */
export function playedCases(cases: readonly RequestCase[]): RequestCase[] {
	return cases.filter(({ name }) => name === 'smallest' || name === 'fullest');
}

function load({ resource, operation }: ListedOperation): OperationCases {
	const path = join(__dirname, resource, `${operation}.ts`);
	const none = { cases: [], rejected: [] };
	if (!existsSync(path)) return none;
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return { ...none, ...(require(path) as Partial<OperationCases>) };
}
