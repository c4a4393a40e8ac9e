import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Customer } from '../../../shared/conversation/conversations';
import { notice } from '../../../shared/notice';
import { emptyMeans } from '../../fields/customer';
import { optionsField } from '../../fields/options';
import { readPerson } from '../../fields/person';
import { automaticNumberField, readSender } from '../../fields/sender';
import { numberHint } from '../../fields/recipients';
import type { Parameters } from '../../parameters/parameters';

const customerField: INodeProperties = {
	displayName: 'Customer',
	name: 'customer',
	type: 'string',
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	hint: numberHint,
	description: `Phone number with country code, in any common format, business-scoped user ID, or the trigger's 'customer'. ${emptyMeans}.`,
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

/** What the list of operations has no room for: n8n cuts off descriptions after two lines. */
export const aboutMemory = notice(
	'conversationNotice',
	"The nodes know what a published WhatsApp Business Trigger has received. Without one on the number, 'windowOpen' and the last messages are null.",
);

/**
 * The fields of an operation about one conversation. Read with `readCustomer`.
 * @param about what to know beforehand.
 * @param fields of the operation.
 * @param options further options.
 */
export function conversationFields({
	about = [],
	fields = [],
	options = [],
}: {
	about?: INodeProperties[];
	fields?: INodeProperties[];
	options?: INodeProperties[];
} = {}): INodeProperties[] {
	return [...about, customerField, ...fields, optionsField([automaticNumberField, ...options])];
}

/** @throws InputError when the customer is neither a phone number nor a user ID, or no number is known. */
export function readCustomer(parameters: Parameters, account: Account): Customer {
	return {
		users: [readPerson(parameters, customerField.name)],
		phoneNumberId: readSender(parameters, account, automaticNumberField),
	};
}
