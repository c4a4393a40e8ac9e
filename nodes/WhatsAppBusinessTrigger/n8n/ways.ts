import { asObject } from '../../graphApi/coerce';
import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import type { JsonObject } from '../../graphApi/types';
import { wait } from '../../graphApi/wait';
import { keepOnThisMachine } from '../../memory/keepOnThisMachine';
import { memoryOf } from '../../memory/memoryOf';
import { readStored } from '../../memory/readStored';
import { redisUrlOf } from '../../memory/redisAddress';
import { wayPrefix } from '../../shared/conversation/collectionKeys';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';

/** Milliseconds for which a way that is kept on this machine is known. Nothing waits for longer. */
const wayLifetime = 10 * millisecondsPerDay;

/** Milliseconds to wait for the response to a request of the trigger to itself, which may download files before it. */
export const requestTimeout = 150_000;

/** Milliseconds between tries. */
export const pauses: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** A request of a trigger to itself. The memory keeps it while something waits, and it is sent after a restart of n8n. */
export interface Way {
	url: string;
	body: string;
	/** With the signature. */
	headers: Record<string, string>;
}

const lastKept = processState(() => new Map<string, number>());

/**
 * Keeps on this machine, once a day, the request with which a trigger resumes what waits in Redis after a start of n8n. A
 * process that has just started does not know that Redis: its URL is in the credential.
 * @param name different for each trigger and each kind of thing that waits.
 */
export async function keepWay(
	name: string,
	way: string,
	credential: Pick<CredentialData, 'redisUrl'>,
	now = Date.now(),
): Promise<void> {
	if (redisUrlOf(credential) === '') return;
	if (now - (lastKept().get(name) ?? 0) < millisecondsPerDay) return;
	lastKept().set(name, now);
	await keepOnThisMachine(`${wayPrefix}${name}`, way, wayLifetime);
}

/** Resumes what waited in the process before this one. For what waits in Redis, see `keepWay`. */
export async function resumeAll(): Promise<void> {
	const waiting = await memoryOf({ redisUrl: '' }).entries(wayPrefix);
	await Promise.all([...waiting.values()].map(resume));
}

/** n8n may need a while until it takes requests. */
async function resume(stored: string): Promise<void> {
	const way = readStored(stored, 'the way to what a trigger waits for', readWay);
	if (way === undefined) return;
	const { url, body, headers } = way;
	// Mostly nothing waits.
	const { sendToSelf } = await import('./selfRequest');
	const options = { headers, timeout: requestTimeout };
	for (const pause of pauses) {
		// The headers have the signature.
		const purpose = 'collected messages';
		const problem = await sendToSelf(url, Buffer.from(body), undefined, purpose, options);
		if (problem === undefined) return;
		await wait(pause);
	}
}

function readWay(value: unknown): Way | undefined {
	const { url, body, headers } = asObject<JsonObject>(value as JsonObject);
	const all = Object.entries(asObject<JsonObject>(headers));
	const texts = all.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []));
	if (typeof url !== 'string' || typeof body !== 'string') return undefined;
	return { url, body, headers: Object.fromEntries(texts) as Record<string, string> };
}
