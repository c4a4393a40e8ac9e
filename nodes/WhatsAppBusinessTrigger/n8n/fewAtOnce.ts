/** More requests at the same time would only wait for each other in n8n. */
const atOnce = 20;

/**
 * Does the same for each entry, for a few of them at the same time. All are tried, even if one fails.
 * @throws what the first one that failed has thrown.
 */
export async function fewAtOnce<Entry>(
	entries: readonly Entry[],
	action: (entry: Entry) => Promise<void>,
): Promise<void> {
	const left = entries.values();
	const problems: unknown[] = [];
	const work = async () => {
		for (const entry of left) {
			await action(entry).catch((error: unknown) => problems.push(error));
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, work));
	if (problems.length > 0) throw problems[0];
}
