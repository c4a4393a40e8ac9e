import {
	chosenTemplateGroup,
	rejectedTemplateGroups,
	templateGroupPath as path,
} from '../../support/templateGroup';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: chosenTemplateGroup, request: { method: 'GET', path } },
	{
		name: 'fullest',
		parameters: { ...chosenTemplateGroup, options: { fields: ['name', 'update_time'] } },
		request: { method: 'GET', path, query: { fields: 'name,update_time' } },
	},
];

export const rejected: RejectedCase[] = rejectedTemplateGroups;
