/** Copied contacts carry direction marks, and web pages zero-width blanks. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Takes a phone number out of what people and programs put around it: a link to a chat (`https://wa.me/…`), the ID of a
 * chat in other WhatsApp software (`…@c.us`), a name (`Zoë <…>`), `tel:`, or the apostrophe of a spreadsheet. Digits of
 * any script become `0` to `9`. A number that has a country code by its nature gets a plus.
 * @param text of limited length.
 * @returns the text without blanks around it if it contains nothing of this.
 */
export function writtenNumber(text: string): string {
	const plain = text
		.normalize('NFKC')
		.replace(invisible, '')
		.replace(/\p{Nd}/gu, asciiDigit)
		.trim()
		.replace(/^['‘’ʼ]/, '');
	const unnamed = /^[^<>]*<([^<>]+)>$/.exec(plain)?.[1] ?? plain;
	return (
		ofLink(unnamed) ??
		ofChat(unnamed) ??
		unnamed
			.replace(/^(whatsapp|tel):/i, '')
			.trim()
			// Spreadsheets make numbers with decimals of them.
			.replace(/^(\+?\d+)\.0+$/, '$1')
	);
}

// Unicode keeps the ten digits of a script together, from zero to nine, with those of another script right behind some.
function asciiDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
	return String(before % 10);
}

/** https://faq.whatsapp.com/5913398998672934 */
function ofLink(text: string): string | undefined {
	const link = /^wa\.me\//i.test(text) ? `https://${text}` : text;
	if (!URL.canParse(link)) return undefined;
	const { hostname, pathname, protocol, searchParams } = new URL(link);
	if (hostname === 'wa.me') return withPlus(pathname.slice(1).replace(/\/$/, ''));
	const isWhatsApp = protocol === 'whatsapp:' || hostname.endsWith('.whatsapp.com');
	return isWhatsApp ? withPlus(searchParams.get('phone')?.trim() ?? '') : undefined;
}

// Evolution API, WAHA and their like write so; some put the number of the device behind a colon.
function ofChat(text: string): string | undefined {
	return withPlus(/^(\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i.exec(text)?.[1] ?? '');
}

function withPlus(text: string): string | undefined {
	return /^\+?\d+$/.test(text) ? `+${text.replace('+', '')}` : undefined;
}
