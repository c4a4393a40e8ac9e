import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { SendingRules } from '../../graphApi/sendingRules';
import type { GraphRequest, GraphResponse, JsonObject } from '../../graphApi/types';
import { wait } from '../../graphApi/wait';
import type { Memory } from '../../memory/memory';
import { lifeIn } from '../../memory/processLife';
import type { ProcessLife, Worker } from '../../memory/processLife';
import { readRecord, writeRecord } from '../../shared/sendOnceRecord';
import type { SendOnceRecord } from '../../shared/sendOnceRecord';
import type { KeyedMessage } from './runKeys';
import { alreadyAsked, mayHaveBeenSent, otherRecipient, stillBeingSent } from './sendOnceErrors';

/** Milliseconds between two looks at what another run is sending. */
const pollInterval = 250;

/** Milliseconds for which a key that was given back leaves a trace. Any time will do. */
const traceLifetime = 1_000;

type AroundTry = NonNullable<GraphRequest['aroundTry']>;

export interface SentOnce {
	body: JsonObject;
	/** Whether it is the response to an earlier message. */
	alreadySent: boolean;
}

/** What a run of the node knows. */
export interface SendingRun {
	rules: Pick<SendingRules, 'timeLimit' | 'resendUnknown' | 'messagesPerSecond'>;
	executionId: string;
	/** Whether the run waits for replies, which reach only the execution that asked. */
	asks: boolean;
	/** Whether the run has ended early. */
	stopped(): boolean;
}

/** A record and the text that it is in the memory. */
interface Found {
	text: string;
	record: SendOnceRecord;
}

/** Somebody else has the key. */
class KeyTaken extends Error {
	constructor(readonly found: Found | undefined) {
		super('Somebody else has the key');
	}
}

/**
 * Sends each message with a key once, in all runs that share the memory. A key is claimed right before its message
 * leaves. What was certainly not accepted gives it back, and what is unknown keeps it.
 */
export class SendOnce {
	/** How many messages were sent while nobody could say whether they had been sent before. */
	sentBlindly = 0;
	private weak = 0;
	private readonly life: ProcessLife;

	constructor(
		private readonly memory: Memory,
		private readonly run: SendingRun,
	) {
		this.life = lifeIn(memory);
	}

	/** How many messages with a key only this process remembers. */
	get rememberedHereOnly(): number {
		return this.weakness === undefined ? 0 : this.weak;
	}

	/** Why only this process remembers them, in sentences. */
	get weakness(): string | undefined {
		return this.memory.weakness;
	}

	/**
	 * Sends a message, or returns the response of an earlier one with its key. Waits for another run that is sending it.
	 * @param send sends it, with what is to be done around each try.
	 * @param isPaused whether it waits by itself before it sends.
	 * @throws InputError for a key of another recipient, EarlierTryError when an earlier message may have been sent, and
	 * whatever `send` throws.
	 */
	async send(
		message: KeyedMessage,
		send: (aroundTry: AroundTry) => Promise<GraphResponse>,
		isPaused = false,
	): Promise<SentOnce> {
		let waitedSince: number | undefined;
		// Before the message waits for its permit, which one that was sent does not need. Without a rate, nothing waits, and
		// the claim says the same.
		const looks = isPaused || this.run.rules.messagesPerSecond !== 0;
		let found = looks ? await this.find(message) : undefined;
		for (;;) {
			if (found) {
				const { record } = found;
				const isDamaged = record.recipient === '';
				if (!isDamaged && record.recipient !== message.recipient) throw otherRecipient();
				if (record.state === 'sent') {
					if (this.run.asks) throw alreadyAsked(record);
					return { body: record.response, alreadySent: true };
				}
				if (record.state === 'claimed' && (await this.life.isInProgress(record.worker))) {
					waitedSince ??= performance.now();
					if (performance.now() - waitedSince > this.run.rules.timeLimit) {
						throw stillBeingSent(record);
					}
					await wait(pollInterval);
					if (this.run.stopped()) throw new CancelledBeforeSending();
					found = await this.find(message);
					continue;
				}
				if (record.state === 'claimed') {
					// The work may have ended after the look at its record: it has noted the outcome before.
					const { text }: Found = found;
					found = await this.find(message);
					if (found?.text !== text) continue;
				}
				if (record.state !== 'givenBack' && !this.run.rules.resendUnknown) {
					throw mayHaveBeenSent(record);
				}
			}
			try {
				const { body } = await send(this.claiming(message, found));
				return { body, alreadySent: false };
			} catch (error) {
				if (error instanceof KeyTaken) found = error.found;
				else {
					// Whatever is in the way of sending it now, such as a closed window: it may have been sent before.
					const earlier = looks ? undefined : await this.find(message);
					if (earlier?.record.state !== 'sent') throw error;
					found = earlier;
				}
			}
		}
	}

