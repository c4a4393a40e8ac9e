import type { INodeProperties } from 'n8n-workflow';

import { idLocator } from '../../shared/idLocator';
import type { IdLocator } from '../../shared/idLocator';
import type { Parameters } from '../parameters/parameters';
import { readId } from './readId';

const uuid = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** Whether a text is an ID of an object of Kapso's own. */
export function isUuid(text: string): boolean {
	return uuid.test(text);
}

/** A field for an object of Kapso's own, which has a UUID. */
export function uuidLocator(field: Omit<IdLocator, 'exampleId'>): INodeProperties {
	return idLocator({
		...field,
		exampleId: '0a1b2c3d-0000-4000-8000-000000000001',
	});
}

/**
 * The chosen UUID.
 * @param name of the field.
 * @throws InputError when the field is empty or has something else.
 */
export function readUuid(parameters: Parameters, { name }: INodeProperties): string {
	const id = readOptionalUuid(parameters, { name });
	if (id === undefined) throw parameters.error(name, 'is empty', 'Choose one, or enter its ID.');
	return id;
}

/** The chosen UUID, or undefined if the field is empty or not added. @throws InputError when it has something else. */
export function readOptionalUuid(
	parameters: Parameters,
	{ name }: Pick<INodeProperties, 'name'>,
): string | undefined {
	const id = parameters.optionalLocator(name);
	if (id !== undefined && !isUuid(id)) {
		throw parameters.error(
			name,
			'is not an ID of Kapso',
			'It must be a UUID, such as 0a1b2c3d-0000-4000-8000-000000000001. Choose one from the list, or take the ID from the output of another Kapso operation.',
		);
	}
	// As Kapso writes them.
	return id?.toLowerCase();
}

/** A conversation that Kapso keeps. Read with `readUuid`. */
export const kapsoConversationField: INodeProperties = uuidLocator({
	displayName: 'Conversation',
	name: 'conversation',
	required: true,
	searchListMethod: 'searchKapsoConversations',
});

/** A customer of the Kapso project. Read with `readUuid`. */
export const kapsoCustomerField: INodeProperties = uuidLocator({
	displayName: 'Customer',
	name: 'customer',
	required: true,
	description: 'The customer of your Kapso project',
	searchListMethod: 'searchKapsoCustomers',
});

/** A number of the Kapso project, whichever customer it belongs to. Read with `readKapsoNumber`. */
export const kapsoNumberField: INodeProperties = idLocator({
	displayName: 'Phone Number',
	name: 'phoneNumber',
	required: true,
	description: 'The number, of any customer of your Kapso project',
	searchListMethod: 'searchKapsoNumbers',
	exampleId: '106540352242922',
});

/** The phone number ID of the number. @throws InputError when the field is empty or has something else. */
export function readKapsoNumber(parameters: Parameters, { name } = kapsoNumberField): string {
	return readId(parameters, name, phoneNumberId);
}

/** The same, or undefined if the field is empty or not added. */
export function readOptionalKapsoNumber(
	parameters: Parameters,
	field = kapsoNumberField,
): string | undefined {
	const isChosen = parameters.optionalLocator(field.name) !== undefined;
	return isChosen ? readKapsoNumber(parameters, field) : undefined;
}

const phoneNumberId = {
	what: 'a phone number ID',
	where: "Choose the number from the list, or take its ID from 'Kapso Phone Number: Get Many'.",
};
