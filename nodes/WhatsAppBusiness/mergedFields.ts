import { isDeepStrictEqual } from 'node:util';

import type { INodeProperties } from 'n8n-workflow';

import { conditionsFor } from './conditions';
import type { Choices, Conditions } from './conditions';

/** The fields of what was chosen, such as an operation, in the order in which they show. */
export type FieldsOfChoice = readonly [choices: Choices, fields: readonly INodeProperties[]];

interface MergedField {
	field: INodeProperties;
	/** What it shows for, with the options of a collection. */
	shownFor: [choices: Choices, options: readonly INodeProperties[]][];
}

/**
 * The fields of several choices as one list, in which equal fields stand once: n8n's editor loads them all. For each
 * choice, the same fields show in the same order as in its own list. Collections that differ only in their options
 * are equal: each option shows for the choices that have it.
 * @param lists of all choices there are.
 */
export const mergedFields = (lists: readonly FieldsOfChoice[]) => merged(lists, '');

/** @param prefix of the names in conditions: `/` in a collection, where they are names of fields outside of it. */
function merged(lists: readonly FieldsOfChoice[], prefix: '' | '/'): INodeProperties[] {
	const all = lists.map(([choices]) => choices);
	return inOneList(lists).map(({ field, shownFor }) => {
		const shown = shownFor.map(([choices]) => choices);
		return {
			...withConditions(field, conditionsFor(shown, all, prefix)),
			...(field.type === 'collection' && { options: merged(shownFor, '/') }),
		};
	});
}

/**
 * Takes the first field of every list that begins with it, as long as there is one that no other list has further down.
 * If there is none, the orders contradict each other: then the field stands again later.
 */
function inOneList(lists: readonly FieldsOfChoice[]): MergedField[] {
	const sharedOf = sharedFields();
	const rest = lists.map(([choices, fields]) => ({
		choices,
		fields: fields.map((field) => ({ field, shared: sharedOf(field) })),
	}));
	const left = countOf(rest.flatMap(({ fields }) => fields.map(({ shared }) => shared)));
	const list: MergedField[] = [];
	for (;;) {
		const heads = countOf(rest.flatMap(({ fields: [head] }) => (head ? [head.shared] : [])));
		const entries = [...heads];
		const [next] = entries.find(([head, count]) => count === left.get(head)) ?? entries[0] ?? [];
		if (next === undefined) return list;
		const shownFor = rest
			.filter(({ fields: [head] }) => head?.shared === next)
			.map(({ choices, fields }): MergedField['shownFor'][number] => [
				choices,
				optionsOf(fields.shift()?.field),
			]);
		left.set(next, (left.get(next) ?? 0) - shownFor.length);
		list.push({ field: next, shownFor });
	}
}

function countOf(fields: readonly INodeProperties[]): Map<INodeProperties, number> {
	const counts = new Map<INodeProperties, number>();
	for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
	return counts;
}

interface SharedField {
	field: INodeProperties;
	/** Of a collection, by name. */
	options: Map<string, INodeProperties>;
}

/** @returns a function that gives the first of all fields with which a field can be one. */
function sharedFields(): (field: INodeProperties) => INodeProperties {
	const byText = new Map<string, SharedField[]>();
	return (field) => {
		const options = optionsOf(field);
		const { displayOptions, ...rest } = options.length > 0 ? { ...field, options: [] } : field;
		const text = JSON.stringify([rest, displayOptions]);
		const others = byText.get(text) ?? [];
		let shared = others.find((other) =>
			options.every((option) => canBeBeside(option, other.options.get(option.name))),
		);
		if (shared === undefined) {
			shared = { field, options: new Map() };
			byText.set(text, [...others, shared]);
		}
		for (const option of options) {
			if (!shared.options.has(option.name)) shared.options.set(option.name, option);
		}
		return shared.field;
	};
}

/**
 * Whether n8n can tell an option from the one with the same name. It does not know the value of several before it knows
 * which of them shows, so none may depend on its own. And n8n 2.0 adds the first of them, whichever shows.
 */
function canBeBeside(option: INodeProperties, other: INodeProperties | undefined): boolean {
	if (other === undefined || option === other) return true;
	if (isDeepStrictEqual(option, other)) return true;
	return isDeepStrictEqual(startOf(option), startOf(other));
}

function startOf({ name, type, typeOptions, default: value, displayOptions }: INodeProperties) {
	return {
		type,
		multiple: typeOptions?.multipleValues,
		value,
		self: displayOptions?.show?.[name] !== undefined && Symbol(name),
	};
}

function optionsOf({ type, options }: Partial<INodeProperties> = {}): readonly INodeProperties[] {
	return type === 'collection' ? (options as INodeProperties[]) : [];
}

function withConditions(
	{ displayOptions, ...field }: INodeProperties,
	{ show, hide }: Conditions,
): INodeProperties {
	const both = {
		...((show ?? displayOptions?.show) && { show: { ...show, ...displayOptions?.show } }),
		...((hide ?? displayOptions?.hide) && { hide: { ...hide, ...displayOptions?.hide } }),
	};
	return { ...field, ...(Object.keys(both).length > 0 && { displayOptions: both }) };
}
