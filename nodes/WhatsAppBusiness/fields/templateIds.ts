import type { INodeProperties } from 'n8n-workflow';

import { checkedId } from '../../shared/idLocator';
import type { IdKind } from '../../shared/idLocator';
import { limits } from '../../shared/limits';
import type { ListRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';

export const templateIdKind: IdKind = {
	what: 'the ID of a template',
	where: "Get the ID with 'Template: Get Many'.",
};

/** Templates by their IDs, each in one language. Read with `readTemplateIds`. */
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
 * @throws InputError when there are too few or too many, or one is invalid.
 */
export function readTemplateIds(
	parameters: Parameters,
	name = templateIdsField.name,
	rule: ListRule = { min: 1, max: limits.templateIds },
): string[] {
	const ids = parameters.texts(name, rule);
	for (const id of ids) {
		checkedId(id, templateIdKind, (what, todo) =>
			parameters.error(name, `has an entry that ${what}`, todo),
		);
	}
	return [...new Set(ids)];
}
