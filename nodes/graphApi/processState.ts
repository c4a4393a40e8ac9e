const resets = new Set<() => void>();

/**
 * State shared by all executions of the process. It is created when first used.
 * @param create makes the initial state.
 * @param dispose releases what the state contains, such as timers and sockets.
 * @returns the accessor of the state.
 */
export function processState<State extends object>(
	create: () => State,
	dispose?: (state: State) => void,
): () => State {
	let state: State | undefined;
	resets.add(() => {
		if (state) dispose?.(state);
		state = undefined;
	});
	return () => (state ??= create());
}

/** Forgets all state, as a restart of the process does. For tests. */
processState.reset = (): void => {
	for (const reset of resets) reset();
};
