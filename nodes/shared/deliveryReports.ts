import type { DeliveryFailure } from '../graphApi/errors/deliveryError';
import { parseJson } from '../graphApi/json';
import type { Store } from '../memory/store';
import { limits } from './limits';
import type { TokenPayload } from './replyToken';

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
const lifetime = 86_400_000;

/** Reports for each message: it is delivered, then read. Duplicates are not kept. */
const reportsPerMessage = 3;

/**
 * The reports about the messages that an execution waits for. They may come in while it still sends, and faster than it
 * can take them.
 */
export class KnownReports {
	constructor(private readonly store: Store) {}

	/** Adds a report, unless it is known. */
	async add(wait: Wait, report: DeliveryReport): Promise<void> {
		const text = JSON.stringify(report);
		if ((await this.texts(wait)).includes(text)) return;
		const atMost = limits.awaitedMessages * reportsPerMessage;
		await this.store.push(reportsKey(wait), text, lifetime, atMost);
	}

	/** Returns the reports, in the order in which they came in. */
	async of(wait: Wait): Promise<DeliveryReport[]> {
		return (await this.texts(wait)).map((text) => parseJson(text) as unknown as DeliveryReport);
	}

	/** Notes that the execution waits for nothing more. */
	async end(wait: Wait): Promise<void> {
		await this.store.set(endKey(wait), '1', lifetime);
	}

	async isOver(wait: Wait): Promise<boolean> {
		return (await this.store.get(endKey(wait))) !== undefined;
	}

	private async texts(wait: Wait): Promise<string[]> {
		return await this.store.list(reportsKey(wait));
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
