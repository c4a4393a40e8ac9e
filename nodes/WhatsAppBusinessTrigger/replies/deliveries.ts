import type { IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import type { Memory } from '../../memory/memory';
import { KnownReports } from '../../shared/deliveryReports';
import type { DeliveryReport, DeliveryReportsResult } from '../../shared/deliveryReports';
import { openReplyToken } from '../../shared/replyToken';
import type { AwaitedStatus, TokenPayload } from '../../shared/replyToken';
import type { EventItem, EventWithItem } from '../../shared/items/toItem';
import { fewAtOnce } from '../n8n/fewAtOnce';
import { inTurns } from '../n8n/inTurns';
import { logError, reasonOf } from '../n8n/trigger';
import { customerIdsOf, failureIn, isRecent, statusToken } from './aboutEvent';
import { resumeTarget, tell } from './resumeRequest';
import type { ResumeTarget } from './resumeRequest';

/** Milliseconds between tries before the response to Meta: n8n needs a moment to store that the execution waits. */
const firstPauses: readonly number[] = [50, 150, 300, 500];

/** Milliseconds between later tries: the execution may still be sending other messages. */
const laterPauses: readonly number[] = [
	...[1_000, 2_000, 4_000, 8_000, 15_000],
	...Array.from({ length: 20 }, () => 30_000),
];

const timers = processState(
	() => new Map<string, NodeJS.Timeout>(),
	(all) => all.forEach((timer) => clearTimeout(timer)),
);

/** What a delivery of Meta says about the messages of an execution. */
interface Wait {
	payload: TokenPayload;
	/** Which has sealed its tokens. */
	secret: string;
	awaits: AwaitedStatus;
	reports: DeliveryReport[];
	/** Whether one of them is. */
	recent: boolean;
}

/** What WhatsApp reports of a message, by the type of the status. */
const reported: ReadonlyMap<string | null, DeliveryReport['status']> = new Map([
	['delivered', 'delivered'],
	['read', 'read'],
	// Of a voice message.
	['played', 'read'],
	['failed', 'failed'],
]);

/** Tells the executions that wait for the delivery of their messages what has become of them. */
export class Deliveries {
	private readonly known: KnownReports;

	/** @param noted see `Replies`. */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly secrets: readonly string[],
		memory: Memory,
		private readonly noted: Promise<void>,
	) {
		this.known = new KnownReports(memory);
	}

	/**
	 * Tells the executions that wait for these statuses, each once: to tell an execution takes long while it does not wait
	 * yet, and it stores all its items whenever it is told something. One that does not wait yet is told later.
	 * @returns the statuses of messages whose delivery is or was awaited.
	 * @throws Error if n8n cannot be reached and one of the statuses is recent, so that WhatsApp delivers them again.
	 */
	async take(received: readonly EventWithItem[]): Promise<ReadonlySet<EventWithItem>> {
		const taken = new Set<EventWithItem>();
		const waits = new Map<string, Wait>();
		for (const entry of received) {
			const { event, item } = entry;
			const token = statusToken(event, item);
			if (token === null) continue;
			const { payload, secret } = openReplyToken(token, customerIdsOf(item), this.secrets) ?? {};
			if (payload?.awaits === undefined || secret === undefined) continue;
			taken.add(entry);
			const report = reportOf(token, item);
			if (report === undefined) continue;
			const name = nameOf(payload);
			const wait = waits.get(name) ?? {
				payload,
				secret,
				awaits: payload.awaits,
				reports: [],
				recent: false,
			};
			wait.reports.push(report);
			wait.recent ||= isRecent(item);
			waits.set(name, wait);
		}
		await fewAtOnce([...waits.values()], async (wait) => {
			try {
				await this.note(wait);
			} catch (error) {
				if (wait.recent) throw error;
				logError(this.context)(reasonOf(error));
			}
		});
		return taken;
	}

	/** Keeps what the execution needs, and tells it. A status that Meta delivers again may not have reached it. */
	private async note({ payload, secret, awaits, reports }: Wait): Promise<void> {
		if (await this.known.isOver(payload)) return;
		const settled = new Map<string, Set<DeliveryReport['status']>>();
		const settle = ({ token, status }: DeliveryReport) => {
			if (status === 'delivered' && awaits === 'read') return;
			settled.set(token, (settled.get(token) ?? new Set()).add(status));
		};
		(await this.known.of(payload)).forEach(settle);
		const needed = reports.filter((report) => {
			const by = settled.get(report.token) ?? new Set();
			const isSettledByAnother = by.size > (by.has(report.status) ? 1 : 0);
			if (!isSettledByAnother) settle(report);
			return !isSettledByAnother;
		});
		if (needed.length === 0) return;
		await Promise.all([this.known.add(payload, needed), this.noted]);
		await this.tellAll(payload, resumeTarget(this.context, payload), secret);
	}

	private async tellAll(
		payload: TokenPayload,
		target: ResumeTarget,
		secret: string,
		tries = 0,
	): Promise<void> {
		const name = nameOf(payload);
		const { known } = this;
		await inTurns(name, async () => {
			if (await known.isOver(payload)) return;
			const deliveries = await known.of(payload);
			const { resumption, result } = await tell<DeliveryReportsResult>(
				target,
				{ deliveries },
				secret,
				firstPauses,
			);
			if (result?.isOver === true) await known.end(payload);
			if (resumption === 'running') this.tellLater(name, payload, target, secret, tries);
		});
	}

	private tellLater(
		name: string,
		payload: TokenPayload,
		target: ResumeTarget,
		secret: string,
		tries: number,
	): void {
		const pause = laterPauses[tries];
		if (pause === undefined) return;
		clearTimeout(timers().get(name));
		const timer = setTimeout(() => {
			timers().delete(name);
			this.tellAll(payload, target, secret, tries + 1).catch((error: unknown) => {
				logError(this.context)(reasonOf(error));
				this.tellLater(name, payload, target, secret, tries + 1);
			});
		}, pause);
		timers().set(name, timer.unref());
	}
}

function nameOf({ executionId, questionId }: TokenPayload): string {
	return `deliveries ${executionId} ${questionId}`;
}

/** Undefined for a status that says nothing about the delivery, such as `sent`. */
function reportOf(token: string, item: EventItem): DeliveryReport | undefined {
	const status = reported.get(item.type);
	if (status === undefined) return undefined;
	const { recipient, userId, timestamp } = item;
	const failure = status === 'failed' ? failureIn(item) : null;
	return { token, from: recipient, userId, status, at: timestamp, failure };
}
