import { existsSync } from 'node:fs';

import { isJsonObject, parseJson } from '../../graphApi/json';
import { processState } from '../../graphApi/processState';
import { wait } from '../../graphApi/wait';
import { memoryFile, memoryOf } from '../../memory/memoryOf';
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
	const way = parseJson(stored);
	if (!isJsonObject(way)) return;
	const { url, body, headers } = way as unknown as HandOnWay;
	const options = { headers, timeout: handOnTimeout };
	for (const pause of pauses) {
		const problem = await sendToSelf(url, Buffer.from(body), undefined, purpose, options);
		if (problem === undefined) return;
		await wait(pause);
	}
}

const purpose = 'collected messages';
