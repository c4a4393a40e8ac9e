import type { InputError } from '../../inputError';
import { limits } from '../limits';

type Problem = (what: string, todo: string) => InputError;

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#names
 * @param problem makes the error that is thrown.
 * @throws InputError when the name has another form than Meta's.
 */
export function checkTemplateName(name: string, problem: Problem): void {
	if (name.length > limits.templateName || !/^[a-z0-9_]+$/.test(name)) {
		throw problem(
			'is not the name of a template',
			`A name has lowercase letters, digits and underscores, at most ${limits.templateName} in all.`,
		);
	}
}

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages
 * @param problem makes the error that is thrown.
 * @throws InputError when the code has another form than Meta's.
 */
export function checkLanguageCode(code: string, problem: Problem): void {
	if (!/^[a-z]{2,3}(_[A-Z0-9]{2,4})?$/.test(code)) {
		throw problem(
			'is not a language code of WhatsApp',
			'Use a code such as en, en_US or pt_BR: an underscore in the middle, capitals for the country.',
		);
	}
}
