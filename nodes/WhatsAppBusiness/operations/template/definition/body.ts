import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { readVariableName, variableNameField } from '../../../fields/templateText';
import { checkUnique } from '../../../fields/checkUnique';
import { areNamed, namedExamples, readVariables } from './variables';

/**
 * The text of the body and the examples of its variables.
 * @param maxLength of the text, in characters.
 */
export function bodyFields(maxLength: number, extra: Partial<INodeProperties> = {}) {
	const fields: INodeProperties[] = [
		{
			displayName: 'Body Text',
			name: 'bodyText',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Hi {{1}}, your order {{2}} is on its way.',
			description: `The message, at most ${maxLength} characters. Variables are {{1}}, {{2}}, or names such as {{first_name}}, never at the beginning or the end.`,
			...extra,
		},
		{
			displayName: 'Body Examples',
			name: 'bodyExamples',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Body Example',
			default: {},
			description: "One example for each variable of the body, in order, for Meta's review",
			options: [
				{
					displayName: 'Body Example',
					name: 'example',
					values: [
						{
							displayName: 'Example',
							name: 'example',
							type: 'string',
							required: true,
							default: '',
							placeholder: 'e.g. Pablo',
							description: 'A sample value of the variable',
						},
						variableNameField,
					],
				},
			],
		},
	];
	return fields;
}

/** A body and the variables in its text. */
export interface Body {
	component: RequestBody;
	variables: string[];
}

/**
 * The body as Meta's component.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#body
 * @throws InputError when the text is missing or too long, begins or ends with a variable, has an invalid
 * variable, or the examples do not match the variables.
 */
export function readBody(parameters: Parameters, maxLength: number): Body {
	const text = parameters.text('bodyText', { maxLength });
	const variables = readVariables(parameters, 'bodyText', text);
	if (text.trim().startsWith('{{') || text.trim().endsWith('}}')) {
		throw parameters.error(
			'bodyText',
			'begins or ends with a variable',
			'Put some text before the first variable and after the last one.',
		);
	}
	return {
		component: { type: 'BODY', text, example: readExamples(parameters, variables) },
		variables,
	};
}

function readExamples(parameters: Parameters, variables: string[]): RequestBody | undefined {
	const entries = parameters.list('bodyExamples', 'example', 'Body Example');
	if (entries.length !== variables.length) {
		throw parameters.error(
			'bodyExamples',
			`has ${count(entries.length, 'example')}, but the body has ${count(variables.length, 'variable')}`,
			'Enter one example for each variable.',
		);
	}
	if (entries.length === 0) return undefined;
	if (!areNamed(variables)) return { body_text: [entries.map((entry) => entry.text('example'))] };
	const names = entries.map((entry) => readKnownName(entry, variables));
	checkUnique(entries, 'variableName', names);
	return {
		body_text_named_params: namedExamples(
			entries.map((entry, index) => [names[index] ?? '', entry.text('example')]),
		),
	};
}

function readKnownName(entry: Parameters, variables: string[]): string {
	const name = readVariableName(entry);
	if (name !== undefined && variables.includes(name)) return name;
	throw entry.error(
		'variableName',
		name === undefined ? 'is empty' : 'is not a variable of the body',
		`Enter one of: ${variables.join(', ')}.`,
	);
}

function count(number: number, what: string): string {
	return `${number} ${what}${number === 1 ? '' : 's'}`;
}
