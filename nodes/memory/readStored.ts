import { LoggerProxy } from 'n8n-workflow';

import { parseJson } from '../graphApi/json';
import { processState } from '../graphApi/processState';

const said = processState(() => new Set<string>());

/**
 * Reads JSON that the memory has kept. Others may write to the store, so it is a text from outside: what cannot be read
 * counts as absent, and n8n's log says so once for each kind.
 * @param kind what it is, e.g. "an open question".
 * @param read returns undefined for a value that it cannot use.
 */
export function readStored<Result>(
	text: string,
	kind: string,
	read: (value: unknown) => Result | undefined,
): Result | undefined {
	const result = read(parseJson(text));
	if (result === undefined && !said().has(kind)) {
		said().add(kind);
		LoggerProxy.warn(
			`The memory of the WhatsApp nodes has ${kind} that cannot be read, which is ignored. If another program writes there, use another Redis database or file for it.`,
		);
	}
	return result;
}
