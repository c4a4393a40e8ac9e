import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { DefinitionButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#url-buttons */
export const url: DefinitionButtonKind = {
	name: 'URL',
	description: 'Opens a web page',
	type: 'URL',
	max: limits.templateUrlButtons,
	fields: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/shop?promo={{1}}',
			description: `URL of at most ${limits.templateUrl} characters. It can end with one variable.`,
		},
		{
			displayName: 'URL Example',
			name: 'urlExample',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/shop?promo=summer2026',
			description: 'Example of the whole URL, if it ends with a variable',
		},
	],
	read: readUrl,
};

function readUrl(button: Parameters): RequestBody {
	const url = button.url('url', { maxLength: limits.templateUrl });
	const [fixed = '', ...rest] = url.split('{{');
	const example = button.optionalText('urlExample', { maxLength: limits.templateUrl })?.trim();
	if (rest.length === 0) {
		if (example === undefined) return { url: fixed };
		throw button.error(
			'urlExample',
			'is set, but the URL has no variable',
			'Remove the example, or add {{1}} at the end of the URL.',
		);
	}
	if (rest.length > 1 || !/^[a-z0-9_]+\}\}$/.test(rest[0] ?? '')) {
		throw button.error(
			'url',
			'has a variable that is not at its end',
			'Use one variable, {{1}}, at the very end of the URL, or none.',
		);
	}
	return { url, example: [example ?? button.text('urlExample')] };
}
