import { NodeHelpers } from 'n8n-workflow';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import type { Account } from '../../nodes/graphApi/connection';
import { resources } from '../../nodes/WhatsAppBusiness/operationList';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import type { OperationRequest } from '../../nodes/WhatsAppBusiness/operation';
import { Parameters } from '../../nodes/WhatsAppBusiness/parameters';
import { nodeProperties } from '../../nodes/WhatsAppBusiness/properties';
import { business } from '../../simulator/business';

export const account: Account = {
	phoneNumberId: business.phoneNumbers[0].id,
	wabaId: business.waba.id,
	appId: business.app.id,
};

const properties = nodeProperties(resources);

/** Builds the request of an operation from the parameters a saved node holds, with n8n's own defaults. */
export function buildRequest(
	operation: ListedOperation,
	saved: INodeParameters,
	binary: Record<string, IBinaryData> = {},
): OperationRequest {
	const chosen = { resource: operation.resource, operation: operation.operation, ...saved };
	const values = NodeHelpers.getNodeParameters(
		properties,
		chosen,
		true,
		false,
		{ typeVersion: 1 },
		null,
	);
	const parameters = new Parameters(operation.fields, {
		value: (name) => values?.[name],
		binary: (name) => binary[name],
		timezone: 'Europe/Berlin',
	});
	return operation.request(parameters, account);
}

/** The request as JSON: what would go over the wire, with files shown in words. */
export function requestJson(request: OperationRequest) {
	const { method, path, query, body } = request;
	return JSON.parse(JSON.stringify({ method, path, query, body })) as {
		method: string;
		path: string;
		query?: Record<string, unknown>;
		body?: Record<string, unknown>;
	};
}
