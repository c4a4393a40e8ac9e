import { RequestError } from '../../graphApi/errors/requestError';
import { argentine15, otherSpellings } from '../../shared/otherSpellings';

/** The recipient is not on the list of a test number. */
const notAllowedCode = 131030;

/**
 * The error of a test number, with the other spelling under which its list may have the recipient. The list compares
 * digits, and has numbers of Argentina without the 9, and those of Mexico with or without the 1.
 * https://github.com/chatwoot/chatwoot/issues/13932
 * @param to the recipient of the request, `+` and digits if it is a number.
 */
export function withSpelling(error: unknown, to: unknown): unknown {
	if (!(error instanceof RequestError) || error.facts.code !== notAllowedCode) return error;
	const [other] = typeof to === 'string' ? otherSpellings(to) : [];
	if (typeof to !== 'string' || other === undefined) return error;
	const listed = [other, argentine15(to)].filter((spelling) => spelling !== undefined);
	return error.with({
		todo: `If the list has ${to} already, Meta may have stored it as ${listed.join(' or as ')}: send to ${other}. ${error.facts.todo}`,
	});
}
