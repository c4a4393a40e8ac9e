import { createContext, Script } from 'node:vm';

import { processState } from '../../graphApi/processState';

/**
 * Milliseconds a pattern may take on one text: some take years on a text made for it. A busy machine takes a part of
 * them for others.
 */
const timeLimit = 300;

/** The pattern did not come to an end in time. */
export class PatternTooSlow extends Error {}

const sandbox = processState(() => createContext({}));
const test = new Script('expression.test(text)');

/**
 * Whether a text matches a regular expression, in bounded time: a thread can't be taken back from a
 * regular expression, except by a script that runs with a timeout.
 * https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
 * @throws SyntaxError when the pattern is not a regular expression.
 * @throws PatternTooSlow
 */
export function textMatches(text: string, pattern: string): boolean {
	const expression = compilePattern(pattern);
	const context = Object.assign(sandbox(), { expression, text });
	try {
		return test.runInContext(context, { timeout: timeLimit }) as boolean;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
			throw new PatternTooSlow();
		}
		throw error;
	}
}

/**
 * The regular expression of a pattern: as typed, letters in either case, or `/…/` with flags.
 * @throws SyntaxError
 */
export function compilePattern(pattern: string): RegExp {
	const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
	return source === undefined
		? new RegExp(pattern, 'i')
		: new RegExp(source, withoutPositionFlags(flags));
}

// Whether there is a match at all does not depend on them, but they have it sought from where the last one ended.
function withoutPositionFlags(flags = ''): string {
	return flags.replace(/[gy]/g, '');
}
