import type { DeliveryFailure } from '../graphApi/errors/deliveryError';
import { parseJson } from '../graphApi/json';
import type { Store } from '../memory/store';
import { limits } from './limits';
import type { TokenPayload } from './replyToken';
import { millisecondsPerDay } from './millisecondsPerDay';

/** What has become of a message, as the trigger passes it to the execution that waits for it. */
export interface DeliveryReport {
	/** Token in the statuses of the message. */
	token: string;
	/** Phone number of the recipient; null if WhatsApp does not say it. */
	from: string | null;
	/** Business-scoped ID of the recipient. */
	userId: string | null;
	status: 'delivered' | 'read' | 'failed';
	/** ISO 8601, UTC. */
	at: string | null;
	/** Why it was not delivered. */
	failure: DeliveryFailure | null;
}

/** What the trigger sends to the waiting execution. */
export interface DeliveryReports {
	deliveries: DeliveryReport[];
}

/** How the waiting node responds. */
export interface DeliveryReportsResult {
	/** Whether the execution has taken something new from it. */
	resumed: boolean;
	/** Whether it waits for nothing more. */
	isOver?: boolean;
}

/** Milliseconds for which reports are kept: until the execution has taken them, which it does at once once it waits. */
const lifetime = millisecondsPerDay;

/** Reports for each message: it is delivered, then read. Duplicates are not kept. */
const reportsPerMessage = 3;

/**
 * The reports about the messages that an execution waits for. They may come in while it still sends, and faster than it
 * can take them.
 */
export class KnownReports {
	constructor(private readonly store: Store) {}

	/** Adds the reports that are not known, together: each time, the store writes all that it has. */
	async add(wait: Wait, reports: readonly DeliveryReport[]): Promise<void> {
		const known = new Set((await this.of(wait)).map((report) => JSON.stringify(report)));
		const added = reports.filter((report) => !known.has(JSON.stringify(report)));
		if (added.length === 0) return;
		const atMost = limits.awaitedMessages * reportsPerMessage;
		await this.store.push(reportsKey(wait), JSON.stringify(added), lifetime, atMost);
	}

	/** Returns the reports, in the order in which they came in. */
	async of(wait: Wait): Promise<DeliveryReport[]> {
		const texts = await this.store.list(reportsKey(wait));
		return texts.flatMap((text) => parseJson(text) as unknown as DeliveryReport[]);
	}

	/** Notes that the execution waits for nothing more. */
	async end(wait: Wait): Promise<void> {
		await this.store.set(endKey(wait), '1', lifetime);
	}

	async isOver(wait: Wait): Promise<boolean> {
		return (await this.store.get(endKey(wait))) !== undefined;
	}
}

/** Names the wait of an execution. The ID of the question is random, so that others cannot have the same. */
type Wait = Pick<TokenPayload, 'executionId' | 'questionId'>;

function reportsKey({ executionId, questionId }: Wait): string {
	return `deliveries:${executionId}:${questionId}`;
}

function endKey({ executionId, questionId }: Wait): string {
	return `deliveriesOver:${executionId}:${questionId}`;
}