	private async find({ recordKey }: KeyedMessage): Promise<Found | undefined> {
		const text = await this.memory.get(recordKey);
		return text === undefined ? undefined : { text, record: readRecord(text) };
	}

	/**
	 * Claims the key for each try, and notes what became of it.
	 * @param found the record of an earlier try, if there is one.
	 */
	private claiming(message: KeyedMessage, found: Found | undefined): AroundTry {
		const { memory } = this;
		const { recordKey, lifetime } = message;
		let before = found?.text;
		// What is unknown once stays unknown, even if a later try was certainly not accepted.
		let unknown = found?.record.state === 'givenBack' ? undefined : before;
		return async (sendNow) => {
			const worker = await this.life.begin();
			try {
				const claim = await this.claim(message, worker, before);
				if (await this.life.reappear(worker)) await this.keep(message, claim);
				const isBlind = before === undefined && memory.isCutOff;
				let response: GraphResponse;
				try {
					response = await sendNow();
				} catch (error) {
					if (!(error instanceof RequestError) || error.facts.outcome !== 'unknown') {
						before = unknown ?? this.record(message, { state: 'givenBack' });
						await memory.replace(recordKey, claim, before, unknown ? lifetime : traceLifetime);
						throw error;
					}
					before = unknown = this.record(message, { state: 'unknown' });
					if (await memory.replace(recordKey, claim, before, lifetime)) throw error;
					// Meanwhile a status may have said that it was sent.
					const settled = await this.find(message);
					if (settled?.record.state !== 'sent') throw error;
					return { body: settled.record.response };
				}
				const sent = this.record(message, { state: 'sent', response: response.body });
				await memory.set(recordKey, sent, lifetime);
				if (memory.weakness !== undefined) this.weak++;
				if (isBlind) this.sentBlindly++;
				return response;
			} finally {
				this.life.end(worker);
			}
		};
	}

	/** @throws KeyTaken */
	private async claim(
		message: KeyedMessage,
		worker: Worker,
		before: string | undefined,
	): Promise<string> {
		const { recordKey, lifetime } = message;
		const claim = this.record(message, { state: 'claimed', worker });
		if (before !== undefined) {
			if (await this.memory.replace(recordKey, before, claim, lifetime)) return claim;
			// It may have expired meanwhile.
		}
		const text = await this.memory.claim(recordKey, claim, lifetime);
		if (text === undefined) return claim;
		throw new KeyTaken({ text, record: readRecord(text) });
	}

	/**
	 * Makes sure that nobody has taken the key meanwhile.
	 * @throws KeyTaken
	 */
	private async keep(message: KeyedMessage, claim: string): Promise<void> {
		const { recordKey, lifetime } = message;
		if (await this.memory.replace(recordKey, claim, claim, lifetime)) return;
		throw new KeyTaken(await this.find(message));
	}

	private record({ recipient, lifetime }: KeyedMessage, state: StateOf<SendOnceRecord>): string {
		const at = Date.now();
		const { executionId: execution } = this.run;
		return writeRecord({ ...state, recipient, at, execution, until: at + lifetime });
	}
}

type StateOf<Record> = Record extends unknown
	? Omit<Record, 'recipient' | 'at' | 'execution' | 'until'>
	: never;
