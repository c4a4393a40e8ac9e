import type { IBinaryData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { isJsonObject } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import { InputError } from '../../shared/inputError';
import { brokenListRule, brokenNumberRule, brokenTextRule } from './parameterRules';
import type { BrokenRule, ListRule, NumberRule, TextRule } from './parameterRules';
import { readBoolean, readDateTime, readJson, readText } from './parameterValues';

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

/** Reads and checks the fields that hold one value: texts, numbers, booleans, choices, dates and JSON. */
export class ValueParameters {
	constructor(
		protected readonly properties: readonly INodeProperties[],
		protected readonly source: ParameterSource,
		protected readonly fieldPath: string = '',
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
		const text = readText(value);
		if (text === undefined) {
			throw this.error(name, 'is not a text', 'Enter a text, or let the expression give one.');
		}
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
			? value.map((entry) => this.entryText(name, entry))
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
		const value = readText(this.source.value(name));
		const options = this.optionValues(name);
		if (value === undefined || !options.includes(value)) throw this.unknownOption(name, options);
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

	private entryText(name: string, entry: unknown): string {
		// An expression may leave gaps in a list.
		const text = readText(entry ?? '');
		if (text === undefined) {
			throw this.error(
				name,
				'has an entry that is not a text',
				'Let the expression give a list of texts.',
			);
		}
		return text;
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

	protected label(name: string): string {
		return `${this.fieldPath}${this.property(name).displayName}`;
	}

	protected property(name: string): INodeProperties {
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

	protected check(name: string, broken: BrokenRule | undefined): void {
		if (broken) throw this.error(name, broken.what, broken.todo);
	}
}
