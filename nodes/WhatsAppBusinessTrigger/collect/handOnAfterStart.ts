import { existsSync } from 'node:fs';

import { asObject } from '../../graphApi/coerce';
import { processState } from '../../graphApi/processState';
import type { JsonObject } from '../../graphApi/types';
import { wait } from '../../graphApi/wait';
import { memoryFile, memoryOf } from '../../memory/memoryOf';
import { readStored } from '../../memory/readStored';
import { sqliteModule } from '../../memory/sqliteModule';
import { sendToSelf } from '../n8n/selfRequest';
import { openPrefix } from './collections';
import { handOnTimeout, pauses } from './handOn';
import type { HandOnWay } from './handOn';

const begun = processState(() => ({ isBegun: false }));

/**
 * Hands on what the process before this one had collected. Newer versions of n8n run nothing of a published trigger when
 * they start, except that they load it. A memory in Redis is not known then: its URL is in the credential.
 */
export function handOnAfterStart(): void {
	if (begun().isBegun) return;
	begun().isBegun = true;
	if (!sqliteModule() || !existsSync(memoryFile())) return;
	void handOnAll().catch(() => undefined);
}

async function handOnAll(): Promise<void> {
	const open = await memoryOf({ redisUrl: '' }).entries(openPrefix);
	await Promise.all([...open.values()].map(handOn));
}

/** n8n may need a while until it takes requests. */
async function handOn(stored: string): Promise<void> {
	const way = readStored(stored, 'the way to collected messages', readWay);
	if (way === undefined) return;
	const { url, body, headers } = way;
	const options = { headers, timeout: handOnTimeout };
	for (const pause of pauses) {
		const problem = await sendToSelf(url, Buffer.from(body), undefined, purpose, options);
		if (problem === undefined) return;
		await wait(pause);
	}
}

function readWay(value: unknown): HandOnWay | undefined {
	const { url, body, headers } = asObject<JsonObject>(value as JsonObject);
	const all = Object.entries(asObject<JsonObject>(headers));
	const texts = all.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []));
	if (typeof url !== 'string' || typeof body !== 'string') return undefined;
	return { url, body, headers: Object.fromEntries(texts) as Record<string, string> };
}

const purpose = 'collected messages';
