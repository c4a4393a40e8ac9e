import type { INodeProperties } from 'n8n-workflow';

import { isJsonObject } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import type { Parameters } from '../parameters/parameters';
import { readText } from '../parameters/parameterValues';

/** The keys under which tables and APIs have what a field takes, the most telling first. Case, blanks and _ don't count. */
const naturalKeys = {
	title: ['title', 'name', 'label', 'text'],
	id: ['id', 'value', 'key'],
	value: ['value', 'id', 'key'],
	description: ['description', 'subtitle', 'details'],
	productIds: ['product_retailer_id', 'retailer_id', 'product_id', 'sku', 'id'],
	section: ['section', 'category', 'group'],
} as const;

type NaturalField = keyof typeof naturalKeys;

/** How a list is entered: by hand, entry by entry, or all at once. */
interface ListFields {
	/** What the list contains, e.g. "Rows". */
	displayName: string;
	/** Of the choice, e.g. "specifyRows". */
	specify: string;
	/** Of the field for the data, e.g. "rowsData". */
	data: string;
	/** What an entry may have, e.g. "title, description, ID and section". */
	entry: string;
}

/**
 * A list that is entered using fields or from data. Read the data with `readData` if `isFromData`.
 * @param field the list as a fixed collection.
 */
export function fieldsOrData(
	field: INodeProperties,
	{ displayName, specify, data, entry }: ListFields,
): INodeProperties[] {
	const show = field.displayOptions?.show ?? {};
	return [
		{
			displayName: `Specify ${displayName}`,
			name: specify,
			type: 'options',
			noDataExpression: true,
			displayOptions: { show },
			options: [
				{ name: 'From Data', value: 'data', description: 'A list from an expression, or JSON' },
				{ name: 'Using Fields', value: 'fields', description: 'Entered here, one by one' },
			],
			default: 'fields',
			description: `How to enter the ${displayName.toLowerCase()}`,
		},
		{ ...field, displayOptions: { show: { ...show, [specify]: ['fields'] } } },
		{
			displayName: `${displayName} Data`,
			name: data,
			type: 'json',
			required: true,
			displayOptions: { show: { ...show, [specify]: ['data'] } },
			typeOptions: { rows: 4 },
			default: '[]',
			hint: "All items of an earlier node: {{ $('Node').all() }}",
			description: `List of texts, or of objects with ${entry}`,
		},
	];
}

/** The entries by section, in the order in which the sections first occur. */
export function bySection<Entry extends { section: string }>(
	entries: readonly Entry[],
): Array<{ title: string; entries: Entry[] }> {
	const titles = [...new Set(entries.map(({ section }) => section))];
	return titles.map((title) => ({
		title,
		entries: entries.filter(({ section }) => section === title),
	}));
}

/** Whether the list is to be read from data. */
export function isFromData(
	parameters: Parameters,
	{ specify }: Pick<ListFields, 'specify'>,
): boolean {
	return parameters.hasField(specify) && parameters.choice(specify) === 'data';
}

/** What a list from data may contain. */
interface DataRule {
	/** What is read of an entry. The first is required, and is all that a plain text has. */
	fields: readonly [NaturalField, ...NaturalField[]];
	/** The keys of the list of a section, if there may be sections. */
	inSections?: readonly string[];
	/** How many entries there may be, those of all sections together. */
	max: number;
	/** What else can be done about more. */
	orElse?: string;
}

/** An entry of the data: its values by field, and the title of its section. */
export interface DataEntry {
	values: Readonly<Partial<Record<NaturalField, string>>>;
	section: string;
}

/**
 * Reads a list from data: texts, objects, items of n8n, or sections with a list of these under `inSections`.
 * @param name of the field.
 * @throws InputError for an empty or too long list, or for anything else in it, with the number of the entry.
 */
export function readData(
	parameters: Parameters,
	name: string,
	{ fields, inSections = [], max, orElse }: DataRule,
): DataEntry[] {
	const list = parameters.optionalJsonList(name) ?? [];
	if (list.length === 0) {
		throw parameters.error(
			name,
			'is empty',
			'Check that the expression gives a list for this item.',
		);
	}
	const entries = list.flatMap((given, index) => {
		const place = `(entry ${index + 1})`;
		const entry = unwrapped(given);
		const inner = isJsonObject(entry) ? valueUnder(entry, inSections) : undefined;
		if (!Array.isArray(inner)) return [readEntry(parameters, name, place, entry, fields)];
		const section = isJsonObject(entry) ? (textUnder(entry, naturalKeys.title) ?? '') : '';
		return inner.map((value, row) => {
			const rowPlace = `(entry ${index + 1}, row ${row + 1})`;
			return { ...readEntry(parameters, name, rowPlace, unwrapped(value), fields), section };
		});
	});
	if (entries.length > max) {
		throw parameters.error(
			name,
			`has ${entries.length} entries`,
			[
				`At most ${max} can be sent: let the expression give fewer, e.g. with .slice(0, ${max}).`,
				orElse,
			]
				.filter((sentence) => sentence !== undefined)
				.join(' '),
		);
	}
	return entries;
}

function readEntry(
	parameters: Parameters,
	name: string,
	place: string,
	entry: JsonValue,
	fields: readonly [NaturalField, ...NaturalField[]],
): DataEntry {
	const [first] = fields;
	const keys = naturalKeys[first];
	const text = readText(entry)?.trim();
	if (text !== undefined && text !== '') return { values: { [first]: text }, section: '' };
	if (!isJsonObject(entry)) {
		throw parameters.error(
			name,
			`${place} is neither a text nor an object`,
			`Let the expression give texts, or objects with the key '${keys[0]}'.`,
		);
	}
	const values = Object.fromEntries(
		fields.map((field) => [field, textUnder(entry, naturalKeys[field])]),
	);
	if (values[first] === undefined) {
		throw parameters.error(
			name,
			`${place} has nothing under '${keys[0]}'`,
			`Give each object one of the keys ${keys.join(', ')}.`,
		);
	}
	return { values, section: textUnder(entry, naturalKeys.section) ?? '' };
}

/** n8n's own items have their data under `json`. */
function unwrapped(entry: JsonValue): JsonValue {
	return isJsonObject(entry) && isJsonObject(entry.json) ? entry.json : entry;
}

function textUnder(entry: JsonObject, keys: readonly string[]): string | undefined {
	const text = readText(valueUnder(entry, keys))?.trim();
	return text === '' ? undefined : text;
}

/** The value under the first of the keys that has one. */
function valueUnder(entry: JsonObject, keys: readonly string[]): JsonValue | undefined {
	const byKey = new Map(Object.entries(entry).map(([key, value]) => [plain(key), value]));
	return keys
		.map((key) => byKey.get(plain(key)))
		.find((value) => value !== undefined && value !== null && value !== '');
}

const plain = (key: string) => key.toLowerCase().replace(/[\s_-]/g, '');
