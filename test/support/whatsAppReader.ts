/** A character as people see it, with the marks of its formatting, e.g. `*_`. */
export interface ShownCharacter {
	character: string;
	marks: string;
}

const joiner = '\u2060';
const word = /[\p{L}\p{N}\p{M}]/u;

/**
 * Reads a text as WhatsApp shows it, without spaces: a mark formats from the beginning of a word to the end of one in the
 * same line, three backticks anything between them, and nothing inside a URL.
 */
export function readWhatsApp(text: string): ShownCharacter[] {
	return text.split('```').flatMap((part, index) => {
		if (index % 2 === 1) return characters(part, '`');
		return part.split('\n').flatMap((line) => readLine(line, ''));
	});
}

/** The characters of a text but spaces, with the same marks. */
export function characters(text: string, marks: string): ShownCharacter[] {
	return [...text]
		.filter((character) => character.trim() !== '' && character !== joiner)
		.map((character) => ({ character, marks }));
}

function readLine(line: string, outer: string): ShownCharacter[] {
	for (let at = 0; at < line.length; at++) {
		at += urlAt(line, at);
		const mark = line.charAt(at);
		if (!'*_~`'.includes(mark) || mark === '' || !begins(line, at)) continue;
		const end = endOf(line, mark, at);
		if (end === undefined) continue;
		const inside = line.slice(at + 1, end);
		return [
			...characters(line.slice(0, at), outer),
			...(mark === '`' ? characters(inside, '`') : readLine(inside, outer + mark)),
			...readLine(line.slice(end + 1), outer),
		];
	}
	return characters(line, outer);
}

/** How long the URL is that begins there. A URL has no formatting inside, and may have parentheses in pairs. */
function urlAt(line: string, at: number): number {
	const rest = line.slice(at);
	return rest.startsWith('https://')
		? (/^(?:\([^\s()]*\)|[^\s)])+/.exec(rest)?.[0].length ?? 0)
		: 0;
}

function begins(line: string, at: number): boolean {
	const before = line.charAt(at - 1);
	const after = line.charAt(at + 1);
	return !word.test(before) && before !== joiner && after.trim() !== '' && after !== joiner;
}

function endOf(line: string, mark: string, from: number): number | undefined {
	for (let at = line.indexOf(mark, from + 2); at !== -1; at = line.indexOf(mark, at + 1)) {
		const before = line.charAt(at - 1);
		const after = line.charAt(at + 1);
		if (before.trim() !== '' && before !== joiner && !word.test(after) && after !== joiner) {
			return at;
		}
	}
	return undefined;
}
