import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode, JsonObject } from 'n8n-workflow';

import { CredentialError } from '../graphApi/connection';
import { GraphError } from '../graphApi/errors';
import { UnsafePathError } from '../graphApi/safePath';
import { InputError } from './inputError';

/**
 * Turns whatever went wrong with an item into n8n's error: what happened as the message, what to do as the
 * description. The message of an unexpected error is kept, its stack and cause are not.
 */
export function nodeError(
	error: unknown,
	node: INode,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof GraphError) {
		const apiError = new NodeApiError(node, errorDetails(error) as JsonObject, {
			message: error.message,
			description: describe(error),
			httpCode: error.facts.httpStatus?.toString(),
			itemIndex,
		});
		// n8n replaces the message for some HTTP statuses and network codes; ours says more.
		apiError.message = error.message;
		return apiError;
	}
	return new NodeOperationError(node, error instanceof Error ? error.message : 'Unknown error', {
		description: todo(error),
		itemIndex,
	});
}

/** What the output of a failed item says beside the message, as data a workflow can branch on. */
export function errorDetails(error: unknown): IDataObject {
	if (error instanceof GraphError) {
		const { todo: description, ...facts } = error.facts;
		const { what: message, ...rest } = facts;
		return { message, description, ...rest };
	}
	return {
		message: error instanceof Error ? error.message : 'Unknown error',
		description: todo(error),
		...(error instanceof InputError ? { field: error.field } : {}),
		outcome: 'notAccepted',
	};
}

function todo(error: unknown): string | undefined {
	if (error instanceof InputError) return error.todo;
	if (error instanceof CredentialError || error instanceof UnsafePathError) return undefined;
	return error instanceof NodeOperationError ? (error.description ?? undefined) : undefined;
}

function describe({ facts }: GraphError): string {
	const { todo: advice, details, code, subcode, fbtraceId } = facts;
	const codes = [
		code === undefined ? '' : `error code ${code}`,
		subcode === undefined ? '' : `subcode ${subcode}`,
		fbtraceId === undefined ? '' : `trace ID ${fbtraceId}`,
	].filter((part) => part !== '');
	return [
		advice,
		details === undefined ? '' : `WhatsApp says: ${details}`,
		codes.length > 0 ? `(Meta ${codes.join(', ')})` : '',
	]
		.filter((part) => part !== '')
		.join(' ');
}
