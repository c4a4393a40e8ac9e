import { RE2JS } from 're2js';

import { InputError } from '../../shared/inputError';

const field = 'Text Matches Pattern';

/** Flags of JavaScript, as RE2 knows them. Those with 0 change nothing about whether a text matches. */
const flagValues: Readonly<Record<string, number>> = {
	i: RE2JS.CASE_INSENSITIVE,
	m: RE2JS.MULTILINE,
	s: RE2JS.DOTALL,
	...{ d: 0, g: 0, u: 0, y: 0 },
};

/** A regular expression that was read. */
export interface TextPattern {
	matches(text: string): boolean;
	/** The most steps that it takes to know. Most patterns take far fewer, namely one for each character. */
	steps(text: string): number;
}

/**
 * Reads a regular expression, ignoring case unless it is written as `/…/` with flags. RE2 runs it: its time grows
 * with the length of the text only, whereas JavaScript can take years on a crafted text.
 * https://github.com/google/re2/wiki/Syntax
 * @throws InputError when it is not a regular expression, or needs what RE2 does not have.
 */
export function readTextPattern(written: string): TextPattern {
	const { source, flags } = parts(written);
	// RE2JS would read it as the letter k or as a digit.
	if ([...source.matchAll(/\\(.)/gs)].some(([, escaped = '']) => /[1-9k]/.test(escaped))) {
		throw notSupported('a backreference such as \\1');
	}
	const values = [...flags].map((flag) => flagValues[flag]);
	if (values.includes(undefined)) {
		throw new InputError(
			field,
			'has a flag that is not supported',
			'Write only i, m or s after the second slash.',
		);
	}
	const pattern = compiled(
		asciiSpaces(source),
		values.reduce<number>((all, value = 0) => all | value, RE2JS.LOOKBEHINDS),
	);
	return {
		matches: (text) => pattern.test(asciiSpaces(text)),
		steps: (text) => text.length * pattern.programSize(),
	};
}

function parts(written: string): { source: string; flags: string } {
	const end = written.lastIndexOf('/');
	const flags = written.slice(end + 1);
	return written.startsWith('/') && end > 1 && /^[a-z]*$/.test(flags)
		? { source: written.slice(1, end), flags }
		: { source: written, flags: 'i' };
}

function compiled(source: string, flags: number): RE2JS {
	try {
		return RE2JS.compile(RE2JS.translateRegExp(source), flags);
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		if (/`\(\?[=!]/.test(reason)) throw notSupported('a lookahead, (?=…) or (?!…)');
		throw new InputError(
			field,
			`is not a regular expression${withoutOwnWords(reason)}`,
			"Check its brackets and backslashes, or use the filter 'Text Contains'.",
		);
	}
}

/** Leaves of RE2JS's message what is about the pattern: it begins with a preface, and quotes the flags as `(?i)`. */
function withoutOwnWords(reason: string): string {
	return reason.replace('error parsing regexp', '').replace(/`(?:\(\?[ims]\))+/, '`');
}

function notSupported(what: string): InputError {
	return new InputError(
		field,
		`has ${what}, which is not supported`,
		"Write the pattern without it, or check the text in an 'If' node after the trigger.",
	);
}

// For RE2, \s is the ASCII spaces only. A phone may write a no-break space, e.g. in "10:30 PM".
function asciiSpaces(text: string): string {
	return text.replace(/[^\S\n\r\t\f ]/g, ' ');
}
