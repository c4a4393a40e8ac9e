import {
	chosenTemplateGroup,
	rejectedTemplateGroups,
	templateGroupPath as path,
} from '../../support/templateGroup';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = ['smallest', 'fullest'].map((name) => ({
	name,
	parameters: chosenTemplateGroup,
	request: { method: 'DELETE', path },
}));

export const rejected: RejectedCase[] = rejectedTemplateGroups;
