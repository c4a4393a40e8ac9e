import { limits } from '../../../shared/limits';
import type { Operation } from '../../operation';
import { pinFields, pinRequest } from './pinRequest';
import { sentMessage } from './sentMessage';

const { min, max } = limits.pinDays;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging#pin-and-unpin-group-message */
export const operation: Operation = {
	displayName: 'Pin',
	action: 'Pin a message in a group',
	description:
		'Pin a message at the top of a group. A group has at most three: another one replaces the one pinned first.',
	fields: pinFields({
		displayName: 'Pinned For (Days)',
		name: 'expirationDays',
		type: 'number',
		typeOptions: { minValue: min, maxValue: max },
		default: 7,
		description: `How long the message stays pinned, ${min} to ${max} days`,
	}),
	request: (parameters, account) =>
		pinRequest(
			parameters,
			account,
			'pin',
			parameters.number('expirationDays', { min, max, integer: true }),
		),
	output: sentMessage,
};
