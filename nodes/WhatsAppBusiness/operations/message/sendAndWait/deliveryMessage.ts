import { InputError } from '../../../../shared/inputError';
import type { Operation, OperationRequest, Substitute } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { StatusToken } from '../../../sendAndWait/placeholders';
import { defaultMessage, messageField, messageOperations } from './deliveryFields';

/**
 * The message whose delivery the execution waits for: the operation that sends it, with the token of its statuses.
 * @throws InputError for an unknown operation.
 */
export function deliveryMessage(parameters: Parameters): Substitute {
	const name = parameters.optionalChoice(messageField) ?? defaultMessage;
	const operation = messageOperations.get(name);
	if (operation === undefined) throw new Error(`There is no operation '${name}'`);
	return {
		operation: withStatusToken(operation),
		parameters: parameters.forOperation(operation.fields),
	};
}

function withStatusToken(operation: Operation): Operation {
	return {
		...operation,
		request(parameters, account) {
			const request = operation.request?.(parameters, account);
			if (request === undefined) throw new Error(`'${operation.displayName}' sends nothing`);
			const { ifWindowClosed, body } = request;
			if (request.countsFor === undefined) throw noRecipient();
			if (body?.recipient_type === 'group') throw isGroup();
			return {
				...request,
				body: { ...body, biz_opaque_callback_data: new StatusToken() },
				ifWindowClosed: withToken(ifWindowClosed),
			};
		},
	};
}

/** What is sent instead has the token as well. */
function withToken(
	ifWindowClosed: OperationRequest['ifWindowClosed'],
): OperationRequest['ifWindowClosed'] {
	if (typeof ifWindowClosed !== 'object') return ifWindowClosed;
	return { ...ifWindowClosed, operation: withStatusToken(ifWindowClosed.operation) };
}

function noRecipient(): InputError {
	return new InputError(
		'Payload',
		'needs a recipient',
		'Add a phone number as "to": only a message to a person is delivered.',
	);
}

function isGroup(): InputError {
	return new InputError(
		'Payload',
		'is for a group',
		'Send it with Send Payload: the delivery to a group cannot be waited for.',
	);
}
