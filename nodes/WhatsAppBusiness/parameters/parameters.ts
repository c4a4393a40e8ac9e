import type {
	IBinaryData,
	INodeProperties,
	INodePropertyCollection,
	ResourceMapperField,
} from 'n8n-workflow';

import { BinaryFile } from '../files/binaryFile';
import type { MediaRule } from '../../shared/mediaRules';
import { brokenListRule, brokenTextRule } from './parameterRules';
import type { ListRule } from './parameterRules';
import { asRecord, readText, withDefaults } from './parameterValues';
import { ValueParameters } from './valueParameters';
import type { ParameterSource } from './valueParameters';

/**
 * Reads one item's parameters by name, each only when it is asked for, and checks them. An invalid value becomes an
 * `InputError` that names the field as the editor shows it.
 */
export class Parameters extends ValueParameters {
	/** The value of a resource locator in any mode, or undefined if it is empty. */
	optionalLocator(name: string): string | undefined {
		const value = this.source.value(name);
		const chosen =
			typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
		const text = typeof chosen === 'boolean' ? undefined : readText(chosen)?.trim();
		if (text === undefined || text === '') return undefined;
		this.check(name, brokenTextRule(text, {}));
		return text;
	}

	/** The mode of a resource locator, e.g. "list" or "id". A plain value has the default mode. */
	locatorMode(name: string): string {
		const modes = [this.source.value(name), this.property(name).default].map(
			(value) => asRecord(value).mode,
		);
		return readText(modes.find((mode) => mode !== undefined)) ?? '';
	}

	/** The fields of a collection ("Add Option"). Those that are not added have no value. */
	group(name: string): Parameters {
		const properties = this.property(name).options as INodeProperties[];
		return this.inner(properties, asRecord(this.source.value(name)), this.fieldPath);
	}

	/** The fields of a fixed collection with one entry, or undefined if it is not added. */
	entry(name: string, entry: string): Parameters | undefined {
		const value = asRecord(this.source.value(name))[entry];
		if (value === undefined) return undefined;
		const properties = this.entryProperties(name, entry);
		return this.inner(properties, withDefaults(properties, value), this.fieldPath);
	}

	/** The same, with the defaults of the fields if it is not added. */
	entryOrDefaults(name: string, entry: string): Parameters {
		const properties = this.entryProperties(name, entry);
		return (
			this.entry(name, entry) ??
			this.inner(properties, withDefaults(properties, {}), this.fieldPath)
		);
	}

	/** The entry of an option: undefined if the option is not added, the defaults of its fields if it was left empty. */
	addedEntry(name: string, entry: string): Parameters | undefined {
		return this.isAdded(name) ? this.entryOrDefaults(name, entry) : undefined;
	}

	/** The entries of a fixed collection with several. `label` names an entry, e.g. "Button". */
	list(name: string, entry: string, label: string, rule: ListRule = {}): Parameters[] {
		const value = asRecord(this.source.value(name))[entry];
		const entries = Array.isArray(value) ? value : value === undefined ? [] : [value];
		this.check(name, brokenListRule(entries.length, rule));
		return this.entriesFrom(this.entryProperties(name, entry), entries, label);
	}

	/**
	 * Entries with the fields of a fixed collection, from values that stand elsewhere.
	 * @param label names an entry, e.g. "Button".
	 */
	entriesFrom(
		properties: readonly INodeProperties[],
		entries: readonly unknown[],
		label: string,
	): Parameters[] {
		return entries.map((values, index) =>
			this.inner(
				properties,
				withDefaults(properties, values),
				`${this.fieldPath}${label} ${index + 1} → `,
			),
		);
	}

	/**
	 * The file that a field names.
	 * @throws InputError when the item has no binary data of that name, or WhatsApp does not accept its type.
	 */
	binary(name: string, rules: MediaRule | readonly MediaRule[]): BinaryFile {
		const { property, data } = this.binaryData(name);
		return new BinaryFile(property, this.label(name), data, rules);
	}

	/**
	 * The binary data that a field names, whatever its type.
	 * @throws InputError when the item has no binary data of that name.
	 */
	binaryData(name: string): { property: string; data: IBinaryData } {
		const property = this.text(name);
		const data = this.source.binary(property);
		if (!data) {
			throw this.error(
				name,
				`names '${property}', but the item has no binary data of that name`,
				"Check the name in the 'Binary' tab of the input, and that the previous node passes the file on.",
			);
		}
		return { property, data };
	}

	/** Whether the item has binary data of that name. */
	hasBinary(name: string): boolean {
		return this.source.binary(name) !== undefined;
	}

	/**
	 * The values of a resource mapper by column ID, and its columns at the time it was filled in. A workflow that was not
	 * created in the editor may have no columns.
	 */
	mapped(name: string): {
		values: Readonly<Record<string, unknown>>;
		columns: readonly ResourceMapperField[];
	} {
		const { value, schema } = asRecord(this.source.value(name));
		return { values: asRecord(value), columns: Array.isArray(schema) ? schema : [] };
	}

	/** The same item and fields with other values. */
	withValues(values: Readonly<Record<string, unknown>>): Parameters {
		const all = withDefaults(this.properties, values);
		const inner = this.inner(this.properties, all, this.fieldPath);
		inner.nameOf = this.nameOf;
		return inner;
	}

	/**
	 * The same item as the parameters of another operation. What this one does not have gets its default.
	 * @param given values that replace those of this one.
	 */
	forOperation(
		fields: readonly INodeProperties[],
		given: Readonly<Record<string, unknown>> = {},
	): Parameters {
		const others = withDefaults(fields, given);
		const isOwn = (name: string) => this.hasField(name) && !(name in given);
		// Has all that the source has, its methods too.
		const source = Object.create(this.source) as ParameterSource;
		source.value = (name) => (isOwn(name) ? this.source.value(name) : others[name]);
		return new Parameters(fields, source, this.fieldPath, this.leftovers);
	}

	/**
	 * The same fields and values under other names.
	 * @param part what the names of the fields in collections begin with.
	 * @param nameOf the name of a field.
	 */
	named(part: string, nameOf: (part: string, field: INodeProperties) => string): Parameters {
		const named = new Parameters(this.properties, this.source, `${part} `, this.leftovers);
		// Only when it is asked for: names are for errors, and most items have none.
		named.nameOf = (field) => nameOf(part, field);
		return named;
	}

	private inner(
		properties: readonly INodeProperties[],
		values: Readonly<Record<string, unknown>>,
		fieldPath: string,
	): Parameters {
		const source: ParameterSource = {
			value: (name) => values[name],
			isStored: (name) => name in values,
			binary: (name) => this.source.binary(name),
			timezone: this.source.timezone,
			numberWrittenTo: () => this.source.numberWrittenTo?.(),
			customerWhoWrote: () => this.source.customerWhoWrote?.(),
			messagesReceived: () => this.messagesReceived(),
			numbers: this.source.numbers,
		};
		return new Parameters(properties, source, fieldPath, this.leftovers);
	}

	private entryProperties(name: string, entry: string): readonly INodeProperties[] {
		const entries = this.property(name).options as INodePropertyCollection[];
		return entries.find((candidate) => candidate.name === entry)?.values ?? [];
	}
}
