import type { INodeProperties } from 'n8n-workflow';

import { textLimits } from '../../graphApi/textLimits';
import type { Parameters } from '../parameters/parameters';
import { checkUnique } from '../fields/checkUnique';

type FieldType = 'checkbox' | 'date' | 'dropdown' | 'email' | 'number' | 'text' | 'textarea';

/** A field of the form on the reply page. */
export interface FormField {
	label: string;
	type: FieldType;
	required: boolean;
	placeholder?: string;
	/** The choices of a dropdown. */
	options: string[];
}

/** The values of the form by the label of the field. */
export type FormReply = Record<string, boolean | number | string | null>;

export const formFields: INodeProperties = {
	displayName: 'Form Fields',
	name: 'formFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Label',
					name: 'label',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Delivery address',
					description: 'Name of the field on the page and in the output',
				},
				{
					displayName: 'Field Type',
					name: 'fieldType',
					type: 'options',
					options: [
						{ name: 'Checkbox', value: 'checkbox' },
						{ name: 'Date', value: 'date' },
						{ name: 'Dropdown', value: 'dropdown' },
						{ name: 'Email', value: 'email' },
						{ name: 'Number', value: 'number' },
						{ name: 'Text', value: 'text' },
						{ name: 'Text, Several Lines', value: 'textarea' },
					],
					default: 'text',
				},
				{
					displayName: 'Choices',
					name: 'options',
					type: 'string',
					required: true,
					displayOptions: { show: { fieldType: ['dropdown'] } },
					default: '',
					placeholder: 'e.g. Morning, Afternoon, Evening',
					description: 'The options of the dropdown, separated by commas',
				},
				{
					displayName: 'Placeholder',
					name: 'placeholder',
					type: 'string',
					displayOptions: { show: { fieldType: ['email', 'number', 'text', 'textarea'] } },
					default: '',
					placeholder: 'e.g. Street and number',
					description: 'Grey text in the empty field',
				},
				{
					displayName: 'Required',
					name: 'required',
					type: 'boolean',
					default: false,
					description: 'Whether the form can be sent only with this field filled in',
				},
			],
		},
	],
};

/** @throws InputError for no field, or two fields with the same label. */
export function readFormFields(parameters: Parameters): FormField[] {
	const entries = parameters.list('formFields', 'field', 'Field', { min: 1 });
	const fields = entries.map((entry): FormField => {
		const type = entry.choice('fieldType') as FieldType;
		return {
			label: entry.text('label').trim(),
			type,
			required: entry.boolean('required'),
			placeholder: type === 'dropdown' ? undefined : entry.optionalText('placeholder'),
			options: type === 'dropdown' ? entry.texts('options') : [],
		};
	});
	checkUnique(
		entries,
		'label',
		fields.map(({ label }) => label),
	);
	return fields;
}

/** An address with one `@` and a dot behind it. No two parts match the same character, so the time is linear. */
const emailAddress = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** Name of a field in the HTML form. A label may contain any character. */
export function fieldName(index: number): string {
	return `field-${index}`;
}

/**
 * Reads a submitted form.
 * @returns the reply, or the problems by the index of the field.
 */
export function readForm(
	fields: readonly FormField[],
	sent: Readonly<Record<string, unknown>>,
): { reply: FormReply } | { problems: Map<number, string> } {
	const reply: FormReply = {};
	const problems = new Map<number, string>();
	for (const [index, field] of fields.entries()) {
		const value = sent[fieldName(index)];
		const text = typeof value === 'string' ? value.trim() : '';
		const problem = problemOf(field, text);
		if (problem === undefined) reply[field.label] = valueOf(field, text);
		else problems.set(index, problem);
	}
	return problems.size > 0 ? { problems } : { reply };
}

function problemOf({ type, required, options }: FormField, text: string): string | undefined {
	if (text === '') return required ? 'Please fill this in.' : undefined;
	if (text.length > textLimits.formField) {
		return `Please enter at most ${textLimits.formField} characters.`;
	}
	if (type === 'dropdown' && !options.includes(text))
		return 'Please choose an option from the list.';
	if (type === 'number' && !Number.isFinite(Number(text))) return 'Please enter a number.';
	if (type === 'email' && !emailAddress.test(text)) return 'Please enter an email address.';
	if (type === 'date' && !isDay(text)) return 'Please enter a date.';
	return undefined;
}

function isDay(text: string): boolean {
	const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
	// JavaScript reads 31 February as a day in March.
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function valueOf({ type }: FormField, text: string): FormReply[string] {
	if (type === 'checkbox') return text !== '';
	if (text === '') return null;
	return type === 'number' ? Number(text) : text;
}
