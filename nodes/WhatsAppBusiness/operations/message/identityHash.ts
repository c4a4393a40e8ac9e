import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../parameters/parameters';
import { isToGroup } from './recipient';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#identity-change-check */
export const identityHashField: INodeProperties = {
	displayName: 'Recipient Identity Key Hash',
	name: 'recipientIdentityKeyHash',
	type: 'string',
	default: '',
	placeholder: 'e.g. DF2lS5v2W6x=',
	description:
		"The last 'identityKeyHash' of this person from the trigger. WhatsApp delivers only while it is the same, so to the same person.",
};

/** @throws InputError if the hash is set for a group. */
export function readIdentityHash(parameters: Parameters): string | undefined {
	const options = parameters.group('options');
	const { name } = identityHashField;
	const hash = options.hasField(name) ? options.optionalText(name)?.trim() : undefined;
	if (hash !== undefined && isToGroup(parameters)) {
		throw options.error(name, 'is set, but the recipient is a group', 'Remove it.');
	}
	return hash;
}
