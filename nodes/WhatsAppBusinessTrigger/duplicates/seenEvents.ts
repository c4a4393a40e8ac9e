import type { IWebhookFunctions } from 'n8n-workflow';

import type { Memory } from '../../memory/memory';
import type { Store } from '../../memory/store';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';
import { maximumDeliveryAge } from '../events/redelivery';
import { oncePerProcess } from '../n8n/oncePerProcess';
import { logError, memoryScope, reasonOf, triggerKey } from '../n8n/trigger';
import { digestOf } from '../../shared/digestOf';
import { Claims, done } from './claims';
import { takeOverFiles } from './takeOverFiles';

/** Milliseconds for which an event is known. Older events start nothing. */
const eventLifetime = maximumDeliveryAge * millisecondsPerDay;

/** Milliseconds between looks at what somebody else has in hand; 3 seconds in total. */
export const pausesUntilDone: readonly number[] = [20, 50, 100, 200, 400, 800, 1430];

/** Somebody else has an event in hand, or has ended with it in hand. Meta shall deliver it again. */
export class StillPending extends Error {
	constructor() {
		super('An event is still being processed');
	}
}

/** The events that a trigger has seen, in whichever process. */
export class SeenEvents {
	/**
	 * @param prefix of the keys in the memory.
	 * @param lifetime milliseconds for which an event is known.
	 */
	constructor(
		private readonly memory: Store,
		private readonly prefix: string,
		private readonly lifetime: number,
	) {}

	/** Whether something has started with the event, or is about to. */
	async state(event: string): Promise<'pending' | 'done' | undefined> {
		return (await this.states([event]))[0];
	}

	/** Like `state` for each of the events, in their order. */
	async states(events: readonly string[]): Promise<Array<'pending' | 'done' | undefined>> {
		const found = await this.memory.getAll(events.map((event) => this.keyOf(event)));
		return found.map((value) => (value === undefined || value === done ? value : 'pending'));
	}

	/** Marks an event as seen. Returns false if it was seen before. */
	async markSeen(event: string): Promise<boolean> {
		return (await this.memory.claim(this.keyOf(event), done, this.lifetime)) === undefined;
	}

	/** Marks an event as seen, also if somebody who has ended had it in hand. */
	async markDone(event: string): Promise<void> {
		await this.memory.set(this.keyOf(event), done, this.lifetime);
	}

	/** Un-marks an event that has started nothing. */
	async forget(event: string): Promise<void> {
		await this.memory.delete(this.keyOf(event));
	}

	/**
	 * Claims the events that have not started anything, and waits a moment for those that somebody else has in hand.
	 * @returns those that are for the caller, who must finish or release them.
	 * @throws StillPending if somebody still has one in hand. Nothing is claimed then.
	 */
	async take(events: readonly string[]): Promise<Claims> {
		const claims = new Claims(this.memory, (event) => this.keyOf(event), this.lifetime);
		let open = [...new Set(events)];
		for (const pause of [...pausesUntilDone, undefined]) {
			const states = await claims.addAll(open);
			open = open.filter((_, index) => states[index] === 'pending');
			if (open.length === 0) return claims;
			if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
		}
		await claims.release();
		throw new StillPending();
	}

	private keyOf(event: string): string {
		return this.prefix + digestOf(event);
	}
}

/**
 * Returns the events that a trigger has seen, with those in files of earlier versions.
 * @param kind of events, which is the beginning of their keys in the memory.
 * @param lifetime milliseconds for which an event is known.
 */
export async function seenEventsOf(
	context: IWebhookFunctions,
	memory: Memory,
	kind: 'seen' | 'flowRequest' = 'seen',
	lifetime = eventLifetime,
): Promise<SeenEvents> {
	const prefix = `${kind}:${memoryScope(context)}:`;
	await oncePerProcess(`take over ${prefix}`, async () => {
		const trigger = kind === 'seen' ? triggerKey(context) : `${triggerKey(context)} flow`;
		try {
			await takeOverFiles(trigger, memory, (digest) => prefix + digest, lifetime);
		} catch (error) {
			logError(context)(
				`The events that an earlier version has seen could not be read: ${reasonOf(error)}`,
			);
		}
	});
	return new SeenEvents(memory, prefix, lifetime);
}
