import { business } from '../../simulator/business';
import type { RejectedCase } from '../cases/requestCase';
import { byId } from '../cases/template/ids';

/** The seeded group, as the field stores it, and its path. */
export const chosenTemplateGroup = { templateGroup: byId(business.templateGroup.id) };
export const templateGroupPath = `/${business.templateGroup.id}`;

/** Groups that an operation rejects. */
export const rejectedTemplateGroups: RejectedCase[] = [
	{ name: 'no group', parameters: {}, message: /'Template Group' is empty/ },
	{
		name: 'a name as the group',
		parameters: { templateGroup: byId('Black Friday') },
		message: /'Template Group' is not the ID of a template group/,
	},
];
