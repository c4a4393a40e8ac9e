import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';
import type { Parameters } from '../../parameters/parameters';

export const groupSubjectField: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Plant lovers',
	description: `Name of the group, at most ${limits.groupSubject} characters`,
};

export const groupDescriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Tips and offers for people who love plants',
	description: `What the group is about, at most ${limits.groupDescription} characters`,
};

export const joinApprovalModeField: INodeProperties = {
	displayName: 'Join Approval Mode',
	name: 'joinApprovalMode',
	type: 'options',
	options: [
		{
			name: 'Approval Required',
			value: 'approval_required',
			description: 'People who open the invite link wait for your approval',
		},
		{
			name: 'Auto Approve',
			value: 'auto_approve',
			description: 'People who open the invite link can join at once',
		},
	],
	default: 'auto_approve',
	description: 'How people join the group',
};

/** @throws InputError when it is empty or too long. */

export function readSubject(parameters: Parameters): string {
	return parameters.text('subject', { maxLength: limits.groupSubject }).trim();
}

/** @throws InputError when it is too long. */

export function readDescription(parameters: Parameters): string | undefined {
	return parameters.optionalText('description', { maxLength: limits.groupDescription });
}
