import { sizeText } from '../../shared/fileSize';
import { leaseLifetime } from '../followUps/lease';
import type { Lease } from '../followUps/lease';
import { reasonOf } from '../n8n/trigger';
import type { logRarely } from '../n8n/trigger';
import { forwardToField } from '../parameters/forwardTo';
import { sendOn } from './sendOn';
import type { Failure, Target } from './sendOn';
import { hasExpired, hoursToWait, laneOf, mostWaiting } from './waitingDeliveries';
import type { SignedDelivery, WaitingDeliveries } from './waitingDeliveries';

/** Deliveries that are under way at once. Those of one lane are never under way together. */
const atOnce = 10;

/** Milliseconds until the first retry; each further one waits twice as long, up to the longest pause. */
const firstPause = 1_000;
const longestPause = 300_000;

/** Milliseconds until the next look while another process forwards. */
const busyPause = 1_000;

/** Milliseconds until the next look while the memory does not know everything. Nobody says when it is back. */
const outagePause = 5_000;

/** Milliseconds after which the lease is renewed. With a wave that takes long, it must not expire. */
const renewalInterval = leaseLifetime / 3;

/** So often a system may refuse a delivery before later ones of the same lane go out. */
const patience = 5;

/** The tries of a delivery in this process. */
interface Tries {
	count: number;
	refusals: number;
	/** Until when it rests, in Unix milliseconds. */
	until: number;
}

/** A try that failed. */
interface Failed extends Failure {
	isFirst: boolean;
}

/** What became of a try. */
type Outcome = 'taken' | 'gone' | Failed;

/**
 * Sends what waits to the second system: in one process at a time, the oldest first, those of one lane one after the
 * other. While the system is away, all rest. What it refuses does not hold up what it has not seen yet.
 */
export class Forwarder {
	/** Where to. Undefined while the URL is invalid. */
	target: Target | undefined;
	private readonly tries = new Map<string, Tries>();
	/** Looks in a row at which nothing was taken. */
	private failures = 0;
	/** Whether the log says that the system is away. */
	private isKnownAway = false;
	private restsUntil = 0;
	/** Until when only what was not tried before is sent, because the system refuses everything else. */
	private refusesUntil = 0;
	private timer: NodeJS.Timeout | undefined;
	private isRunning = false;
	/** Whether there is more since the look that runs has begun. */
	private isWanted = false;
	private isStopped = false;

	constructor(
		readonly waiting: WaitingDeliveries,
		private readonly lease: Pick<Lease, 'take' | 'release'>,
		private readonly log: ReturnType<typeof logRarely>,
		/** Whether the trigger is published with this target: another process may know better. */
		private readonly isPublished: (target: Target) => Promise<boolean> = () =>
			Promise.resolve(true),
		private readonly send: typeof sendOn = sendOn,
	) {}

	/** Keeps a delivery until it is sent. What is too much is not kept, which the log says. */
	async keep(delivery: SignedDelivery, lane: string): Promise<void> {
		if (await this.waiting.add(delivery, lane)) return;
		const { deliveries, bytes } = mostWaiting;
		this.say(
			`More than ${deliveries} webhooks or ${sizeText(bytes)} wait for ${this.host}. Further ones are not forwarded until it takes some.`,
			'error',
		);
	}

	/** Sends what waits, soon. */
	wake(): void {
		this.isWanted = true;
		if (!this.isRunning) this.lookIn(Math.max(0, this.restsUntil - Date.now()));
	}

	/** Sends nothing any more. What waits is kept. */
	stop(): void {
		this.isStopped = true;
		clearTimeout(this.timer);
	}

