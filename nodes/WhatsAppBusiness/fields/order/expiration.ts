import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

export const expirationField: INodeProperties = {
	displayName: 'Expiration',
	name: 'expiration',
	type: 'fixedCollection',
	placeholder: 'Add Expiration',
	default: {},
	description: 'When the order can no longer be paid',
	options: [
		{
			displayName: 'Expiration',
			name: 'expiration',
			values: [
				{
					displayName: 'Expiration Time',
					name: 'time',
					type: 'dateTime',
					required: true,
					default: '',
					description: 'At least 5 minutes from now',
				},
				{
					displayName: 'Expiration Note',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. The offer ends tonight',
					description: `Why it ends, at most ${limits.orderExpiration} characters`,
				},
			],
		},
	],
};

export function readExpiration(chosen: Parameters): RequestBody | undefined {
	const expiration = chosen.entry('expiration', 'expiration');
	if (!expiration) return undefined;
	const timestamp = expiration.optionalTimestamp('time');
	if (timestamp === undefined) throw expiration.error('time', 'is empty', 'Choose a time.');
	return {
		timestamp: String(timestamp),
		description: expiration.optionalText('description', { maxLength: limits.orderExpiration }),
	};
}
