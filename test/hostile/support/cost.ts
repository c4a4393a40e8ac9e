/** Lengths that find an exponential pattern before it takes hours, then a cubic, then a quadratic one. */
const lengths = [16, 24, 28, 256, 1024, 8192, 65_536];

/** How much more than a harmless text of the same length a hostile one may take. */
const factor = 12;

/** CPU time of this process in milliseconds, which other processes do not change. */
export async function cpuTime(act: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

async function best(act: () => unknown, tries: number): Promise<number> {
	let shortest = Infinity;
	for (let tried = 0; tried < tries; tried++) shortest = Math.min(shortest, await cpuTime(act));
	return shortest;
}

/**
 * Checks that work on a hostile text takes about as long as on a harmless one of the same length. Both are compared
 * on this machine, the best of several tries.
 */
export async function expectProportionate(
	act: (text: string) => unknown,
	hostile: (length: number) => string,
	{
		harmless = (length: number) => 'a'.repeat(length),
		longest = 65_536,
	}: { harmless?: (length: number) => string; longest?: number } = {},
): Promise<void> {
	await act(harmless(16));
	for (const length of lengths.filter((each) => each <= longest)) {
		const [bad, good] = [hostile(length), harmless(length)];
		await expectSimilarCost(
			() => act(bad),
			() => act(good),
			`${length} characters`,
		);
	}
}

/** Checks that one action takes at most `factor` times as long as another. */
export async function expectSimilarCost(
	act: () => unknown,
	compared: () => unknown,
	what: string,
): Promise<void> {
	let allowed = (await best(compared, 3)) * factor;
	let taken = await best(act, 1);
	// A collection of garbage may strike either.
	for (let tries = 0; taken > allowed && taken < 10_000 && tries < 5; tries++) {
		allowed = Math.max(allowed, (await best(compared, 1)) * factor);
		taken = Math.min(taken, await best(act, 1));
	}
	if (taken > allowed) {
		throw new Error(`${what} take ${(taken / allowed) * factor} times as long as harmless ones`);
	}
}
