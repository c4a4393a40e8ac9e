import type {
	IBinaryData,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	ResourceMapperField,
} from 'n8n-workflow';

import { isJsonObject } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';

import { BinaryFile } from '../files/binaryFile';
import { InputError } from '../../shared/inputError';
import { brokenListRule, brokenNumberRule, brokenTextRule } from './parameterRules';
import type { BrokenRule, ListRule, NumberRule, TextRule } from './parameterRules';
import { asRecord, readBoolean, readDateTime, readJson, withDefaults } from './parameterValues';
import type { MediaRule } from '../../shared/mediaRules';

/** Where the values of one item come from. */
export interface ParameterSource {
	/** The value of a parameter, with its expressions evaluated; undefined when there is none. */
	value(name: string): unknown;
	/** Whether the value comes from an expression. Known of the operation's own fields, not of those in a collection. */
	isExpression?(name: string): boolean;
	/** The item's binary data of that name. */
	binary(name: string): IBinaryData | undefined;
	/** Where a date without a time zone belongs: the workflow's zone, e.g. "Europe/Berlin". */
	timezone: string;
}

/**
 * Reads one item's parameters by name, each only when it is asked for, and checks them. Every value that
 * can't work becomes an `InputError` that names the field as the editor shows it.
 */
export class Parameters {
	constructor(
		private readonly properties: readonly INodeProperties[],
		private readonly source: ParameterSource,
		private readonly fieldPath: string = '',
	) {}

	/** A text that must be there. Numbers that an expression gave are taken as text. */
	text(name: string, rule: TextRule = {}): string {
		const value = this.optionalText(name, rule);
		if (value === undefined) {
			throw this.error(
				name,
				'is empty',
				this.source.isExpression?.(name)
					? 'Its expression gave nothing for this item: check that the input has what it refers to.'
					: 'Fill it in.',
			);
		}
		return value;
	}

