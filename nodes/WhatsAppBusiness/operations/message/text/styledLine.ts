/** WhatsApp's marks for bold, italic and strikethrough. https://faq.whatsapp.com/539178204879377 */
export type Mark = '*' | '_' | '~';

/** A part of a line. Code is enclosed and otherwise kept as it is, like all that is fixed, such as a URL. */
export interface Run {
	kind: 'text' | 'code' | 'fixed';
	text: string;
	marks: ReadonlySet<Mark>;
}

/**
 * An invisible character that takes no space: a mark between two of them formats nothing, because WhatsApp wants a word on
 * one side and none on the other.
 */
export const joiner = '\u2060';

export const codeFence = '```';

const marks: readonly Mark[] = ['*', '_', '~'];

/** A letter, a digit or part of one. Beside it a mark is shown as it is, as in snake_case. */
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** What WhatsApp shows as a list or a quote where a line begins with it. */
const lineStart = /^(?:[*-]\s|\d{1,9}\.\s|>)/;

/** Around each run, where a mark may come to stand: neither a space nor part of a word. */
const boundary = '\0';

/** Writes a line as WhatsApp formats it. What only looks like a mark is kept from formatting anything. */
export function writeLine(runs: readonly Run[]): string {
	const shown = runs.map(asShown);
	const line = ['', ...shown.map(({ text }) => text), ''].join(boundary);
	const active = activeMarks(shown, line);
	let at = boundary.length;
	let last = '';
	const escaped = shown.map((run, index) => {
		const start = at;
		const end = start + run.text.length;
		const before = last;
		at = end + boundary.length;
		last = lastCharacter([run], before);
		if (run.kind === 'text') return { ...run, text: escapeMarks(line, start, end, active) };
		if (run.kind === 'fixed') return run;
		const after = firstCharacter(shown.slice(index + 1));
		return { ...run, text: asCode(run.text, { before, after }) };
	});
	const startsLikeList = shown[0]?.kind === 'text' && lineStart.test(shown[0].text);
	return `${startsLikeList ? joiner : ''}${writeStyled(escaped, marks, { before: '', after: '' })}`;
}

/** What stands on either side. Empty at the end of a line. */
interface Around {
	before: string;
	after: string;
}

/** Code that no marks can enclose is text. */
function asShown(run: Run): Run {
	if (run.kind !== 'code') return run;
	const isEnclosable =
		!run.text.includes(codeFence) && !run.text.startsWith('`') && !run.text.endsWith('`');
	return isEnclosable ? run : { ...run, kind: 'text' };
}

/** One backtick encloses a word that stands alone, three enclose anything. */
function asCode(code: string, { before, after }: Around): string {
	const isAlone = ![before, after].some(
		(character) => isWord(character) || [...marks, '`'].includes(character),
	);
	const isPlain = code === code.trim() && !code.includes('`');
	const mark = isAlone && isPlain ? '`' : codeFence;
	return `${mark}${code}${mark}`;
}

/** The marks that would format something: those in use, and those of which one may end what another begins. */
function activeMarks(runs: readonly Run[], line: string): ReadonlySet<string> {
	const used = runs.flatMap(({ kind, marks: own }) => (kind === 'code' ? ['`'] : [...own]));
	const paired = [...marks, '`'].filter((mark) => {
		const places = placesOf(mark, line);
		const first = places.find((at) => mayBegin(line, at));
		return first !== undefined && places.some((at) => at > first && mayEnd(line, at));
	});
	return new Set([...used, ...paired]);
}

function placesOf(mark: string, line: string): number[] {
	const places: number[] = [];
	for (let at = line.indexOf(mark); at !== -1; at = line.indexOf(mark, at + 1)) places.push(at);
	return places;
}

function escapeMarks(line: string, from: number, to: number, active: ReadonlySet<string>): string {
	let escaped = '';
	for (let at = from; at < to; at++) {
		const character = line.charAt(at);
		escaped +=
			active.has(character) && (mayBegin(line, at) || mayEnd(line, at))
				? `${joiner}${character}${joiner}`
				: character;
	}
	return escaped;
}

/** Whether the mark at a position may begin a style, as far as its neighbours say. */
export function mayBegin(line: string, at: number): boolean {
	if (line.charAt(at) === '`') return true;
	return !isWord(line.charAt(at - 1)) && !isSpace(line.charAt(at + 1));
}

/** Whether the mark at a position may end a style, as far as its neighbours say. */
export function mayEnd(line: string, at: number): boolean {
	if (line.charAt(at) === '`') return true;
	return !isWord(line.charAt(at + 1)) && !isSpace(line.charAt(at - 1));
}

/** Writes runs with the given marks around those that have them, the first outermost. */
function writeStyled(
	runs: readonly Run[],
	[mark, ...inner]: readonly Mark[],
	{ before, after }: Around,
): string {
	if (mark === undefined) return runs.map(({ text }) => text).join('');
	const groups = groupBy(runs, (run) => run.kind === 'text' && run.marks.has(mark));
	let written = '';
	let last = before;
	groups.forEach((group, index) => {
		const around = {
			before: last,
			after: index === groups.length - 1 ? after : firstCharacter(groups[index + 1]?.runs),
		};
		last = lastCharacter(group.runs, last);
		const text = writeStyled(group.runs, inner, around);
		written += group.matches ? enclosed(text, mark, around) : text;
	});
	return written;
}

/** Marks stand at the words that they enclose, and not inside one or beside what keeps a mark from formatting. */
function enclosed(text: string, mark: Mark, { before, after }: Around): string {
	const words = text.trim();
	if (words === '') return text;
	const start = text.length - text.trimStart().length;
	const end = start + words.length;
	const isInWord = (start === 0 && isWord(before)) || (end === text.length && isWord(after));
	const edges = [words.charAt(0), words.slice(-1), before, after];
	if (isInWord || edges.includes(joiner)) return text;
	return `${text.slice(0, start)}${mark}${words}${mark}${text.slice(end)}`;
}

interface Group {
	matches: boolean;
	runs: Run[];
}

function groupBy(runs: readonly Run[], matches: (run: Run) => boolean): Group[] {
	const groups: Group[] = [];
	for (const run of runs) {
		const last = groups.at(-1);
		if (last?.matches === matches(run)) last.runs.push(run);
		else groups.push({ matches: matches(run), runs: [run] });
	}
	return groups;
}

/** Stands for the last character while a URL may go on: it takes in what follows without a space, also a mark. */
const insideUrl = 'URL';

/** @param before the last character before the runs. */
function lastCharacter(runs: readonly Run[], before: string): string {
	return runs.reduce((last, run) => (run.text === '' ? last : endOf(run, last)), before);
}

function endOf({ kind, text }: Run, before: string): string {
	const end = text.slice(-1);
	if (isSpace(end)) return end;
	// A URL in parentheses ends there, but no mark begins right behind them.
	if (kind === 'fixed') return text.startsWith(' (') ? 'x' : insideUrl;
	return before === insideUrl && !/\s/.test(text) ? insideUrl : end;
}

function firstCharacter(runs: readonly Run[] = []): string {
	return runs.find(({ text }) => text !== '')?.text.charAt(0) ?? '';
}

function isWord(character: string): boolean {
	return wordCharacter.test(character);
}

function isSpace(character: string): boolean {
	return character.trim() === '';
}
