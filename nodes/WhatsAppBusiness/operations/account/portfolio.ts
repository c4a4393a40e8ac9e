import type { INodeProperties } from 'n8n-workflow';

import { readTypedId } from '../../fields/readId';
import type { Parameters } from '../../parameters/parameters';

/** The business portfolio that owns accounts or has them shared with it. Read with `readPortfolio`. */
export const portfolioField: INodeProperties = {
	displayName: 'Business Portfolio ID',
	name: 'businessId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 506914307656634',
	description: 'Meta Business Settings shows it under Business Info',
};

/** @throws InputError when the field is empty or the ID is invalid. */
export function readPortfolio(parameters: Parameters): string {
	return readTypedId(parameters, portfolioField.name, {
		what: 'the ID of a business portfolio',
		where: 'Meta Business Settings shows it under Business Info.',
	});
}
