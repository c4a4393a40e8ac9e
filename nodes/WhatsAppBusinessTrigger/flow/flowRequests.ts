import { createHash } from 'node:crypto';

import { megabyte } from '../../shared/fileSize';
import type { HttpResponse } from '../../shared/httpResponse';
import { processState } from '../../graphApi/processState';
import { seenEventsOf } from '../duplicates/seenEvents';

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

/**
 * The requests that a Flow has sent to a trigger. A request names the key and the vector of its response. Two
 * different responses under the same key and vector would reveal both, so each request gets one only.
 */
export class FlowRequests {
	private readonly seen;

	/** @param trigger the `triggerKey`. */
	constructor(
		private readonly trigger: string,
		report: (what: string) => void,
	) {
		this.seen = seenEventsOf(`${trigger} flow`, report);
	}

	/**
	 * Marks a request as received. Returns false if it was received before, also before a restart.
	 * @param id the key and the vector that the request names.
	 */
	claim(id: Buffer): boolean {
		const key = keyOf(id);
		if (!this.seen.markSeen(key)) return false;
		// Written at once: after a crash, the request must not start the workflow again.
		void this.seen.remember([key]);
		return true;
	}

	/** Keeps the response to a request that was claimed, once it is sent. */
	keep(id: Buffer, response: FutureResponse): void {
		responses().add(this.idOf(id), response);
	}

	/** Returns the response to a request, which may not be sent yet; undefined if it is no longer kept. */
	async responseTo(id: Buffer): FutureResponse {
		return await responses().get(this.idOf(id));
	}

	private idOf(id: Buffer): string {
		return `${this.trigger} ${keyOf(id)}`;
	}
}

function keyOf(id: Buffer): string {
	return createHash('sha256').update(id).digest('base64url');
}
