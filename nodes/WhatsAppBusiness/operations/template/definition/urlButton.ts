import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { DefinitionButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#url-buttons */
export const url: DefinitionButtonKind = {
	name: 'URL',
	description: 'Opens a web address',
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
			description: `Address of at most ${limits.templateUrl} characters. It can end with one variable.`,
		},
		{
			displayName: 'URL Example',
			name: 'urlExample',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/shop?promo=summer2026',
			description: 'Example for an address that ends with a variable',
		},
	],
	read: readUrl,
};

function readUrl(button: Parameters): RequestBody {
	const address = button.url('url', { maxLength: limits.templateUrl });
	const [fixed = '', ...rest] = address.split('{{');
	const example = button.optionalText('urlExample', { maxLength: limits.templateUrl })?.trim();
	if (rest.length === 0) {
		if (example === undefined) return { url: fixed };
		throw button.error(
			'urlExample',
			'has a value, but the URL has no variable',
			'Remove the example, or put {{1}} at the end of the URL.',
		);
	}
	if (rest.length > 1 || !/^[a-z0-9_]+\}\}$/.test(rest[0] ?? '')) {
		throw button.error(
			'url',
			'has a variable that does not stand at its end',
			'Put one variable, {{1}}, at the very end of the URL, or none.',
		);
	}
	return { url: address, example: [example ?? button.text('urlExample')] };
}
