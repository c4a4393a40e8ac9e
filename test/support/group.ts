import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../simulator/business';
import type { RejectedCase, RequestCase } from '../cases/requestCase';

/** The saved value of a field in which the group is chosen. */
export const chosenGroup: INodeParameters = {
	__rl: true,
	mode: 'list',
	value: business.group.id,
	cachedResultName: business.group.subject,
};

export const groupPath = `/${business.group.id}`;

/** Cases of an operation whose only parameter is a group. */
export function groupOnlyCases(
	method: RequestCase['request']['method'],
	edge: string,
	body?: IDataObject,
): RequestCase[] {
	const request = { method, path: `${groupPath}${edge}`, ...(body && { body }) };
	return [
		{ name: 'smallest', parameters: { group: chosenGroup }, request },
		{
			name: 'fullest',
			parameters: { group: { __rl: true, mode: 'id', value: ` ${business.group.id} ` } },
			request,
		},
	];
}

/** Inputs that every operation on a group rejects. */
export function rejectedGroups(parameters: INodeParameters = {}): RejectedCase[] {
	return [
		{
			name: 'a missing group',
			parameters: { ...parameters, group: { __rl: true, mode: 'list', value: '' } },
			message: /'Group' is empty/,
		},
		{
			name: 'an invite link instead of an ID',
			parameters: {
				...parameters,
				group: { __rl: true, mode: 'id', value: 'https://chat.whatsapp.com/ABC' },
			},
			message: /'Group' is not a group ID/,
		},
	];
}
