import type { Parameters } from '../../parameters/parameters';
import { idLocator } from '../../../shared/idLocator';
import { readId } from '../../fields/readId';

/** A template in one language, from the list or by its ID; `readTemplateId` reads it. */
export const templateIdField = idLocator({
	displayName: 'Template',
	name: 'templateId',
	required: true,
	description: 'The template, in one language',
	searchListMethod: 'searchTemplateIds',
	placeholder: 'Select a template…',
	exampleId: '1689556908129832',
});

/**
 * The ID of a template.
 * @param name of the field, when it is not `templateIdField` itself.
 * @throws InputError when none is given or it is not an ID.
 */
export function readTemplateId(parameters: Parameters, name = templateIdField.name): string {
	return readId(parameters, name, {
		what: 'the ID of a template',
		where: "'Template: Get Many' gives the ID of each template.",
	});
}
