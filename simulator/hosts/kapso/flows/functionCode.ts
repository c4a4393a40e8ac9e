import { iso } from '../messageJson';

export interface ConsoleLog {
	level: string;
	message: string;
	logged_at: string;
}

/** What becomes of a call. */
interface FunctionResponse {
	statusCode: number;
	response: unknown;
	error?: string;
	logs: ConsoleLog[];
}

/**
 * What code responds. The simulator does not run it, but finds literals in it: `Response.json({"a": 1})`,
 * `new Response("text")` or `throw new Error("text")`, and `console.log("text")` before. Other code says what it got.
 */
export function responseOf(code: string, request: unknown): FunctionResponse {
	const logs = [...code.matchAll(/console\.(log|warn|error)\("([^"]*)"\)/g)].map(
		([, level = '', message = '']) => ({
			level: level === 'log' ? 'info' : level,
			message,
			logged_at: iso(Date.now()),
		}),
	);
	const thrown = literalIn(code, 'throw new Error(');
	if (thrown) return { statusCode: 500, response: null, error: String(thrown.value), logs };
	const found = literalIn(code, 'Response.json(') ?? literalIn(code, 'new Response(');
	return { statusCode: 200, response: found ? found.value : { received: request }, logs };
}

/** The JSON from a word to the last bracket. */
function literalIn(code: string, word: string): { value: unknown } | undefined {
	const start = code.indexOf(word);
	if (start < 0) return undefined;
	try {
		return { value: JSON.parse(code.slice(start + word.length, code.lastIndexOf(')'))) };
	} catch {
		return undefined;
	}
}
