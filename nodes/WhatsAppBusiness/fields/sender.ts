import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { InputError } from '../../shared/inputError';
import { idLocator } from '../../shared/idLocator';
import { phoneNumberIdFor, senderField } from '../../shared/phoneNumberId';
import type { Parameters } from '../parameters/parameters';
import { former } from './former';

/** The name of the empty value in the list of senders. */
export const automatic = 'Automatic';

/** What 'Automatic' means. Ends a sentence. */
export const automaticMeans =
	"the number that received the trigger's message, otherwise the credential's";

/** The number to send from, in operations that send messages. Read with `readSender`. */
export const automaticSenderField: INodeProperties = idLocator({
	displayName: 'Sender',
	name: 'sender',
	description: `The number to send from. ${automatic}: ${automaticMeans}.`,
	searchListMethod: 'searchSenders',
	placeholder: automatic,
	exampleId: '106540352242922',
});

/** The option that `automaticSenderField` replaced. Read with `readSender`. */
export const formerSenderOption: INodeProperties = former({
	...senderField,
	description: 'The number to use. Overrides the field at the top, which replaces this option.',
});

/** The option for the number in operations about a customer that send no message. Read with `readSender`. */
export const automaticNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	description: `The number to use. Default: ${automaticMeans}.`,
};

/** The option that chooses the phone number to read or change. Read with `readPhoneNumberId`. */
export const phoneNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	description: "The number to use instead of the credential's",
};

/**
 * The phone number ID from the option or from the field if the operation has it, otherwise the number that the customer
 * wrote to, otherwise the credential's.
 * @param field as the operation shows it.
 * @param ofCredential whether 'Automatic' is the credential's number, whichever the customer wrote to.
 * @throws InputError when there is no number, the ID is invalid, or the customer may have written to several numbers.
 */
export function readSender(
	parameters: Parameters,
	account: Account,
	field: INodeProperties = automaticSenderField,
	ofCredential = false,
): string {
	const inOption = readOption(parameters, senderField);
	if (inOption !== undefined) {
		return phoneNumberIdFor(inOption, account, parameters.group('options').label(senderField.name));
	}
	const chosen =
		readField(parameters) ??
		(ofCredential || account.ids?.isOfOneNumber
			? undefined
			: numberWrittenTo(parameters, field.displayName));
	const kind = parameters.hasField(automaticSenderField.name) ? 'field' : 'option';
	return phoneNumberIdFor(chosen, account, field.displayName, kind);
}

/** The phone number ID from the option `phoneNumberField`, otherwise the credential's. */
export function readPhoneNumberId(parameters: Parameters, account: Account): string {
	const { displayName } = phoneNumberField;
	const chosen = readOption(parameters, phoneNumberField);
	return phoneNumberIdFor(chosen, account, displayName, 'option');
}

function readOption(parameters: Parameters, { name }: INodeProperties): string | undefined {
	const options = parameters.group('options');
	if (!options.hasField(name)) return undefined;
	const chosen = options.optionalLocator(name);
	if (chosen === undefined && options.isAdded(name)) {
		throw options.error(
			name,
			'is empty',
			"Choose a number, or remove the option to use the credential's.",
		);
	}
	return chosen;
}

function readField(parameters: Parameters): string | undefined {
	const { name } = automaticSenderField;
	if (!parameters.hasField(name)) return undefined;
	const chosen = parameters.optionalLocator(name);
	const isAutomatic = parameters.locatorMode(name) === 'list' && !parameters.isExpression(name);
	if (chosen === undefined && !isAutomatic) {
		throw parameters.error(
			name,
			'is empty',
			`Enter the ID of a number, or choose '${automatic}' from the list.`,
		);
	}
	return chosen;
}

function numberWrittenTo(parameters: Parameters, field: string): string | undefined {
	const number = parameters.numberWrittenTo();
	if (typeof number !== 'object') return number;
	throw new InputError(
		field,
		`is '${automatic}', but the customers of this execution wrote to ${number.unclear} numbers, and n8n does not know to which of them this item belongs`,
		"Choose a number, or keep the trigger's 'phoneNumberId' in the items and use it in 'By ID'.",
	);
}
