import { cutAt, isBesideMark, protectedParts } from './cutText';
import type { Part } from './cutText';

/**
 * The unit of both limits is UTF-16 code units: Meta does not say how it counts, and no other way to count gives more.
 * An emoji counts as two or more.
 */
interface Lengths {
	/** The longest first text. */
	first: number;
	/** The longest of the others. */
	others: number;
}

/** Characters that the marks of a text that is cut inside them take at most. */
const marksLength = 6;

/** A text that is cut earlier would not get shorter: the rest begins with the marks again. */
const shortest = 8;

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter();

/**
 * Splits a text into several that are short enough: between paragraphs, lines, sentences or words, whatever comes first and
 * leaves no short text behind. A URL, a piece of code and an emoji stay whole if they are not too long themselves. Each
 * text has its own marks for bold, code and so on.
 */
export function splitText(text: string, { first, others }: Lengths): string[] {
	const texts: string[] = [];
	let rest = text.trim();
	for (let longest = first; rest.length > longest; longest = others) {
		const parts = protectedParts(rest, longest - marksLength);
		const [before, after] = cutAt(rest, placeToCut(rest, parts, longest - marksLength));
		if (before !== '') texts.push(before);
		rest = after;
	}
	return rest === '' ? texts : [...texts, rest];
}

/** Where to cut. */
function placeToCut(text: string, parts: readonly Part[], longest: number): number {
	const window = text.slice(0, longest);
	const isWhole = (at: number) => !parts.some(({ start, end }) => start < at && at < end);
	const isUsable = (at: number) =>
		at >= shortest && at <= longest && !isBesideMark(text, at) && isWhole(at);
	const early = longest / 2;
	const kinds = [
		placesAfter(window, '\n\n'),
		placesAfter(window, '\n'),
		segments(sentences, text, longest),
		spaces(window),
	];
	const usable = kinds.map((places) => places.filter(isUsable).at(-1) ?? 0);
	const late = usable.find((at) => at > early);
	if (late !== undefined) return late;
	const inLanguageWithoutSpaces = segments(words, text, longest).filter(isUsable).at(-1) ?? 0;
	if (inLanguageWithoutSpaces > early) return inLanguageWithoutSpaces;
	const any = Math.max(
		...usable,
		inLanguageWithoutSpaces,
		...parts.map(({ start }) => (isUsable(start) ? start : 0)),
	);
	if (any > 0) return any;
	// One word or one URL is longer than a message.
	const character = segments(graphemes, text, longest).at(-1) ?? 0;
	return character >= shortest ? character : wholeCodePoint(text, longest);
}

function placesAfter(window: string, separator: string): number[] {
	const places: number[] = [];
	for (let at = window.indexOf(separator); at !== -1; at = window.indexOf(separator, at + 1)) {
		places.push(at + separator.length);
	}
	return places;
}

function spaces(window: string): number[] {
	return [...window.matchAll(/\s/g)].map(({ index }) => index + 1);
}

/** The ends of sentences, words or characters as people see them. The last one may be cut off by the window. */
function segments(segmenter: Intl.Segmenter, text: string, longest: number): number[] {
	// What follows decides where the last segment ends.
	const window = text.slice(0, longest + 100);
	return [...segmenter.segment(window)]
		.map(({ index }) => index)
		.filter((at) => at > 0 && at <= longest);
}

function wholeCodePoint(text: string, at: number): number {
	const isInPair = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && at > 1;
	return isInPair ? at - 1 : at;
}
