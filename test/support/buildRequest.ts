import { NodeHelpers } from 'n8n-workflow';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import type { Account } from '../../nodes/graphApi/connection';
import { resources } from '../../nodes/WhatsAppBusiness/operationList';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import type { OperationRequest } from '../../nodes/WhatsAppBusiness/operation';
import { Parameters } from '../../nodes/WhatsAppBusiness/parameters/parameters';
import { nodeProperties } from '../../nodes/WhatsAppBusiness/properties';
import { pageRequest } from '../../nodes/graphApi/pages';
import { isList, readPageOptions } from '../../nodes/WhatsAppBusiness/fields/list';
import { business } from '../../simulator/business';
import { workflowTimezone } from '../cases/requestCase';

export const account: Account = {
	phoneNumberId: business.phoneNumbers[0].id,
	wabaId: business.waba.id,
	appId: business.app.id,
};

const properties = nodeProperties(resources);

/** Reads saved parameters with n8n's defaults. */
export function parametersFor(
	{ resource, operation, fields }: ListedOperation,
	saved: INodeParameters,
	binary: Record<string, IBinaryData> = {},
): Parameters {
	const values = NodeHelpers.getNodeParameters(
		properties,
		{ resource, operation, ...saved },
		true,
		false,
		{ typeVersion: 1 },
		null,
	);
	return new Parameters(fields, {
		value: (name) => values?.[name],
		binary: (name) => binary[name],
		timezone: workflowTimezone,
	});
}

/**
 * Builds the first request of an operation from the parameters of a saved node.
 */
export function buildRequest(
	operation: ListedOperation,
	saved: INodeParameters,
	binary?: Record<string, IBinaryData>,
): OperationRequest {
	const parameters = parametersFor(operation, saved, binary);
	const other = operation.sendsFor?.(parameters);
	const { request: build } = other?.operation ?? operation;
	if (!build) throw new Error(`'${operation.displayName}' calls nothing`);
	const request = build(other?.parameters ?? parameters, account);
	return isList(operation, parameters)
		? pageRequest(request, readPageOptions(parameters))
		: request;
}

/**
 * The request as JSON, as it would be sent. The body of a form is its fields; files are shown as text, and a text as it is.
 */
export function requestJson(request: OperationRequest) {
	const { method, base, path, query, body, form, stream, text } = request;
	const whole = { method, base, path, query, body: body ?? form, text: stream ?? text?.content };
	return JSON.parse(JSON.stringify(whole)) as {
		method: string;
		base?: string;
		path: string;
		query?: Record<string, unknown>;
		body?: Record<string, unknown>;
		text?: string;
	};
}
