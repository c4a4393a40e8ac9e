import type { Parameters } from '../../parameters/parameters';

export function readCurrencyCode(variable: Parameters): string {
	return variable
		.text('currencyCode', {
			pattern: { regex: /^\s*[A-Za-z]{3}\s*$/, description: 'three letters, such as USD' },
		})
		.trim()
		.toUpperCase();
}

export function readThousandths(variable: Parameters): number {
	const thousandths = variable.number('amount') * 1000;
	const rounded = Math.round(thousandths);
	// Rounding errors of binary fractions, as in 1.005 * 1000, are far smaller.
	if (Math.abs(thousandths - rounded) > 0.001) {
		throw variable.error('amount', 'has more than 3 decimals', 'Round it to 3 decimals.');
	}
	return rounded;
}
