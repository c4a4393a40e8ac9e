import type { ListRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';

/**
 * Reads a list of http or https URLs.
 * @throws InputError for an invalid one, or too many.
 */
export function readUrls(parameters: Parameters, name: string, rule?: ListRule): string[] {
	const urls = parameters.texts(name, rule);
	if (urls.some((url) => !/^https?:\/\//i.test(url) || !URL.canParse(url))) {
		throw parameters.error(
			name,
			'contains an invalid URL',
			"Enter full URLs that begin with 'https://'.",
		);
	}
	return urls;
}
