import { randomBytes } from 'node:crypto';

import { asText, getPath } from '../../graphApi/coerce';
import { isJsonObject } from '../../graphApi/json';
import { metaHeader } from '../../graphApi/webhooks/signer';
import type { Memory } from '../../memory/memory';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { megabyte } from '../../shared/fileSize';

/** A delivery of the host as it came in. */
export interface SignedDelivery {
	body: Buffer;
	contentType: string;
	/** Not set for a host that signs nothing. */
	signatureHeader?: string;
	signature?: string;
	/** What the host says of the body. */
	headers?: Record<string, string>;
}

/** Hours for which a delivery waits for the second system. */
export const hoursToWait = 24;
const lifetime = hoursToWait * 3_600_000;

/** What waits for the second system of one trigger, at most. With several processes it may be a little more. */
export const mostWaiting = { deliveries: 10_000, bytes: 100 * megabyte };

/** What the name of a delivery says about it, so that nobody must read the delivery for it. */
interface Named {
	/** When it arrived, in Unix milliseconds. */
	at: number;
	/** Of the body, in bytes. */
	size: number;
	/** Deliveries of the same lane go out one after the other. '' if the order does not matter. */
	lane: string;
}

/** The deliveries of a trigger that wait for the second system, in whichever process, oldest first. */
export class WaitingDeliveries {
	/** What waited at the last look, and what this process has added since. */
	private known = { deliveries: 0, bytes: 0 };

	/** @param scope of the trigger in the memory. */
	constructor(
		private readonly store: Store & Partial<Pick<Memory, 'isIncomplete'>>,
		private readonly scope: string,
	) {}

	/**
	 * Adds a delivery, which then survives the end of the process.
	 * @returns false if too much waits already.
	 */
	async add(delivery: SignedDelivery, lane: string, now = Date.now()): Promise<boolean> {
		const size = delivery.body.length;
		if (!this.hasRoom(size)) {
			await this.names();
			if (!this.hasRoom(size)) return false;
		}
		const name = nameOf({ at: now, size, lane });
		const text = JSON.stringify({ ...delivery, body: delivery.body.toString('base64') });
		this.note(size);
		await Promise.all([
			this.store.set(this.keyOf(name), text, lifetime),
			// Longer, so that somebody notices what is given up.
			this.store.push(this.listKey, name, 2 * lifetime, 2 * mostWaiting.deliveries),
		]);
		return true;
	}

	/** The names of all that wait, oldest first. */
	async names(): Promise<string[]> {
		const names = await this.store.list(this.listKey);
		this.known = { deliveries: 0, bytes: 0 };
		for (const name of names) this.note(sizeOf(name));
		return names;
	}

	/** Whether more may wait than the memory knows at the moment. */
	get mayBeMore(): boolean {
		return this.store.isIncomplete === true;
	}

	/** Returns the delivery, or undefined if the memory does not have it, or no longer. */
	async read(name: string): Promise<SignedDelivery | undefined> {
		const stored = await this.store.get(this.keyOf(name));
		return stored === undefined
			? undefined
			: readStored(stored, 'a webhook to be forwarded', deliveryIn);
	}

	async remove(name: string): Promise<void> {
		await Promise.all([this.store.remove(this.listKey, name), this.store.delete(this.keyOf(name))]);
	}

	private hasRoom(size: number): boolean {
		const { deliveries, bytes } = this.known;
		return deliveries < mostWaiting.deliveries && bytes + size <= mostWaiting.bytes;
	}

	private note(size: number): void {
		this.known.deliveries += 1;
		this.known.bytes += size;
	}

	private get listKey(): string {
		return `forwarding:${this.scope}`;
	}

	private keyOf(name: string): string {
		return `${this.listKey}:${name}`;
	}
}

/** The lane of a delivery with this name. */
export function laneOf(name: string): string {
	return partsOf(name)[2] ?? '';
}

/** Whether a delivery with this name has waited for so long that it is given up. */
export function hasExpired(name: string, now = Date.now()): boolean {
	// What others have written there has no time.
	return !(now - Number(partsOf(name)[0]) < lifetime);
}

function sizeOf(name: string): number {
	return Number(partsOf(name)[1]) || 0;
}

function nameOf({ at, size, lane }: Named): string {
	return [at, size, lane, randomBytes(6).toString('base64url')].join('.');
}

function partsOf(name: string): string[] {
	return name.split('.');
}

function deliveryIn(stored: unknown): SignedDelivery | undefined {
	const body = asText(getPath(stored, 'body'));
	const contentType = asText(getPath(stored, 'contentType'));
	if (body === null || contentType === null) return undefined;
	const headers = textsIn(getPath(stored, 'headers'));
	const delivery = {
		...{ body: Buffer.from(body, 'base64'), contentType },
		...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
	};
	const signature = asText(getPath(stored, 'signature'));
	if (signature === null) return delivery;
	// Earlier versions kept only what Meta had signed.
	const signatureHeader = asText(getPath(stored, 'signatureHeader')) ?? metaHeader;
	return { ...delivery, signatureHeader, signature };
}

function textsIn(stored: unknown): Array<[string, string]> {
	const entries: Array<[string, unknown]> = isJsonObject(stored) ? Object.entries(stored) : [];
	return entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
