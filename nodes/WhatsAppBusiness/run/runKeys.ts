import { recipientDigest, recordKeyOf } from '../../shared/sendOnceRecord';
import { InputError } from '../../shared/inputError';
import { sendOnceKeyField } from '../fields/sendOnce';
import type { SendOnceKey } from '../fields/sendOnce';
import type { OperationRequest } from '../operation';
import { otherRecipient } from './sendOnceErrors';

/** A message with a Send Once Key. */
export interface KeyedMessage {
	/** Of its record in the memory. */
	recordKey: string;
	/** See `recipientDigest`. */
	recipient: string;
	/** Milliseconds for which the record is kept. */
	lifetime: number;
}

/**
 * The key of a message of an item with several, but not of the first.
 * @param number its place among them, from 2.
 */
export function partKey(key: string, number: number): string {
	return `${key} #${number}`;
}

/** The Send Once Keys of a run. */
export class RunKeys {
	private readonly recipients = new Map<string, string>();

	/** @param host of the connection. */
	constructor(private readonly host: string) {}

	/**
	 * Returns the message of an item with its key.
	 * @throws InputError for a key that another item uses for somebody else, before the run has sent anything.
	 */
	messageOf({ countsFor }: OperationRequest, { key, lifetime }: SendOnceKey): KeyedMessage {
		if (countsFor?.recipient === undefined) {
			throw new InputError(
				sendOnceKeyField.displayName,
				'needs a recipient in the payload',
				'Add a phone number as "to", or remove the option.',
			);
		}
		const recordKey = recordKeyOf(this.host, countsFor.phoneNumberId, key);
		const recipient = recipientDigest(recordKey, countsFor.recipient);
		const known = this.recipients.get(recordKey) ?? recipient;
		if (known !== recipient) throw otherRecipient();
		this.recipients.set(recordKey, recipient);
		return { recordKey, recipient, lifetime };
	}

	/** Returns the messages that follow the first one of an item, with their keys. */
	followingOf(
		{ following = [] }: OperationRequest,
		{ key, lifetime }: SendOnceKey,
	): KeyedMessage[] {
		return following.map(({ request }, index) =>
			this.messageOf(request, { key: partKey(key, index + 2), lifetime }),
		);
	}
}
