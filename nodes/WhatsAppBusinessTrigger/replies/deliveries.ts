import type { IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import type { Memory } from '../../memory/memory';
import { KnownReports } from '../../shared/deliveryReports';
import type { DeliveryReport, DeliveryReportsResult } from '../../shared/deliveryReports';
import { readReplyToken } from '../../shared/replyToken';
import type { AwaitedStatus, TokenPayload } from '../../shared/replyToken';
import type { WebhookEvent } from '../events/splitPayload';
import type { EventItem } from '../items/toItem';
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

/** What WhatsApp reports of a message, by the type of the status. */
const reported: Readonly<Record<string, DeliveryReport['status']>> = {
	delivered: 'delivered',
	read: 'read',
	// Of a voice message.
	played: 'read',
	failed: 'failed',
};

/** Tells the executions that wait for the delivery of their messages what has become of them. */
export class Deliveries {
	private readonly known: KnownReports;

	constructor(
		private readonly context: IWebhookFunctions,
		private readonly appSecret: string | undefined,
		memory: Memory,
	) {
		this.known = new KnownReports(memory);
	}

	/**
	 * Tells the execution that waits for this status. One that does not wait yet is told later.
	 * @returns whether the event is a status of a message whose delivery is or was awaited.
	 * @throws Error if n8n cannot be reached and the event is recent, so that WhatsApp delivers it again.
	 */
	async take(event: WebhookEvent, item: EventItem): Promise<boolean> {
		const token = statusToken(event, item);
		if (token === null || this.appSecret === undefined) return false;
		const payload = readReplyToken(token, customerIdsOf(item), this.appSecret);
		if (payload?.awaits === undefined) return false;
		const report = reportOf(token, item);
		if (report === undefined || (await this.isKnown(payload, report, payload.awaits))) return true;
		await this.known.add(payload, report);
		try {
			await this.tellAll(payload, resumeTarget(this.context, payload), this.appSecret);
		} catch (error) {
			if (isRecent(item)) throw error;
			logError(this.context)(reasonOf(error));
		}
		return true;
	}

	/** Whether the execution needs it no more. A status that Meta delivers again may not have reached the execution. */
	private async isKnown(
		payload: TokenPayload,
		{ token, status }: DeliveryReport,
		awaits: AwaitedStatus,
	): Promise<boolean> {
		if (await this.known.isOver(payload)) return true;
		const earlier = await this.known.of(payload);
		const settles = (report: DeliveryReport) =>
			report.status !== 'delivered' || awaits === 'delivered';
		return earlier.some(
			(report) => report.token === token && report.status !== status && settles(report),
		);
	}

	private async tellAll(
		payload: TokenPayload,
		target: ResumeTarget,
		appSecret: string,
		tries = 0,
	): Promise<void> {
		const name = `deliveries ${payload.executionId} ${payload.questionId}`;
		const { known } = this;
		await inTurns(name, async () => {
			if (await known.isOver(payload)) return;
			const deliveries = await known.of(payload);
			const { resumption, result } = await tell<DeliveryReportsResult>(
				target,
				{ deliveries },
				appSecret,
				firstPauses,
			);
			if (result?.isOver === true) await known.end(payload);
			if (resumption === 'running') this.tellLater(name, payload, target, appSecret, tries);
		});
	}

	private tellLater(
		name: string,
		payload: TokenPayload,
		target: ResumeTarget,
		appSecret: string,
		tries: number,
	): void {
		const pause = laterPauses[tries];
		if (pause === undefined) return;
		clearTimeout(timers().get(name));
		const timer = setTimeout(() => {
			timers().delete(name);
			this.tellAll(payload, target, appSecret, tries + 1).catch((error: unknown) => {
				logError(this.context)(reasonOf(error));
				this.tellLater(name, payload, target, appSecret, tries + 1);
			});
		}, pause);
		timers().set(name, timer.unref());
	}
}

/** Undefined for a status that says nothing about the delivery, such as `sent`. */
function reportOf(token: string, item: EventItem): DeliveryReport | undefined {
	const status = reported[item.type ?? ''];
	if (status === undefined) return undefined;
	const { recipient, userId, timestamp } = item;
	const failure = status === 'failed' ? failureIn(item) : null;
	return { token, from: recipient, userId, status, at: timestamp, failure };
}