	private lookIn(delay: number): void {
		if (this.isStopped) return;
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.look(), delay).unref();
	}

	private async look(): Promise<void> {
		this.isRunning = true;
		this.isWanted = false;
		const next = await this.work().catch((error: unknown) => {
			this.say(`What waits could not be forwarded: ${reasonOf(error)}`, 'error');
			return longestPause;
		});
		this.isRunning = false;
		// `wake` may have been called meanwhile.
		if (this.isWanted as boolean) this.wake();
		else if (next !== undefined) this.lookIn(next);
	}

	/** @returns milliseconds until the next look. Undefined if nothing waits. */
	private async work(): Promise<number | undefined> {
		let takenAt = -Infinity;
		try {
			for (;;) {
				const { target } = this;
				if (this.isStopped || target === undefined) return undefined;
				if (!(await this.isPublished(target))) return this.pauseIfMore();
				if (Date.now() - takenAt > renewalInterval) {
					if (!(await this.lease.take())) return busyPause;
					takenAt = Date.now();
				}
				const names = await this.waiting.names();
				this.forgetTriesExcept(names);
				if (names.length === 0) return this.pauseIfMore();
				const wave = this.nextWave(names);
				if (wave.length === 0) return this.shortestRest(names);
				const outcomes = await Promise.all(wave.map((name) => this.forward(name, target)));
				const pause = this.judge(outcomes);
				if (pause !== undefined) return pause;
			}
		} finally {
			await this.lease.release();
		}
	}

	private pauseIfMore(): number | undefined {
		return this.waiting.mayBeMore ? outagePause : undefined;
	}

	/**
	 * The oldest that do not rest, and for which nothing older of their lane must go first. What was tried less often has
	 * precedence: a few that are refused again and again must not keep the others from their turn.
	 */
	private nextWave(names: readonly string[], now = Date.now()): string[] {
		const ready: string[] = [];
		const taken = new Set<string>();
		const takesOld = this.refusesUntil <= now;
		for (const name of names) {
			const lane = laneOf(name);
			if (taken.has(lane)) continue;
			const { until = 0, refusals = 0 } = this.tries.get(name) ?? {};
			const rests = until > now;
			if (lane !== '' && !(rests && refusals >= patience)) taken.add(lane);
			if (!rests && (takesOld || !this.tries.has(name))) ready.push(name);
		}
		const triesOf = (name: string) => this.tries.get(name)?.count ?? 0;
		const byTries = [...ready].sort((one, other) => triesOf(one) - triesOf(other));
		const chosen = new Set(byTries.slice(0, atOnce));
		return ready.filter((name) => chosen.has(name));
	}

	private shortestRest(names: readonly string[], now = Date.now()): number {
		const ends = names.flatMap((name) => this.tries.get(name)?.until ?? []);
		return Math.max(0, this.refusesUntil - now, Math.min(...ends) - now);
	}

	private async forward(name: string, target: Target): Promise<Outcome> {
		if (hasExpired(name)) {
			this.say(
				`A webhook was not forwarded, because ${this.host} did not take it within ${hoursToWait} hours.`,
				'error',
			);
			await this.waiting.remove(name);
			return 'gone';
		}
		const delivery = await this.waiting.read(name);
		if (delivery === undefined) {
			// Another process may be about to store it, if the memory was away.
			this.rest(name, true);
			return 'gone';
		}
		const failure = await this.send(delivery, target);
		if (failure !== undefined) {
			return { ...failure, isFirst: this.rest(name, failure.isRefusal) === 1 };
		}
		await this.waiting.remove(name);
		return 'taken';
	}

	/** @returns how often it was tried. */
	private rest(name: string, isRefusal: boolean): number {
		const { count, refusals } = this.tries.get(name) ?? { count: 0, refusals: 0 };
		const until = Date.now() + pauseAfter(count);
		this.tries.set(name, { count: count + 1, refusals: refusals + Number(isRefusal), until });
		return count + 1;
	}

	private forgetTriesExcept(names: readonly string[]): void {
		if (this.tries.size === 0) return;
		const waiting = new Set(names);
		for (const name of this.tries.keys()) if (!waiting.has(name)) this.tries.delete(name);
	}

	/** @returns milliseconds until the next look, at once if undefined. Until then all rest, if the system is away. */
	private judge(outcomes: readonly Outcome[]): number | undefined {
		const failed = outcomes.filter((outcome) => typeof outcome === 'object');
		const isThere = outcomes.includes('taken');
		const isAway = failed.length > 0 && !isThere;
		const first = failed.find(({ isFirst }) => isFirst);
		if (this.isKnownAway && isThere) {
			this.isKnownAway = false;
			// Or what has come in meanwhile would overtake it.
			for (const tried of this.tries.values()) tried.until = 0;
			this.say(`${this.host} takes webhooks again. What has waited is being forwarded.`, 'info');
		}
		if (first !== undefined && !this.isKnownAway) {
			this.isKnownAway = isAway;
			this.say(
				`${isAway ? 'Webhooks' : 'A webhook'} could not be forwarded to ${this.host}. ${first.reason} This is tried again for ${hoursToWait} hours.`,
				'warn',
			);
		}
		if (isThere) this.failures = this.refusesUntil = 0;
		if (!isAway) return undefined;
		// A system that refuses what it has not seen before may take the next.
		const refuses = failed.every(({ isRefusal }) => isRefusal);
		if (refuses && first !== undefined) return firstPause;
		const pause = pauseAfter(this.failures++);
		if (refuses) this.refusesUntil = Date.now() + pause;
		else this.restsUntil = Date.now() + pause;
		return pause;
	}

	/** Without the path, which may have a secret. */
	private get host(): string {
		return this.target?.url.origin ?? 'the second system';
	}

	private say(what: string, level: 'error' | 'warn' | 'info'): void {
		this.log(`${forwardToField.displayName}: ${what}`, level);
	}
}

/** @param earlier failures. */
function pauseAfter(earlier: number): number {
	return Math.min(longestPause, firstPause * 2 ** earlier);
}