	/** A text, or undefined when the field is empty. */
	optionalText(name: string, rule: TextRule = {}): string | undefined {
		const value = this.source.value(name);
		if (value === undefined || value === null || value === '') return undefined;
		if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
			throw this.error(name, 'is not a text', 'Enter a text, or let the expression give one.');
		}
		const text = String(value);
		if (text.trim() === '') return undefined;
		this.check(name, brokenTextRule(text, rule));
		return text;
	}

	/**
	 * Texts separated by commas, semicolons or line breaks, or a list that an expression gave; without spaces
	 * around them.
	 */
	texts(name: string, rule: ListRule = { min: 1 }): string[] {
		const value = this.source.value(name);
		const entries = Array.isArray(value)
			? value.map(String)
			: (this.optionalText(name) ?? '').split(/[,;\n]/);
		const texts = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
		this.check(name, brokenListRule(texts.length, rule));
		return texts;
	}

	/** An http or https address that must be there. */
	url(name: string, rule: TextRule = {}): string {
		const url = this.text(name, rule).trim();
		if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
			throw this.error(
				name,
				'is not a web address',
				"Enter a full address that begins with 'https://'.",
			);
		}
		if (/\s/.test(url)) {
			throw this.error(
				name,
				'has a space or a line break in it',
				"Enter one address, with '%20' in place of each space.",
			);
		}
		return url;
	}

	/** A number that must be there. */
	number(name: string, rule: NumberRule = {}): number {
		const value = this.optionalNumber(name, rule);
		if (value === undefined) throw this.error(name, 'is empty', 'Enter a number.');
		return value;
	}

	/** A number, or undefined when the field is empty. Texts that hold a number are taken as one. */
	optionalNumber(name: string, rule: NumberRule = {}): number | undefined {
		const value = this.source.value(name);
		if (value === undefined || value === null || value === '') return undefined;
		const number = typeof value === 'string' ? Number(value.trim()) : value;
		if (typeof number !== 'number' || !Number.isFinite(number)) {
			throw this.error(name, 'is not a number', 'Enter digits, with a dot for decimals.');
		}
		this.check(name, brokenNumberRule(number, rule));
		return number;
	}

	/** Whether it is on. An empty field is off. */
	boolean(name: string): boolean {
		return this.hasValue(name) && this.requiredBoolean(name);
	}

	/** Whether it is on, where an empty field must not switch anything off. */
	requiredBoolean(name: string): boolean {
		const boolean = readBoolean(this.source.value(name));
		if (boolean === undefined) {
			throw this.error(name, 'is neither true nor false', 'Let the expression give true or false.');
		}
		return boolean;
	}

	/** A boolean, or undefined when the option was not added. */
	optionalBoolean(name: string): boolean | undefined {
		return this.hasValue(name) ? this.boolean(name) : undefined;
	}

	/** One of the field's options. An expression that gives anything else is an error. */
	choice(name: string): string {
		const value = String(this.source.value(name) ?? '');
		const options = this.optionValues(name);
		if (!options.includes(value)) throw this.unknownOption(name, options);
		return value;
	}

	/** One of the field's options, or undefined when the option was not added. */
	optionalChoice(name: string): string | undefined {
		return this.hasValue(name) ? this.choice(name) : undefined;
	}

	/** Several of the field's options. An expression that gives anything else is an error. */
	choices(name: string): string[] {
		const values = this.texts(name, {});
		if (values.length === 0) return values;
		const options = this.optionValues(name);
		if (values.some((value) => !options.includes(value))) {
			throw this.unknownOption(name, options);
		}
		return values;
	}

	/** Seconds since 1970 (UTC) of a date field, or undefined when it is empty. */
	optionalTimestamp(name: string): number | undefined {
		const dateTime = this.optionalDateTime(name);
		return dateTime === undefined ? undefined : Math.floor(dateTime.toSeconds());
	}

	/** The day of a date field as YYYY-MM-DD, or undefined when it is empty. */
	optionalDay(name: string): string | undefined {
		const dateTime = this.optionalDateTime(name);
		return dateTime?.setZone(this.source.timezone).toFormat('yyyy-MM-dd');
	}

	/** JSON typed by the user or given by an expression; undefined when the field is empty. */
	optionalJson(name: string): JsonValue | undefined {
		const value = this.source.value(name);
		if (value === undefined || value === null) return undefined;
		if (typeof value !== 'string') return value as JsonValue;
		if (value.trim() === '') return undefined;
		const { json, problem } = readJson(value);
		if (problem !== undefined) {
			throw this.error(name, `is not valid JSON: ${problem}`, 'Check quotes, commas and brackets.');
		}
		return json;
	}

	/** The text of a JSON object that must be there: as it was typed, or indented when an expression gave an object. */
	jsonObjectText(name: string): string {
		const value = this.source.value(name);
		const object = this.jsonObject(name);
		return typeof value === 'string' ? value : JSON.stringify(object, null, '\t');
	}

	/** A JSON object that must be there. */
	jsonObject(name: string): JsonObject {
		const value = this.optionalJsonObject(name);
		if (value === undefined) {
			throw this.error(name, 'is empty', 'Enter a JSON object.');
		}
		return value;
	}

	/** A JSON object, or undefined when the field is empty. */
	optionalJsonObject(name: string): JsonObject | undefined {
		const value = this.optionalJson(name);
		if (value === undefined) return undefined;
		if (!isJsonObject(value)) {
			throw this.error(name, 'is not a JSON object', "Begin it with '{' and end it with '}'.");
		}
		return Object.keys(value).length === 0 ? undefined : value;
	}

	/** A JSON list, or undefined when the field is empty. */
	optionalJsonList(name: string): JsonValue[] | undefined {
		const value = this.optionalJson(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value)) {
			throw this.error(name, 'is not a JSON list', "Begin it with '[' and end it with ']'.");
		}
		return value;
	}

	/** The value of a resource locator, whichever way it was chosen; undefined when empty. */
	optionalLocator(name: string): string | undefined {
		const value = this.source.value(name);
		const chosen =
			typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
		const text = typeof chosen === 'string' || typeof chosen === 'number' ? String(chosen) : '';
		return text.trim() === '' ? undefined : text.trim();
	}

	/** How a resource locator was filled, e.g. "list" or "id"; a plain value counts as its default mode. */
	locatorMode(name: string): string {
		const modes = [this.source.value(name), this.property(name).default].map(
			(value) => asRecord(value).mode,
		);
		return String(modes.find((mode) => mode !== undefined) ?? '');
	}

	/** The fields of a collection ("Add Option"): those the user did not add have no value. */
	group(name: string): Parameters {
		const properties = this.property(name).options as INodeProperties[];
		return this.inner(properties, asRecord(this.source.value(name)), this.fieldPath);
	}

	/** The fields of a fixed collection with one entry, or undefined when the user did not add it. */
	entry(name: string, entry: string): Parameters | undefined {
		const value = asRecord(this.source.value(name))[entry];
		if (value === undefined) return undefined;
		const properties = this.entryProperties(name, entry);
		return this.inner(properties, withDefaults(properties, value), this.fieldPath);
	}

	/** The same, with the defaults of the fields when the user did not add it. */
	entryOrDefaults(name: string, entry: string): Parameters {
		const properties = this.entryProperties(name, entry);
		return (
			this.entry(name, entry) ??
			this.inner(properties, withDefaults(properties, {}), this.fieldPath)
		);
	}

	/** The entries of a fixed collection that can have several. `label` names one of them, e.g. "Button". */
	list(name: string, entry: string, label: string, rule: ListRule = {}): Parameters[] {
		const value = asRecord(this.source.value(name))[entry];
		const entries = Array.isArray(value) ? value : value === undefined ? [] : [value];
		this.check(name, brokenListRule(entries.length, rule));
		const properties = this.entryProperties(name, entry);
		return entries.map((item, index) =>
			this.inner(
				properties,
				withDefaults(properties, item),
				`${this.fieldPath}${label} ${index + 1} → `,
			),
		);
	}

	/**
	 * The binary data that a field names, to be uploaded before the request is sent.
	 * @throws InputError when the item has no binary data of that name, or its type is not taken.
	 */
	binary(name: string, rules: MediaRule | readonly MediaRule[]): BinaryFile {
		const property = this.text(name);
		const data = this.source.binary(property);
		if (!data) {
			throw this.error(
				name,
				`names '${property}', but the item has no binary data of that name`,
				"Check the name in the 'Binary' tab of the input, and that the node before passes the file on.",
			);
		}
		return new BinaryFile(property, this.label(name), data, rules);
	}

	/** Whether the item has binary data of that name. */
	hasBinary(name: string): boolean {
		return this.source.binary(name) !== undefined;
	}

	/**
	 * The values of a resource mapper by column ID, and the columns it had when it was filled in. A workflow
	 * that was not made in the editor may have no columns.
	 */
	mapped(name: string): {
		values: Readonly<Record<string, unknown>>;
		columns: readonly ResourceMapperField[];
	} {
		const { value, schema } = asRecord(this.source.value(name));
		return { values: asRecord(value), columns: Array.isArray(schema) ? schema : [] };
	}

	/**
	 * The same item and fields with other values.
	 * @param name of the field that holds them.
	 */
	withValues(name: string, values: Readonly<Record<string, unknown>>): Parameters {
		const place = `${this.label(name)} → `;
		return this.inner(this.properties, withDefaults(this.properties, values), place);
	}

	/** Whether the operation has the field at all. */
	hasField(name: string): boolean {
		return this.properties.some((property) => property.name === name);
	}

	/** Whether the field has a value. */
	hasValue(name: string): boolean {
		const value = this.source.value(name);
		return value !== undefined && value !== null && value !== '';
	}

	/** Whether the user added the field, also when it was left empty. */
	isAdded(name: string): boolean {
		const value = this.source.value(name);
		return value !== undefined && value !== null;
	}

	/** An error about one of the fields. `what` continues a sentence that begins with the field's name. */
	error(name: string, what: string, todo: string): InputError {
		return new InputError(this.label(name), what, todo);
	}

	private optionalDateTime(name: string) {
		if (!this.hasValue(name)) return undefined;
		const dateTime = readDateTime(this.source.value(name), this.source.timezone);
		if (dateTime === undefined) {
			throw this.error(
				name,
				'is not a date',
				'Enter it as year, month and day, e.g. 2026-03-31 or 2026-03-31T18:00.',
			);
		}
		return dateTime;
	}

	private label(name: string): string {
		return `${this.fieldPath}${this.property(name).displayName}`;
	}

	private inner(
		properties: readonly INodeProperties[],
		values: Readonly<Record<string, unknown>>,
		place: string,
	): Parameters {
		const source: ParameterSource = {
			value: (name) => values[name],
			binary: (name) => this.source.binary(name),
			timezone: this.source.timezone,
		};
		return new Parameters(properties, source, place);
	}

	private property(name: string): INodeProperties {
		const property = this.properties.find((candidate) => candidate.name === name);
		if (!property) throw new Error(`The operation has no field '${name}'`);
		return property;
	}

	private unknownOption(name: string, options: readonly string[]): InputError {
		return this.error(
			name,
			'has a value that does not exist',
			`Use ${options.length === 1 ? '' : 'one of: '}${options.join(', ')}.`,
		);
	}

	private optionValues(name: string): string[] {
		return (this.property(name).options as INodePropertyOptions[]).map(({ value }) =>
			String(value),
		);
	}

	private entryProperties(name: string, entry: string): readonly INodeProperties[] {
		const entries = this.property(name).options as INodePropertyCollection[];
		return entries.find((candidate) => candidate.name === entry)?.values ?? [];
	}

	private check(name: string, broken: BrokenRule | undefined): void {
		if (broken) throw this.error(name, broken.what, broken.todo);
	}
}
