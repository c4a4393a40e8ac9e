import { codeFence, joiner, mayBegin, mayEnd } from './styledLine';

/** A part of a text that is not cut: from a position to before another. */
export interface Part {
	start: number;
	end: number;
}

const styleMarks = '*_~';

const url = /https?:\/\/\S*/g;

/**
 * The URLs and the code at the beginning of a text.
 * @param longest how much of the text to look at. What is longer itself may be cut.
 */
export function protectedParts(text: string, longest: number): Part[] {
	const parts = [...codeParts(text, longest), ...urlParts(text.slice(0, 2 * longest))];
	return parts.filter(({ start, end }) => start < longest && end - start <= longest);
}

/**
 * Cuts a text in two, each without spaces at the cut. What a mark has begun before the cut ends there and begins again
 * after it, and so does a quote.
 */
export function cutAt(text: string, at: number): [string, string] {
	const code = codeParts(text, at).find(({ start, end }) => start < at && at < end);
	if (code) return cutInCode(text, at, code);
	const lineStart = text.lastIndexOf('\n', at - 1) + 1;
	const lineEnd = text.indexOf('\n', at);
	const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
	const marks = openMarks(line, at - lineStart);
	const isInLine = at > lineStart && line.slice(0, at - lineStart).trim() !== '';
	const quote = isInLine && line.startsWith('> ') ? '> ' : '';
	const before = text.slice(0, at).trimEnd();
	const after = text.slice(at).trimStart();
	return [`${before}${marks.toReversed().join('')}`, `${quote}${marks.join('')}${after}`];
}

/** Inside a block, the rest begins with its next line as it is. */
function cutInCode(text: string, at: number, code: Part): [string, string] {
	const isAtMark = at - code.start < codeFence.length || code.end - at < codeFence.length;
	if (isAtMark) return [text.slice(0, code.start).trimEnd(), text.slice(code.start)];
	const mark = text.startsWith(codeFence, code.start) ? codeFence : '`';
	const before = text.slice(0, at);
	return [
		`${before.endsWith('\n') ? before.slice(0, -1) : before}${mark}`,
		`${mark}${text.slice(at)}`,
	];
}

/** Blocks of code, and code in a line, each with its marks, that begin before a position. One backtick in a URL is part of it. */
function codeParts(text: string, before: number): Part[] {
	const parts: Part[] = [];
	const urls = urlParts(text.slice(0, before));
	let at = text.indexOf('`');
	while (at !== -1 && at < before) {
		const mark = text.startsWith(codeFence, at) ? codeFence : '`';
		const isInUrl = mark === '`' && isWithin(urls, at);
		const isText = isInUrl || isLiteral(text, at);
		const close = isText ? -1 : indexOfMark(text, mark, at + mark.length);
		const lineEnd = mark === '`' ? text.indexOf('\n', at) : -1;
		const isClosed = close !== -1 && (lineEnd === -1 || close < lineEnd);
		const end = isClosed ? close + mark.length : at + mark.length;
		if (isClosed) parts.push({ start: at, end });
		at = text.indexOf('`', end);
	}
	return parts;
}

function indexOfMark(text: string, mark: string, from: number): number {
	let at = text.indexOf(mark, from);
	while (at !== -1 && isLiteral(text, at)) at = text.indexOf(mark, at + 1);
	return at;
}

function urlParts(text: string): Part[] {
	return [...text.matchAll(url)].map(({ 0: found, index }) => ({
		start: index,
		end: index + found.length,
	}));
}

function isWithin(parts: readonly Part[], at: number): boolean {
	return parts.some(({ start, end }) => start <= at && at < end);
}

/** The marks of a line that begin before a position and end after it. */
function openMarks(line: string, at: number): string[] {
	const open: string[] = [];
	const fixed = [...codeParts(line, at), ...urlParts(line.slice(0, at))];
	const isEnded = new Map([...styleMarks].map((mark) => [mark, hasEnd(line, mark, at)]));
	for (let index = 0; index < at; index++) {
		const mark = line.charAt(index);
		if (!isStyleMark(mark) || isLiteral(line, index)) continue;
		if (isWithin(fixed, index)) continue;
		const last = open.lastIndexOf(mark);
		if (last !== -1 && mayEnd(line, index)) open.splice(last, 1);
		else if (mayBegin(line, index) && isEnded.get(mark)) open.push(mark);
	}
	// A mark formats once.
	return [...new Set(open)];
}

function hasEnd(line: string, mark: string, from: number): boolean {
	for (let at = line.indexOf(mark, from); at !== -1; at = line.indexOf(mark, at + 1)) {
		if (mayEnd(line, at) && !isLiteral(line, at)) return true;
	}
	return false;
}

function isStyleMark(character: string): boolean {
	return character !== '' && styleMarks.includes(character);
}

/** Whether a mark stands at a position with no space there: a cut would part it from its word. */
export function isBesideMark(text: string, at: number): boolean {
	const around = [text.charAt(at - 1), text.charAt(at)];
	if (around.some((character) => character.trim() === '')) return false;
	return around.some((character) => isStyleMark(character) || character === '`');
}

/** Whether an invisible character on either side keeps a mark from formatting anything. */
function isLiteral(line: string, at: number): boolean {
	return line.charAt(at - 1) === joiner && line.charAt(at + 1) === joiner;
}
