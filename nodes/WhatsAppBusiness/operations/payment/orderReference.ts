import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';
import { orderReferencePattern } from '../../fields/orderReference';
import type { Parameters } from '../../parameters/parameters';

/** The order of a payment. Read with `readReference`. */
export const referenceField: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order-4711',
	description: 'The reference ID of the order, as in Send Order Details',
};

/** @throws InputError when the field is empty, or the ID is too long or of other characters. */
export function readReference(parameters: Parameters): string {
	return parameters.text(referenceField.name, {
		convert: (id) => id.trim(),
		maxLength: limits.orderReference,
		pattern: orderReferencePattern,
	});
}
