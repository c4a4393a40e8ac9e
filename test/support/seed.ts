import fc from 'fast-check';

/** Where random tests begin unless `SEED` says otherwise: the same code gives the same result in each run. */
const usual = 1;

/**
 * Random tests play the same cases in each run. With the environment variable `SEED`, they play others: those of a number,
 * such as one that a failure shows, or with `random` new ones each time.
 */
const chosen = process.env.SEED ?? String(usual);
if (chosen !== 'random') {
	const seed = Number(chosen);
	if (!Number.isInteger(seed))
		throw new Error(`SEED is '${chosen}', neither a whole number nor 'random'`);
	fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
