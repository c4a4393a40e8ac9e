import type { IBinaryData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { isJsonObject } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import { InputError } from '../../shared/inputError';
import { parsePhoneNumber } from '../../shared/phoneNumber';
import type { NumberSettings } from '../../shared/phoneNumber';
import type { ReceivedMessage } from '../../shared/triggerItem';
import { leftoverIn } from './leftover';
import {
	brokenEntryRule,
	brokenListRule,
	brokenNumberRule,
	brokenTextRule,
} from './parameterRules';
import { lacksScheme } from './lacksScheme';
import type { BrokenRule, ListRule, NumberRule, TextRule } from './parameterRules';
import { readBoolean, readDateTime, readJson, readText } from './parameterValues';

/** What an item has from the trigger that started the execution, or how many it could be. */
export type FromTrigger = string | { unclear: number } | undefined;

/** The values of one item. */
export interface ParameterSource {
	/** The value of a parameter with its expressions evaluated, if it has one. */
	value(name: string): unknown;
	/** Whether a field of a collection is there, even if its expression gives nothing. */
	isStored?(name: string): boolean;
	/** Whether the value comes from an expression. Unknown for fields in a collection. */
	isExpression?(name: string): boolean;
	/** The item's binary data of that name. */
	binary(name: string): IBinaryData | undefined;
	/** The time zone of the workflow, e.g. "Europe/Berlin", for dates without one. */
	timezone: string;
	/** The business number that the item's customer wrote to, if the trigger started the execution. */
	numberWrittenTo?(): FromTrigger;
	/** The customer who wrote, as a recipient, if the trigger started the execution. */
	customerWhoWrote?(): FromTrigger;
	/** The messages with which the trigger started the execution, oldest first. */
	messagesReceived?(): readonly ReceivedMessage[];
	/** How phone numbers without country code are read. */
	numbers?: NumberSettings;
}

/** Reads and checks the fields that contain one value: texts, numbers, booleans, choices, dates and JSON. */
export class ValueParameters {
	/** Names the fields in another way, see `Parameters.named`. */
	protected nameOf?: (field: INodeProperties) => string;

	constructor(
		protected readonly properties: readonly INodeProperties[],
		protected readonly source: ParameterSource,
		protected readonly fieldPath: string = '',
		/** What wrong expressions left in the texts that were read, e.g. "'Text' is 'undefined'". */
		readonly leftovers: string[] = [],
	) {}

	/** A required text. Numbers and booleans from an expression are taken as text. */
	text(name: string, rule: TextRule = {}): string {
		const value = this.optionalText(name, rule);
		if (value === undefined) {
			throw this.error(
				name,
				'is empty',
				this.isExpression(name)
					? 'Its expression gave nothing for this item: check that the input has what it refers to.'
					: 'Fill it in.',
			);
		}
		return value;
	}

	/** A text, or undefined if the field is empty. */
	optionalText(name: string, rule: TextRule = {}): string | undefined {
		const value = this.source.value(name);
		if (value === undefined || value === null || value === '') return undefined;
		const text = readText(value);
		if (text === undefined) {
			throw this.error(name, 'is not a text', 'Enter a text, or let the expression give one.');
		}
		if (text.trim() === '') return undefined;
		// Nothing works on a text of any length.
		this.check(name, brokenTextRule(text, {}));
		const sent = rule.convert?.(text) ?? text;
		this.check(name, brokenTextRule(sent, rule));
		const leftover = rule.isCode ? undefined : leftoverIn(text);
		if (leftover !== undefined) this.noteLeftover(`'${this.label(name)}' ${leftover}`);
		return sent;
	}

	private noteLeftover(problem: string): void {
		if (!this.leftovers.includes(problem)) this.leftovers.push(problem);
	}

	/**
	 * Texts separated by commas, semicolons or line breaks, or a list from an expression. Spaces around them are removed.
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

	/** A required http or https URL. */
	url(name: string, rule: TextRule = {}): string {
		const url = this.text(name, rule).trim();
		if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
			throw this.error(
				name,
				'is not a valid URL',
				lacksScheme(url)
					? 'Put https:// in front.'
					: "Enter a full URL that begins with 'https://'.",
			);
		}
		if (/\s/.test(url)) {
			throw this.error(
				name,
				'contains a space or a line break',
				"Enter one URL, with '%20' instead of each space.",
			);
		}
		return url;
	}

	/** A required number. */
	number(name: string, rule: NumberRule = {}): number {
		const value = this.optionalNumber(name, rule);
		if (value === undefined) throw this.error(name, 'is empty', 'Enter a number.');
		return value;
	}

	/** A number, also as text, or undefined if the field is empty. */
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

	/** A boolean. An empty field is false. */
	boolean(name: string): boolean {
		return this.hasValue(name) && this.requiredBoolean(name);
	}

	/** A boolean, where an empty field must not count as false. */
	requiredBoolean(name: string): boolean {
		const boolean = readBoolean(this.source.value(name));
		if (boolean === undefined) {
			throw this.error(name, 'is neither true nor false', 'Let the expression give true or false.');
		}
		return boolean;
	}

	/** A boolean, or undefined if the option is not added. */
	optionalBoolean(name: string): boolean | undefined {
		return this.hasValue(name) ? this.boolean(name) : undefined;
	}

	/** One of the field's options. Anything else is an error. */
	choice(name: string): string {
		const value = readText(this.source.value(name));
		const options = this.optionValues(name);
		if (value === undefined || !options.includes(value)) throw this.unknownOption(name, options);
		return value;
	}

	/** One of the field's options, or undefined if the option is not added. */
	optionalChoice(name: string): string | undefined {
		return this.hasValue(name) ? this.choice(name) : undefined;
	}

	/** Several of the field's options. Anything else is an error. */
	choices(name: string): string[] {
		const values = this.texts(name, {});
		if (values.length === 0) return values;
		const options = this.optionValues(name);
		if (values.some((value) => !options.includes(value))) {
			throw this.unknownOption(name, options);
		}
		return values;
	}

	/** A date field as seconds since 1970 (UTC), or undefined if it is empty. */
	optionalTimestamp(name: string): number | undefined {
		const dateTime = this.optionalDateTime(name);
		return dateTime === undefined ? undefined : Math.floor(dateTime.toSeconds());
	}

	/** A date field as ISO 8601 in UTC, to the millisecond, or undefined if it is empty. */
	optionalIsoTime(name: string): string | undefined {
		return this.optionalDateTime(name)?.toJSDate().toISOString();
	}

	/** A date field as YYYY-MM-DD, or undefined if it is empty. */
	optionalDay(name: string): string | undefined {
		const dateTime = this.optionalDateTime(name);
		return dateTime?.setZone(this.source.timezone).toFormat('yyyy-MM-dd');
	}

	/** JSON as text, or a value from an expression. Undefined if the field is empty. */
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

	/** A required JSON object as text: as typed, or indented if an expression gives an object. */
	jsonObjectText(name: string): string {
		const value = this.source.value(name);
		const object = this.jsonObject(name);
		return typeof value === 'string' ? value : JSON.stringify(object, null, '\t');
	}

	/** A required JSON object. */
	jsonObject(name: string): JsonObject {
		const value = this.optionalJsonObject(name);
		if (value === undefined) {
			throw this.error(name, 'is empty', 'Enter a JSON object.');
		}
		return value;
	}

	/** A JSON object, or undefined if the field is empty. */
	optionalJsonObject(name: string): JsonObject | undefined {
		const value = this.optionalJson(name);
		if (value === undefined) return undefined;
		if (!isJsonObject(value)) {
			throw this.error(name, 'is not a JSON object', "Begin it with '{' and end it with '}'.");
		}
		return Object.keys(value).length === 0 ? undefined : value;
	}

	/** A JSON list, or undefined if the field is empty. */
	optionalJsonList(name: string): JsonValue[] | undefined {
		const value = this.optionalJson(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value)) {
			throw this.error(name, 'is not a JSON list', "Begin it with '[' and end it with ']'.");
		}
		return value;
	}

	/** Whether the operation has the field. */
	hasField(name: string): boolean {
		return this.properties.some((property) => property.name === name);
	}

	/** Whether the field has a value. */
	hasValue(name: string): boolean {
		const value = this.source.value(name);
		return value !== undefined && value !== null && value !== '';
	}

	/** Whether the user added the field, even if it is empty. */
	isAdded(name: string): boolean {
		const value = this.source.value(name);
		return value !== undefined && value !== null;
	}

	/** Whether the user added the field to its collection, even if its expression gives nothing. */
	isStored(name: string): boolean {
		return this.source.isStored?.(name) ?? this.isAdded(name);
	}

	/** Whether an expression gives the value of the field. */
	isExpression(name: string): boolean {
		return this.source.isExpression?.(name) ?? false;
	}

	/** The business number that the item's customer wrote to, if the trigger started the execution. */
	numberWrittenTo(): FromTrigger {
		return this.source.numberWrittenTo?.();
	}

	/** The customer who wrote, as a recipient, if the trigger started the execution. */
	customerWhoWrote(): FromTrigger {
		return this.source.customerWhoWrote?.();
	}

	/** The messages with which the trigger started the execution, oldest first. */
	messagesReceived(): readonly ReceivedMessage[] {
		return this.source.messagesReceived?.() ?? [];
	}

	/**
	 * Reads a phone number that was entered: see `parsePhoneNumber`.
	 * @throws InputError made by `problem`.
	 */
	phoneNumber(text: string, problem: (what: string, todo: string) => InputError): string {
		return parsePhoneNumber(text, problem, this.source.numbers);
	}

	/** An error about a field. `what` continues a sentence that begins with the name of the field. */
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
		this.check(name, brokenEntryRule(text));
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

	/** The name of the field as the editor shows it, with those of the collections that it is in. */
	label(name: string): string {
		const field = this.property(name);
		return (this.nameOf?.(field) ?? `${this.fieldPath}${field.displayName}`).trimEnd();
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
