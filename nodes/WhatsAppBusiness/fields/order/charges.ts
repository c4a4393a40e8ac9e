import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { amount, amountField, readHundredths } from '../amount';

const programName: INodeProperties = {
	displayName: 'Program Name',
	name: 'programName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Spring sale',
	description: `Name of the discount program, if any, at most ${limits.orderText} characters`,
};

function charge(displayName: string, name: string, more: INodeProperties[] = []): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Add ${displayName}`,
		default: {},
		options: [
			{
				displayName,
				name: 'charge',
				values: [
					amountField(`${displayName} Amount`, 'amount', { required: true }),
					{
						displayName: `${displayName} Note`,
						name: 'description',
						type: 'string',
						default: '',
						description: `Shown beside the amount, at most ${limits.orderText} characters`,
					},
					...more,
				],
			},
		],
	};
}

export const chargeFields: INodeProperties[] = [
	charge('Discount', 'discount', [programName]),
	charge('Shipping', 'shipping'),
	charge('Tax', 'tax'),
];

/** What is added to or deducted from the prices of the items. */
export interface Charges {
	/** Their sum in hundredths. Negative if the discount is greater than the rest. */
	sum: number;
	/** Meta's objects, for the `order`. */
	objects: RequestBody;
}

/**
 * Reads tax, shipping and discount. The tax is always sent, because Meta requires it; 0 is not shown.
 * @throws InputError for an invalid amount or text.
 */
export function readCharges(options: Parameters): Charges {
	const tax = readCharge(options, 'tax', 0);
	const shipping = readCharge(options, 'shipping', 0);
	const discount = readCharge(options, 'discount', 0.01);
	return {
		sum: (tax?.hundredths ?? 0) + (shipping?.hundredths ?? 0) - (discount?.hundredths ?? 0),
		objects: {
			tax: tax?.object ?? { ...amount(0) },
			shipping: shipping?.object,
			discount: discount?.object,
		},
	};
}

function readCharge(
	options: Parameters,
	name: string,
	min: number,
): { hundredths: number; object: RequestBody } | undefined {
	const chosen = options.entry(name, 'charge');
	if (!chosen) return undefined;
	const rule = { maxLength: limits.orderText };
	const hundredths = readHundredths(chosen, 'amount', min);
	return {
		hundredths,
		object: {
			...amount(hundredths),
			description: chosen.optionalText('description', rule),
			// Only a discount has this field.
			discount_program_name: chosen.optionalText('programName', rule),
		},
	};
}
