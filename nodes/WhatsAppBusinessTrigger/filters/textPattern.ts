import { createContext, Script } from 'node:vm';

import { processState } from '../../graphApi/processState';

/**
 * Milliseconds a pattern may take on one text. Some patterns take years on a crafted text. The limit leaves
 * room for a busy machine.
 */
const timeLimit = 300;

/** The pattern exceeded the time limit. */
export class PatternTooSlow extends Error {}

const sandbox = processState(() => createContext({}));
const test = new Script('expression.test(text)');

/**
 * Whether a text matches a regular expression, in bounded time. A running regular expression can be
 * interrupted only in a script with a timeout.
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
 * Compiles a pattern, ignoring case unless it is written as `/…/` with flags.
 * @throws SyntaxError when the pattern is not a regular expression.
 */
export function compilePattern(pattern: string): RegExp {
	const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
	return source === undefined
		? new RegExp(pattern, 'i')
		: new RegExp(source, withoutPositionFlags(flags));
}

// `g` and `y` do not change whether there is a match, but start the search where the last match ended.
function withoutPositionFlags(flags = ''): string {
	return flags.replace(/[gy]/g, '');
}
