import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';

const offset = 100;

/** An amount of money as the Graph API takes it: 12.34 is `{ value: 1234, offset: 100 }`. */
export interface Amount {
	/** A whole number of hundredths: cents, centavos, paise. */
	value: number;
	offset: typeof offset;
}

/** @param hundredths a whole number, e.g. of cents. */
export function amount(hundredths: number): Amount {
	return { value: hundredths, offset };
}

/** A field for an amount, e.g. 12.34. Read with `readHundredths`. */
export function amountField(
	displayName: string,
	name: string,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		...more,
	};
}

/**
 * Reads a required amount in hundredths.
 * @param min the minimum as entered; 0.01 where Meta requires a positive amount.
 * @throws InputError when it is missing, too low, or has more than two decimals.
 */
export function readHundredths(parameters: Parameters, name: string, min = 0.01): number {
	const hundredths = parameters.number(name, { min }) * offset;
	const rounded = Math.round(hundredths);
	// In binary fractions, 0.1 + 0.2 is slightly more than 0.3.
	if (Math.abs(hundredths - rounded) > 1e-6 * Math.max(1, rounded)) {
		throw parameters.error(
			name,
			'has more than two decimals',
			'Round it to two decimals, e.g. 12.34.',
		);
	}
	return rounded;
}
