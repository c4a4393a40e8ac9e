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
	const list: MergedField[] = [];
	for (;;) {
		const heads = rest.flatMap(({ fields: [head] }) => (head ? [head.shared] : []));
		const isLater = (shared: INodeProperties) =>
			rest.some(({ fields }) => fields.some((other, at) => at > 0 && other.shared === shared));
		const next = heads.find((head) => !isLater(head)) ?? heads[0];
		if (next === undefined) return list;
		const shownFor = rest
			.filter(({ fields: [head] }) => head?.shared === next)
			.map(({ choices, fields }): MergedField['shownFor'][number] => [
				choices,
				optionsOf(fields.shift()?.field),
			]);
		list.push({ field: next, shownFor });
	}
}

/** @returns a function that gives the first of all fields with which a field can be one. */
function sharedFields(): (field: INodeProperties) => INodeProperties {
	const byName = new Map<string, { field: INodeProperties; options: INodeProperties[] }[]>();
	return (field) => {
		const others = byName.get(field.name) ?? [];
		const options = optionsOf(field);
		const shared = others.find(
			(other) => areEqual(other.field, field) && canBeInOneList([...other.options, ...options]),
		);
		if (shared === undefined) byName.set(field.name, [...others, { field, options: [...options] }]);
		else shared.options.push(...options);
		return shared?.field ?? field;
	};
}

function areEqual(a: INodeProperties, b: INodeProperties): boolean {
	if (a === b) return true;
	if (a.type !== 'collection') return isDeepStrictEqual(a, b);
	return isDeepStrictEqual({ ...a, options: [] }, { ...b, options: [] });
}

/**
 * Whether n8n can tell options of the same name apart. It does not know the value of several before it knows which of them
 * shows, so none may depend on its own. And n8n 2.0 adds the first of them, whichever shows.
 */
function canBeInOneList(options: readonly INodeProperties[]): boolean {
	return options.every((option) => {
		const others = options.filter(
			(other) => other.name === option.name && !areEqual(other, option),
		);
		if (others.length === 0) return true;
		const isStart = (other: INodeProperties) =>
			isDeepStrictEqual(startOf(other), startOf(option)) &&
			other.displayOptions?.show?.[other.name] === undefined;
		return others.every(isStart);
	});
}

function startOf({ type, typeOptions, default: value }: INodeProperties) {
	return { type, multiple: typeOptions?.multipleValues, value };
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
