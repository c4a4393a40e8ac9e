import { asText } from '../graphApi/coerce';
import { textLimits } from '../graphApi/textLimits';

/**
 * The values of a property of a vCard: of `TEL` the numbers, in the form of `from` where they use WhatsApp.
 * https://www.rfc-editor.org/rfc/rfc6350#section-3
 */
export function vcardValues(vcard: unknown, property: 'FN' | 'TEL'): string[] {
	const text = asText(vcard)?.slice(0, textLimits.vcard) ?? '';
	// A line that begins with a space continues the one before.
	const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
	return lines.flatMap((line) => {
		const colon = line.indexOf(':');
		const [name = '', ...parameters] = line.slice(0, Math.max(colon, 0)).split(';');
		// A property may belong to a group: `item1.TEL`.
		if (name.slice(name.lastIndexOf('.') + 1).toUpperCase() !== property) return [];
		const waId = parameters.find((parameter) => parameter.startsWith('waid='))?.slice(5);
		return asText(waId) ?? asText(unescaped(line.slice(colon + 1)).trim()) ?? [];
	});
}

function unescaped(value: string): string {
	return value.replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1');
}
