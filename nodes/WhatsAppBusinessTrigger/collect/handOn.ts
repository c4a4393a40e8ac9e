import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import { memoryOf } from '../../memory/memoryOf';
import { OwnRequests } from '../n8n/ownRequests';
import type { RequestKind } from '../n8n/ownRequests';
import { logRarely, memoryScope } from '../n8n/trigger';
import { pauses } from '../n8n/ways';
import type { CollectSettings } from '../parameters/collectSettings';
import { Collections } from './collections';
import { dueAt } from './dueAt';
import { stopTyping } from './typing';

/** The request with which the trigger passes on what it has collected. */
export const collectedRequest: RequestKind = {
	header: 'x-collected-messages',
	purpose: 'collected messages',
};

/** In place of the name of a collection: all that wait. */
export const everything = '';

/** What the request says. */
export interface HandOnRequest {
	/** Of the collection, or `everything`. */
	name: string;
	/** Whether to pass it on before it is due. */
	now?: boolean;
}

/** Milliseconds after which the process that passed on the messages has certainly removed them. */
const settlingTime = 1_000;

const timers = processState(
	() => new Map<string, NodeJS.Timeout>(),
	(all) => all.forEach((timer) => clearTimeout(timer)),
);

/** Passes on what a trigger has collected, with a request to itself: n8n starts an execution for it as for any other. */
export class HandOn {
	readonly collections: Collections;
	private readonly scope: string;
	private readonly requests: OwnRequests;
	private readonly log: ReturnType<typeof logRarely>;
	private readonly report: (what: string) => void;

	/** Reads all that it needs now: n8n evaluates nothing for a request that has ended. */
	constructor(
		context: IHookFunctions | IWebhookFunctions,
		credential: CredentialData,
		private readonly settings: CollectSettings,
	) {
		this.scope = memoryScope(context);
		this.collections = new Collections(memoryOf(credential), this.scope);
		this.requests = new OwnRequests(context, credential, collectedRequest);
		this.log = logRarely(context);
		this.report = (what) =>
			this.log(
				`Collected messages could not be passed on: ${what}. The trigger tries again. n8n must be able to reach its own webhook URL: ${this.requests.url}`,
			);
	}

	/** Of a collection, in this process. */
	keyOf(name: string): string {
		return `${this.scope} ${name}`;
	}

	/** What a process without a context needs to pass on a collection once it is due. */
	wayTo(name: string): string {
		const what: HandOnRequest = { name };
		return JSON.stringify(this.requests.wayTo(what));
	}

	/** Passes on a collection when it is due, unless another process does. */
	schedule(name: string, delay = 0, tries = 0): void {
		const key = this.keyOf(name);
		clearTimeout(timers().get(key));
		const look = () => {
			timers().delete(key);
			this.handOnIfDue(name, tries).catch((error: unknown) => {
				this.report(error instanceof Error ? error.message : 'unknown error');
			});
		};
		timers().set(key, setTimeout(look, delay).unref());
	}

	/** Schedules the collections that this process is not waiting for, such as those of a process that was killed. */
	async scheduleAll(): Promise<void> {
		for (const name of await this.collections.names()) {
			if (!timers().has(this.keyOf(name))) this.schedule(name);
		}
	}

	/** Passes on everything at once. What n8n does not accept waits until the workflow is published again. */
	async handOnAllNow(): Promise<void> {
		const names = await this.collections.names();
		const problems = await Promise.all(
			names.map((name) => {
				clearTimeout(timers().get(this.keyOf(name)));
				timers().delete(this.keyOf(name));
				return this.request({ name, now: true });
			}),
		);
		const waiting = problems.filter((problem) => problem !== undefined).length;
		if (waiting === 0) return;
		this.log(
			`Collected messages of ${waiting} chats wait until the workflow is published again, as n8n no longer accepts them.`,
			'info',
		);
	}

	private async handOnIfDue(name: string, tries: number): Promise<void> {
		const arrivals = (await this.collections.messages(name)).map(({ at }) => at);
		if (arrivals.length === 0) {
			stopTyping(this.keyOf(name));
			return;
		}
		const wait = dueAt(arrivals, this.settings) - Date.now();
		if (wait > 0) {
			this.schedule(name, wait);
			return;
		}
		const problem = await this.request({ name });
		// A message that has arrived meanwhile has its own timer.
		if (timers().has(this.keyOf(name))) return;
		if (problem === undefined) {
			this.schedule(name, settlingTime);
			return;
		}
		this.report(problem);
		const pause = pauses[tries];
		if (pause !== undefined) this.schedule(name, pause, tries + 1);
	}

	/** @returns why n8n did not take it, or undefined if it did. */
	private async request(what: HandOnRequest): Promise<string | undefined> {
		return await this.requests.send(what);
	}
}
