import { processState } from '../../graphApi/processState';

interface Turn {
	current: Promise<void>;
	next?: Promise<void>;
}

const turns = processState(() => new Map<string, Turn>());

/**
 * Runs actions with the same name one after the other. All who ask while one runs share the next one, which begins after
 * they have asked.
 */
export async function inTurns(name: string, action: () => Promise<void>): Promise<void> {
	const turn = turns().get(name);
	if (turn === undefined) await begin(name, action);
	else await (turn.next ??= turn.current.catch(() => undefined).then(() => begin(name, action)));
}

function begin(name: string, action: () => Promise<void>): Promise<void> {
	const turn: Turn = {
		current: action().finally(() => {
			if (turn.next === undefined) turns().delete(name);
		}),
	};
	turns().set(name, turn);
	return turn.current;
}
