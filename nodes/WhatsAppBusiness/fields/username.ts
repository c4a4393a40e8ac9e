import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../shared/limits';
import type { TextRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';

const { min, max } = limits.username;
const allowed = `${min} to ${max} English letters, digits, periods and underscores`;

const rule: TextRule = {
	convert: (text) => text.trim().replace(/^@/, ''),
	maxLength: max,
	pattern: { regex: /^[\w.]{3,}$/, description: allowed },
};

const forbidden = /^www|^\.|\.$|\.\.|\.(?:com|org|net|int|edu|gov|mil|us|in|html)$/i;

/** A username of the business. Read with `readUsername`. */
export const usernameField: INodeProperties = {
	displayName: 'Username',
	name: 'username',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. luckyshrub',
	description: `${allowed}, without @`,
};

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#business-usernames
 * @throws InputError when the field is empty, or WhatsApp has no such usernames.
 */
export function readUsername(parameters: Parameters): string {
	const username = parameters.text(usernameField.name, rule);
	if (forbidden.test(username) || !/[a-z]/i.test(username)) {
		throw parameters.error(
			usernameField.name,
			'cannot be a username',
			'It needs a letter, no www in front, no period at either end, no two periods in a row, and no ending such as .com.',
		);
	}
	return username;
}
