import { asTextOrNumber } from '../../graphApi/coerce';
import type { Customer } from '../../shared/conversation/conversations';
import type { OperationRequest } from '../operation';

/** The customer who gets a message. Undefined for a group, and where the recipient is not known. */
export function recipientOf({ body, countsFor }: OperationRequest): Customer | undefined {
	const { phoneNumberId, recipient = '' } = countsFor ?? {};
	const isGroup = asTextOrNumber(body?.recipient_type) === 'group';
	if (phoneNumberId === undefined || recipient === '' || isGroup) return undefined;
	return { phoneNumberId, users: [recipient] };
}
