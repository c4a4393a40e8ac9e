import { createHash } from 'node:crypto';

import type { IWebhookFunctions } from 'n8n-workflow';

import { asNumber, getPath } from '../../graphApi/coerce';
import { processState } from '../../graphApi/processState';
import type { Memory } from '../../memory/memory';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { kilobyte, megabyte } from '../../shared/fileSize';
import type { HttpResponse } from '../../shared/httpResponse';
import { seenEventsOf } from '../duplicates/seenEvents';
import type { SeenEvents } from '../duplicates/seenEvents';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';
import { memoryScope } from '../n8n/trigger';
import { digestOf } from '../../shared/digestOf';

/** Bytes of responses that are kept for all Flows of the process. */
const capacity = 16 * megabyte;
/** Requests whose response is kept or awaited. */
const maximumCount = 1_000;

type FutureResponse = Promise<HttpResponse | undefined>;

/** The newest responses, oldest first. */
class KeptResponses {
	private readonly kept = new Map<string, { response: FutureResponse; size: number }>();
	private size = 0;

	get(key: string): FutureResponse | undefined {
		return this.kept.get(key)?.response;
	}

	add(key: string, response: FutureResponse): void {
		const entry = { response, size: 0 };
		this.kept.set(key, entry);
		void response.then((sent) => {
			if (this.kept.get(key) !== entry) return;
			entry.size = sent?.text.length ?? 0;
			this.size += entry.size;
			this.dropOldest();
		});
		this.dropOldest();
	}

	private dropOldest(): void {
		for (const [key, { size }] of this.kept) {
			if (this.size <= capacity && this.kept.size <= maximumCount) return;
			this.kept.delete(key);
			this.size -= size;
		}
	}
}

const responses = processState(() => new KeptResponses());

/** Milliseconds for which a request is known. It has no time by which its age could be told. */
const requestLifetime = 30 * millisecondsPerDay;

/** What the memory has for other processes. Larger responses are known to this process only, in bytes. */
const maximumShared = 64 * kilobyte;
/** Milliseconds. Meta waits for 10 seconds. */
const sharedLifetime = 60_000;
const pollInterval = 200;
/** The value while the workflow runs. No response is an empty text. */
const running = '';

/**
 * The requests that a Flow has sent to a trigger. A request names the key and the vector of its response. Two
 * different responses under the same key and vector would reveal both, so each request gets one only.
 */
export class FlowRequests {
	/** @param scope the `memoryScope`. */
	constructor(
		private readonly memory: Store,
		private readonly seen: SeenEvents,
		private readonly scope: string,
	) {}

	/**
	 * Marks a request as received. Returns false if it was received before, by whichever process.
	 * @param id the key and the vector that the request names.
	 */
	async claim(id: Buffer): Promise<boolean> {
		// Both before the workflow starts: after a crash, the request must not start it again.
		const [isNew, known] = await Promise.all([
			this.seen.markSeen(keyOf(id)),
			this.memory.claim(this.sharedKey(id), running, sharedLifetime),
		]);
		if (!isNew && known === undefined) await this.memory.delete(this.sharedKey(id));
		return isNew;
	}

	/** Keeps the response to a request that was claimed, once it is sent. */
	async keep(id: Buffer, response: FutureResponse): Promise<void> {
		responses().add(this.idOf(id), response);
		const sent = await response;
		if (sent !== undefined && sent.text.length <= maximumShared) {
			await this.memory.set(this.sharedKey(id), JSON.stringify(sent), sharedLifetime);
		} else {
			await this.memory.delete(this.sharedKey(id));
		}
	}

	/**
	 * Returns the response to a request, which may not be sent yet; undefined if it is no longer known.
	 * @param isOver whether nobody waits for it any more.
	 */
	async responseTo(id: Buffer, isOver: () => boolean): FutureResponse {
		const here = responses().get(this.idOf(id));
		if (here) return await here;
		let found = await this.memory.get(this.sharedKey(id));
		while (found === running && !isOver()) {
			await new Promise((resolve) => setTimeout(resolve, pollInterval));
			found = await this.memory.get(this.sharedKey(id));
		}
		return found ? readStored(found, 'the response to a Flow', readResponse) : undefined;
	}

	private idOf(id: Buffer): string {
		return `${this.scope} ${keyOf(id)}`;
	}

	private sharedKey(id: Buffer): string {
		return `flowResponse:${this.scope}:${digestOf(keyOf(id))}`;
	}
}

/** Returns the requests that Flows have sent to a trigger. */
export async function flowRequestsOf(
	context: IWebhookFunctions,
	memory: Memory,
): Promise<FlowRequests> {
	const seen = await seenEventsOf(context, memory, 'flowRequest', requestLifetime);
	return new FlowRequests(memory, seen, memoryScope(context));
}

function readResponse(value: unknown): HttpResponse | undefined {
	const status = asNumber(getPath(value, 'status')) ?? 0;
	const text = getPath(value, 'text');
	const isStatus = Number.isInteger(status) && status >= 200 && status <= 599;
	return isStatus && typeof text === 'string' ? { status, text } : undefined;
}

function keyOf(id: Buffer): string {
	return createHash('sha256').update(id).digest('base64url');
}
