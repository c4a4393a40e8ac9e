import {
	chosenTemplateGroup,
	rejectedTemplateGroups,
	templateGroupPath as path,
} from '../../support/templateGroup';
import { templateId } from '../template/ids';
import type { RejectedCase, RequestCase } from '../requestCase';

const [added, removed] = [templateId('hello_world'), templateId('seasonal_promotion')];

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { ...chosenTemplateGroup, updateFields: { groupName: ' Black Friday ' } },
		request: { method: 'POST', path, body: { name: 'Black Friday' } },
	},
	{
		name: 'fullest',
		parameters: {
			...chosenTemplateGroup,
			updateFields: {
				addTemplateIds: `${added}, ${templateId('call_us')}`,
				description: 'Offers of the autumn sale',
				groupName: 'Black Friday',
				removeTemplateIds: removed,
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'Black Friday',
				description: 'Offers of the autumn sale',
				add_templates: [Number(added), Number(templateId('call_us'))],
				remove_templates: [Number(removed)],
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	...rejectedTemplateGroups.map((entry) => ({
		...entry,
		parameters: { ...entry.parameters, updateFields: { groupName: 'x' } },
	})),
	{
		name: 'nothing to change',
		parameters: chosenTemplateGroup,
		message: /'Update Fields' is empty/,
	},
	{
		name: 'a name that is too long',
		parameters: { ...chosenTemplateGroup, updateFields: { groupName: 'x'.repeat(257) } },
		message: /'Name' has 257 characters/,
	},
	{
		name: 'a name of a template to add',
		parameters: { ...chosenTemplateGroup, updateFields: { addTemplateIds: 'hello_world' } },
		message: /'Add Templates' has an entry that is not the ID of a template/,
	},
];
