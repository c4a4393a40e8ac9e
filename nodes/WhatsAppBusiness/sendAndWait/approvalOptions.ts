import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';
import { limits } from '../../shared/limits';
import { approved, declined } from './question';
import type { Choice } from './question';

/** Names and values are those of n8n's nodes: its review step for AI tools shows these fields as well. */
export const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					options: [
						{ name: 'Approve Only', value: 'single' },
						{ name: 'Approve and Decline', value: 'double' },
					],
					default: 'double',
				},
				{
					displayName: 'Approve Button Label',
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
					description: `At most ${limits.buttonTitle} characters`,
				},
				{
					displayName: 'Decline Button Label',
					name: 'disapproveLabel',
					type: 'string',
					displayOptions: { show: { approvalType: ['double'] } },
					default: 'Decline',
					description: `At most ${limits.buttonTitle} characters`,
				},
			],
		},
	],
};

/** @throws InputError when a label is missing or too long, or both are the same. */
export function readApproval(parameters: Parameters): Choice[] {
	const rule = { maxLength: limits.buttonTitle };
	const entry = parameters.entryOrDefaults('approvalOptions', 'values');
	const yes = { title: entry.text('approveLabel', rule).trim(), value: approved };
	if (entry.choice('approvalType') === 'single') return [yes];
	const no = { title: entry.text('disapproveLabel', rule).trim(), value: declined };
	if (no.title === yes.title) {
		throw entry.error(
			'disapproveLabel',
			'is the same as the other label',
			'Use a different label.',
		);
	}
	return [yes, no];
}
