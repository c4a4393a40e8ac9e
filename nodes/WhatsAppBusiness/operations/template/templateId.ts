import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../parameters/parameters';
import type { ListRule } from '../../parameters/parameterRules';
import { checkedId, idLocator } from '../../../shared/idLocator';
import type { IdKind } from '../../../shared/idLocator';
import { limits } from '../../../shared/limits';
import { readId } from '../../fields/readId';

const idKind: IdKind = {
	what: 'the ID of a template',
	where: "Get the ID with 'Template: Get Many'.",
};

/** A template in one language, from the list or by ID. Read with `readTemplateId`. */
export const templateIdField = idLocator({
	displayName: 'Template',
	name: 'templateId',
	required: true,
	description: 'The template, in one language',
	searchListMethod: 'searchTemplateIds',
	placeholder: 'Select a template…',
	exampleId: '1689556908129832',
});

/** Templates by their IDs, which Get Many lists. Read with `readTemplateIds`. */
export const templateIdsField: INodeProperties = {
	displayName: 'Template IDs',
	name: 'templateIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1689556908129832, 1689556908129833',
	description: `IDs of the templates, separated by commas, at most ${limits.templateIds}. Get Many lists them.`,
};

/**
 * The IDs of templates, each once.
 * @param name of the field, if not that of `templateIdsField`.
 * @throws InputError when there is none, there are too many, or one is invalid.
 */
export function readTemplateIds(
	parameters: Parameters,
	name = templateIdsField.name,
	rule: ListRule = { min: 1, max: limits.templateIds },
): string[] {
	const ids = parameters.texts(name, rule);
	for (const id of ids) {
		checkedId(id, idKind, (what, todo) =>
			parameters.error(name, `has an entry that ${what}`, todo),
		);
	}
	return [...new Set(ids)];
}

/**
 * The ID of a template.
 * @param name of the field, if not that of `templateIdField`.
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readTemplateId(parameters: Parameters, name = templateIdField.name): string {
	return readId(parameters, name, idKind);
}
