import type { Parameters } from '../../parameters/parameters';
import { idLocator } from '../../../shared/idLocator';
import { readId } from '../../fields/readId';
import { templateIdKind } from '../../fields/templateIds';

/** A template in one language, from the list or by ID. Read with `readTemplateId`. */
export const templateIdField = idLocator({
	displayName: 'Template',
	name: 'templateId',
	required: true,
	description: 'The template, in one language',
	searchListMethod: 'searchTemplateIds',
	exampleId: '1689556908129832',
});

/**
 * The ID of a template.
 * @param name of the field, if not that of `templateIdField`.
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readTemplateId(parameters: Parameters, name = templateIdField.name): string {
	return readId(parameters, name, templateIdKind);
}
