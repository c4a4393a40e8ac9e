import type { Parameters } from '../parameters/parameters';

/** What an empty field for a customer means. A sentence without its full stop. */
export const emptyMeans = 'Leave it empty for the customer whose message started the workflow';

/**
 * What is entered for a customer, or the customer who wrote if the field itself is empty. An expression that gives
 * nothing is an error: it was to name somebody else.
 * @throws InputError when the field is empty and no customer, or no one customer, wrote.
 */
export function readCustomerName(parameters: Parameters, field: string): string {
	const isEmpty = !parameters.isExpression(field) && parameters.optionalText(field) === undefined;
	const customer = isEmpty ? parameters.customerWhoWrote() : undefined;
	if (typeof customer === 'object') {
		throw parameters.error(
			field,
			`is empty, but ${customer.unclear} customers wrote in this execution, and n8n does not know which of them this item belongs to`,
			"Keep the trigger's 'customer' in the items and use it here.",
		);
	}
	return customer ?? parameters.text(field).trim();
}
