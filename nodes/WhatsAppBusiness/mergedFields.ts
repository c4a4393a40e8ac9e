import { isDeepStrictEqual } from 'node:util';

import type { INodeProperties } from 'n8n-workflow';

interface MergedField {
	field: INodeProperties;
	/** The choices for which it shows. */
	choices: string[];
}

/** The fields of one choice, such as an operation, in the order in which they show. */
export type FieldsOfChoice = readonly [choice: string, fields: readonly INodeProperties[]];

/**
 * The fields of several choices as one list, in which equal fields stand once: n8n's editor loads them all. For each
 * choice, the same fields show in the same order as in its own list.
 * @param decidedBy the field in which the choice is made, e.g. `operation`.
 */
export function mergedFields(
	decidedBy: string,
	lists: readonly FieldsOfChoice[],
): INodeProperties[] {
	const merged: MergedField[] = [];
	const decidesElsewhere = namesOnlyInConditions(lists);
	for (const [choice, fields] of lists) {
		let position = 0;
		for (const field of fields) {
			const index = decidesElsewhere.has(field.name)
				? -1
				: merged.findIndex((other, at) => at >= position && isDeepStrictEqual(other.field, field));
			const equal = merged[index];
			if (equal === undefined) merged.splice(position, 0, { field, choices: [choice] });
			else equal.choices.push(choice);
			position = (equal === undefined ? position : index) + 1;
		}
	}
	return merged.map(({ field, choices }) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { [decidedBy]: choices, ...field.displayOptions?.show },
		},
	}));
}

/**
 * The fields that a choice has conditions on, but does not have. They stand once for each choice that has them: the
 * value of a hidden field counts in conditions if it is the only field with its name.
 */
function namesOnlyInConditions(lists: readonly FieldsOfChoice[]): ReadonlySet<string> {
	return new Set(
		lists.flatMap(([, fields]) => {
			const names = new Set(fields.map(({ name }) => name));
			return fields
				.flatMap(({ displayOptions: { show, hide } = {} }) => Object.keys({ ...show, ...hide }))
				.filter((name) => !names.has(name));
		}),
	);
}
