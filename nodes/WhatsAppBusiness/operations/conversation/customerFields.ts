import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Customer } from '../../../shared/conversation/conversations';
import { isUserId } from '../../../shared/userId';
import { optionsField } from '../../fields/options';
import { automaticNumberField, readSender } from '../../fields/sender';
import { numberHint } from '../../fields/recipients';
import type { Parameters } from '../../parameters/parameters';

const customerField: INodeProperties = {
	displayName: 'Customer',
	name: 'customer',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	hint: numberHint,
	description:
		"Phone number with country code, in any common format, the business-scoped user ID from a webhook, or the trigger's 'customer'",
};

/** Characters. Long enough for a sentence or two. */
const longestReason = 500;

/** Why somebody changed the state of a conversation. Read with `readReason`. */
export function reasonField(placeholder: string): INodeProperties {
	return {
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder,
		description: `Shown by Get State, at most ${longestReason} characters`,
	};
}

export function readReason(parameters: Parameters): string | undefined {
	return parameters.group('options').optionalText('reason', { maxLength: longestReason });
}

/**
 * The fields of an operation about one conversation. Read with `readCustomer`.
 * @param fields of the operation.
 * @param options further options.
 */
export function conversationFields(
	fields: INodeProperties[] = [],
	options: INodeProperties[] = [],
): INodeProperties[] {
	return [customerField, ...fields, optionsField([automaticNumberField, ...options])];
}

/** @throws InputError when the customer is neither a phone number nor a user ID, or no number is known. */
export function readCustomer(parameters: Parameters, account: Account): Customer {
	const typed = parameters.text(customerField.name).trim();
	const user = isUserId(typed)
		? typed
		: parameters.phoneNumber(typed, (what, todo) =>
				parameters.error(customerField.name, what, todo).with(typed),
			);
	return {
		phoneNumberId: readSender(parameters, account, automaticNumberField),
		users: [user],
	};
}
