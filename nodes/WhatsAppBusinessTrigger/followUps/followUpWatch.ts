import type { Store } from '../../memory/store';
import { Conversations } from '../../shared/conversation/conversations';
import { windowLength } from '../../shared/conversation/lifetimes';
import type { FollowUpEvent } from '../../shared/conversation/followUpEvents';
import type { OwnRequests } from '../n8n/ownRequests';
import type { FollowUpSettings } from '../parameters/followUpSettings';
import { dueOf, silenceOf } from './dueOf';
import type { HandledSilences } from './handledSilences';

/** Milliseconds between two looks at what is due. */
export const tickInterval = 10_000;

/** Milliseconds between two looks at all conversations, at most. */
const longestPause = 600_000;

/** An event of a conversation that is due. */
export interface Named {
	event: FollowUpEvent;
	customer: string;
}

/** What the request of a trigger to itself says. Without conversations it only begins to watch. */
export interface FollowUpRequest {
	/** Of the business. */
	phoneNumberId: string;
	due: Named[];
}

interface Watched {
	/** Of the business. */
	phoneNumberId: string;
	settings: FollowUpSettings;
	/** Unix time in milliseconds. What was due before starts nothing. */
	since: number;
	/** Conversations per execution. */
	atOnce: number;
}

/**
 * Asks the trigger to start its workflow for conversations that become due. It looks at all of them from time to time,
 * and in between at those that become due meanwhile: whatever comes in later is due later.
 */
export class FollowUpWatch {
	private readonly conversations: Conversations;
	private readonly soon = new Map<string, Named & { at: number }>();
	private lookedAt = 0;
	private looksAgainAt = 0;
	private isRunning = false;

	/** @param handled undefined for a test run, which starts with what production has handled, too. */
	constructor(
		store: Store,
		private readonly watched: Watched,
		private readonly requests: OwnRequests,
		private readonly handled: HandledSilences | undefined,
		private readonly report: (what: string) => void,
	) {
		this.conversations = new Conversations(store);
	}

	/** Whether all conversations are to be looked at. */
	looksAt(now: number): boolean {
		// Somebody may have set the clock back.
		return now >= this.looksAgainAt || now < this.lookedAt;
	}

	/** Forgets what becomes due: another process looks after it. */
	rest(): void {
		this.soon.clear();
		this.looksAgainAt = 0;
	}

	/** Starts the workflow for what is due. */
	async tick(now = Date.now()): Promise<void> {
		// The requests of the last one may take their time.
		if (this.isRunning) return;
		this.isRunning = true;
		try {
			if (this.looksAt(now)) await this.look(now);
			await this.startDue(now);
		} finally {
			this.isRunning = false;
		}
	}

	private async look(now: number): Promise<void> {
		const { phoneNumberId, settings } = this.watched;
		const since = Math.min(this.watched.since, now);
		const looksAgainAt = now + pauseFor(settings);
		const states = await this.conversations.all(phoneNumberId, now);
		const isHandled = (await this.handled?.read()) ?? (() => false);
		this.soon.clear();
		for (const state of states) {
			for (const { event, at, before } of dueOf(state, settings)) {
				const silence = silenceOf(state, event);
				if (at < since || at > looksAgainAt + tickInterval || before <= now) continue;
				if (!isHandled(silence)) this.soon.set(silence, { event, customer: state.customer, at });
			}
		}
		this.lookedAt = now;
		this.looksAgainAt = looksAgainAt;
	}

	private async startDue(now: number): Promise<void> {
		const due = [...this.soon].filter(([, { at }]) => at <= now);
		for (let index = 0; index < due.length; index += this.watched.atOnce) {
			const part = due.slice(index, index + this.watched.atOnce);
			const request: FollowUpRequest = {
				phoneNumberId: this.watched.phoneNumberId,
				due: part.map(([, { event, customer }]) => ({ event, customer })),
			};
			const problem = await this.requests.send(request);
			if (problem !== undefined) {
				this.report(
					`The workflow could not be started for chats that are due: ${problem}. It is tried again. n8n must be able to reach its own webhook URL: ${this.requests.url}`,
				);
				return;
			}
			for (const [silence] of part) this.soon.delete(silence);
		}
	}
}

/** Milliseconds after which a message that comes in now can be due at the earliest, less the time of two looks. */
function pauseFor({ inactiveAfter = Infinity, closesIn }: FollowUpSettings): number {
	const untilClosing = closesIn === undefined ? Infinity : windowLength - closesIn;
	const earliest = Math.min(inactiveAfter, untilClosing, longestPause);
	return Math.max(earliest - 2 * tickInterval, 2 * tickInterval);
}
