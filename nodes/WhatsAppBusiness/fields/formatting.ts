const markers = ['*', '_', '~', '`'];

/**
 * Whether WhatsApp reads a part of the text as bold, italic, struck through or code: a pair of the same marker in one
 * line, the first at the beginning of a word and the second at the end of one. Takes linear time.
 * https://faq.whatsapp.com/539178204879377
 */
export function isFormatted(text: string): boolean {
	return text.split(/[\r\n]/).some((line) => markers.some((marker) => hasPair(line, marker)));
}

function hasPair(line: string, marker: string): boolean {
	const isContent = (character: string) => character !== marker && /\S/.test(character);
	let isOpen = false;
	for (let at = line.indexOf(marker); at >= 0; at = line.indexOf(marker, at + 1)) {
		const before = line.charAt(at - 1);
		const after = line.charAt(at + 1);
		if (isOpen && isContent(before) && !isOfWord(after)) return true;
		isOpen ||= isContent(after) && !isOfWord(before);
	}
	return false;
}

function isOfWord(character: string): boolean {
	return /[\p{L}\p{N}]/u.test(character);
}
