import type { INodeProperties } from 'n8n-workflow';

import { checkUnique } from '../checkUnique';
import { groupField, readGroupId } from '../group';
import {
	flattened,
	readTextParameter,
	readVariableName,
	shownVariable,
	variableNameField,
} from '../templateText';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { calendarFields, readCalendarFields } from './calendarFields';
import { readCurrencyCode, readThousandths } from './currencyVariable';
import { valueName, variablePart } from './valueNames';
import type { ValueReading } from './valueNames';

type VariableType = 'currency' | 'date_time' | 'group_id' | 'text';

const forType = (...types: VariableType[]) => ({ show: { variableType: types } });

// In the order a person fills them in.
const variableFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'variableType',
		type: 'options',
		options: [
			{ name: 'Currency', value: 'currency' },
			{ name: 'Date and Time', value: 'date_time' },
			{
				name: 'Group Invite',
				value: 'group_id',
				description: 'The invite link of a group, for a group invite template',
			},
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
	},
	{
		displayName: 'Value',
		name: 'text',
		type: 'string',
		required: true,
		displayOptions: forType('text'),
		default: '',
		placeholder: 'e.g. Pablo',
		description:
			"One line, without tabs and with at most 4 spaces in a row. The option 'Flatten Line Breaks' makes it so.",
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'string',
		required: true,
		displayOptions: forType('currency'),
		default: '',
		placeholder: 'e.g. 100.99',
		description: 'Amount of money, with a decimal point and at most 3 decimals',
	},
	{
		displayName: 'Currency Code',
		name: 'currencyCode',
		type: 'string',
		required: true,
		displayOptions: forType('currency'),
		default: '',
		placeholder: 'e.g. USD',
		description: 'Three-letter code (ISO 4217)',
	},
	{
		displayName: 'Shown As',
		name: 'fallbackValue',
		type: 'string',
		required: true,
		displayOptions: forType('currency', 'date_time'),
		default: '',
		placeholder: 'e.g. $100.99',
		description: 'Text to show if WhatsApp does not format the amount or date for the recipient',
	},
	{
		displayName: 'Calendar Fields',
		name: 'calendarFields',
		type: 'collection',
		displayOptions: forType('date_time'),
		placeholder: 'Add Calendar Field',
		default: {},
		description: 'Parts of the date. WhatsApp may ignore them and show the text above instead.',
		options: calendarFields,
	},
	{
		...groupField,
		name: 'groupId',
		displayOptions: forType('group_id'),
		description: 'The group to invite to. WhatsApp puts its invite link into the text.',
	},
	variableNameField,
];

/** The values of the variables in the body, in the order of the template. */
export const bodyVariablesField: INodeProperties = {
	displayName: 'Body Variables',
	name: 'bodyVariables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Body Variable',
	default: {},
	description: 'Values for the variables in the text of the template, in order',
	options: [
		{
			displayName: 'Body Variable',
			name: 'variable',
			values: variableFields,
		},
	],
};

/**
 * The body component with its parameters, or undefined when there are none.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @param maxLength of one text, in characters.
 * @throws InputError for a missing or invalid value, or if only some variables have a name.
 */
export function readBodyVariables(
	parameters: Parameters,
	reading: ValueReading,
	maxLength: number,
): RequestBody | undefined {
	const variables = parameters
		.list('bodyVariables', 'variable', 'Body Variable')
		.map((variable, index) =>
			variable.named(
				reading.place + variablePart('Body', shownVariable(variable) ?? index + 1),
				valueName,
			),
		);
	if (variables.length === 0) return undefined;
	checkNames(variables);
	return {
		type: 'body',
		parameters: variables.map((variable) => readVariable(variable, reading, maxLength)),
	};
}

function readVariable(
	variable: Parameters,
	{ flatten }: ValueReading,
	maxLength: number,
): RequestBody {
	const type = variable.choice('variableType') as VariableType;
	const fallback = () => {
		const text = variable.text('fallbackValue');
		return flatten ? flattened(text) : text;
	};
	switch (type) {
		case 'text':
			return readTextParameter(variable, 'text', { maxLength, flatten });
		// https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference
		case 'group_id':
			return {
				type,
				parameter_name: readVariableName(variable),
				group_id: readGroupId(variable, 'groupId'),
			};
		case 'currency':
			return {
				type,
				parameter_name: readVariableName(variable),
				currency: {
					fallback_value: fallback(),
					code: readCurrencyCode(variable),
					amount_1000: readThousandths(variable),
				},
			};
		case 'date_time':
			return {
				type,
				parameter_name: readVariableName(variable),
				date_time: {
					fallback_value: fallback(),
					...readCalendarFields(variable.group('calendarFields')),
				},
			};
	}
}

// A template has either numbered or named variables, never both.
function checkNames(variables: Parameters[]): void {
	const names = variables.map((variable) => readVariableName(variable) ?? '');
	if (names.every((name) => name === '')) return;
	const unnamed = variables[names.indexOf('')];
	if (unnamed) {
		throw unnamed.error(
			'variableName',
			'is empty, but other body variables have a name',
			'Name all of them, or none if the template uses {{1}}, {{2}}.',
		);
	}
	checkUnique(variables, 'variableName', names);
}
