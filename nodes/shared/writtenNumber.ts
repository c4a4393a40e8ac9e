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
	const plain = inAscii(text)
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

/** As far as there are characters of ASCII that mean the same. Most numbers are written in it. */
function inAscii(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return text;
	return text
		.normalize('NFKC')
		.replace(invisible, '')
		.replace(/\p{Nd}/gu, asciiDigit);
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
	return withPlus(/^\+?(\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i.exec(text)?.[1] ?? '');
}

/** What other WhatsApp software writes for a chat that is not with a phone number. */
const otherChats: Record<string, { is: string; todo: string }> = {
	'g.us': {
		is: 'the ID of a group in other WhatsApp software',
		todo: "Enter the phone number of a person. The groups of your business number have IDs of their own: 'Group: Get Many' lists them.",
	},
	lid: {
		is: 'the hidden ID of a person in other WhatsApp software',
		todo: 'Enter the phone number, which that software has in another field, often with @s.whatsapp.net behind it. Or the business-scoped user ID from a webhook of Meta.',
	},
	newsletter: {
		is: 'the ID of a channel',
		todo: 'The API of WhatsApp does not send to channels. Enter the phone number of a person.',
	},
	broadcast: {
		is: 'a broadcast list or the status in other WhatsApp software',
		todo: 'The API of WhatsApp has neither. Enter the phone number of a person, one item for each.',
	},
};

/** What an ID of other WhatsApp software is that contains no phone number, and what to enter instead. */
export function otherChat(text: string): { is: string; todo: string } | undefined {
	const server = /@([a-z.]{1,20})$/i.exec(text)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(otherChats, server) ? otherChats[server] : undefined;
}

function withPlus(text: string): string | undefined {
	return /^\+?\d+$/.test(text) ? `+${text.replace('+', '')}` : undefined;
}
