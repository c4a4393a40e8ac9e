import { createHash } from 'node:crypto';
import { business } from '../business';
import type { AcceptedMessage } from './message';

type SentMessage = Pick<AcceptedMessage, 'id' | 'phoneNumberId' | 'appId' | 'statuses'>;

/** The message of each number from before the simulator started. */
const pastMessages: SentMessage[] = business.phoneNumbers.map(({ id: phoneNumberId }, index) => ({
	id: business.pastMessageIds[index] ?? '',
	phoneNumberId,
	appId: business.app.id,
	statuses: [
		{ status: 'sent', at: Date.parse('2026-01-02T10:00:00Z') },
		{ status: 'delivered', at: Date.parse('2026-01-02T10:01:00Z') },
	],
}));

/** The history of all messages that were sent, the newest first. */
export function messageHistory(accepted: readonly AcceptedMessage[]): MessageHistory[] {
	return [...pastMessages, ...accepted].map((message) => new MessageHistory(message)).reverse();
}

/** What the history has of a message that was sent. */
export class MessageHistory {
	readonly id: string;

	constructor(readonly message: SentMessage) {
		this.id = idFor(message.id);
	}

	get events() {
		const { id, appId, statuses } = this.message;
		return statuses.map(({ status, at, errors }) => ({
			id: idFor(`${id} ${status}`),
			delivery_status: status.toUpperCase(),
			timestamp: Math.floor(at / 1000),
			application: { id: appId },
			error_description: errors?.[0]?.title,
		}));
	}
}

function idFor(text: string): string {
	const digits = createHash('sha256').update(text).digest().readBigUInt64BE() % 10n ** 15n;
	return `1${digits.toString().padStart(15, '0')}`;
}
