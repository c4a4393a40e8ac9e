import { SimulatedGraphError } from '../graph/errors';

/**
 * An error of template management: code 100 with a subcode that identifies the rule.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export function templateError(
	subcode: number,
	userTitle: string,
	userMessage: string,
): SimulatedGraphError {
	return new SimulatedGraphError(100, {
		message: 'Invalid parameter',
		subcode,
		userTitle,
		userMessage,
	});
}

export const tooLong = (component: string, maximum: number) =>
	templateError(
		2388040,
		'Character limit exceeded',
		`The ${component} has more than ${maximum} characters.`,
	);

export const missingExample = (component: string) =>
	templateError(
		2388043,
		'Message template "components" param is missing expected field(s)',
		`component of type ${component} is missing expected field(s) (example)`,
	);
