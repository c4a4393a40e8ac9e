import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Choices } from './conditions';
import type { FieldsOfChoice } from './mergedFields';
import type { ListedOperation } from './operationList';

/**
 * The fields of an operation. For one that stands for several (`branchFields`), those of each of its choices, without the
 * conditions on these choices.
 */
export function branchesOf(listed: ListedOperation): FieldsOfChoice[] {
	const { operation, fields, branchFields = [] } = listed;
	return branches({ operation }, fields, branchFields);
}

/** The fields of an operation that show for no choice in its branch fields, but when an expression makes one of them. */
export function fieldsOfNoBranch(listed: ListedOperation): FieldsOfChoice {
	const { operation, fields, branchFields = [] } = listed;
	const inNoBranch = ({ displayOptions }: INodeProperties) =>
		branchFields.some((name) => {
			const hidden = displayOptions?.hide?.[name];
			return valuesOf(fields, name)?.every((value) => hidden?.includes(value));
		});
	return [{ operation }, fields.filter(inNoBranch)];
}

function branches(
	choices: Choices,
	fields: readonly INodeProperties[],
	[name, ...inner]: readonly string[],
): FieldsOfChoice[] {
	if (name === undefined) return [[choices, fields]];
	const values = valuesOf(fields, name);
	if (values === undefined) return branches(choices, chosen(fields, name, undefined), inner);
	return values.flatMap((value) =>
		branches({ ...choices, [name]: value }, chosen(fields, name, value), inner),
	);
}

function valuesOf(fields: readonly INodeProperties[], name: string): string[] | undefined {
	const options = fields.find((field) => field.name === name)?.options;
	return (options as INodePropertyOptions[] | undefined)?.map(({ value }) => String(value));
}

/** The fields that show for a value, without their conditions on it. */
function chosen(
	fields: readonly INodeProperties[],
	name: string,
	value: string | undefined,
): INodeProperties[] {
	return fields
		.filter(({ displayOptions: { show, hide } = {} }) => {
			const isListed = (values: readonly unknown[] | undefined) => values?.includes(value);
			return (isListed(show?.[name]) ?? true) && !isListed(hide?.[name]);
		})
		.map((field) => withoutCondition(field, name))
		.map((field) =>
			field.type === 'collection'
				? { ...field, options: chosen(field.options as INodeProperties[], `/${name}`, value) }
				: field,
		);
}

function withoutCondition(field: INodeProperties, name: string): INodeProperties {
	const { displayOptions: { show, hide } = {}, ...rest } = field;
	const conditions = { show: without(show, name), hide: without(hide, name) };
	const others = Object.entries(conditions).filter(([, { length }]) => length > 0);
	if (others.length === 0) return rest;
	return {
		...rest,
		displayOptions: Object.fromEntries(
			others.map(([kind, entries]) => [kind, Object.fromEntries(entries)]),
		),
	};
}

function without(conditions: object = {}, name: string): [string, unknown][] {
	return Object.entries(conditions).filter(([other]) => other !== name);
}
