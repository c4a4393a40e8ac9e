import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';
import { limits } from '../../shared/limits';
import { checkUnique } from '../fields/checkUnique';
import { fieldsOrData, isFromData, readData } from '../fields/fromData';
import type { Choice } from './question';

/** A choice with the small text that a list shows below it. */
export interface DescribedChoice extends Choice {
	description?: string;
}

const fields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Tomorrow morning',
		description: `What the recipient sees, at most ${limits.buttonTitle} characters on a button and ${limits.rowTitle} in a list`,
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. morning',
		description: 'What the workflow gets. Left empty, it gets the title.',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. Between 8 and 12',
		description: `Small line below the title in a list, at most ${limits.rowDescription} characters`,
	},
];

const choicesField: INodeProperties = {
	displayName: 'Choices',
	name: 'choices',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Choice',
	default: {},
	description: `The replies to choose from. Up to ${limits.replyButtons} short ones become buttons, others a list with up to ${limits.listRows} rows.`,
	options: [{ displayName: 'Choice', name: 'choice', values: fields }],
};

const fromData = {
	displayName: 'Choices',
	specify: 'specifyChoices',
	data: 'choicesData',
	entry: 'title, value and description',
};

/** The choices, entered one by one or from data. Read with `readChoices`. */
export function choicesFields(
	show: NonNullable<INodeProperties['displayOptions']>['show'],
): INodeProperties[] {
	return fieldsOrData({ ...choicesField, displayOptions: { show } }, fromData);
}

/** @throws InputError for no or too many choices, a text that is too long, or two choices with the same title or value. */
export function readChoices(parameters: Parameters): DescribedChoice[] {
	const entries = readEntries(parameters);
	const choices = entries.map((entry): DescribedChoice => {
		const title = entry.text('title', { maxLength: limits.rowTitle }).trim();
		return {
			title,
			value: entry.optionalText('value')?.trim() ?? title,
			description: entry.optionalText('description', { maxLength: limits.rowDescription }),
		};
	});
	for (const key of ['title', 'value'] as const) {
		checkUnique(
			entries,
			key,
			choices.map((choice) => choice[key]),
		);
	}
	return choices;
}

function readEntries(parameters: Parameters): Parameters[] {
	const max = limits.listRows;
	if (!isFromData(parameters, fromData)) {
		return parameters.list('choices', 'choice', 'Choice', { min: 1, max });
	}
	const fieldsOfEntry = ['title', 'value', 'description'] as const;
	const data = readData(parameters, fromData.data, { fields: fieldsOfEntry, max });
	return parameters.entriesFrom(
		fields,
		data.map(({ values }) => values),
		'Choice',
	);
}

/** Whether the choices fit on buttons: few, short and without descriptions. */
export function fitOnButtons(
	choices: ReadonlyArray<Pick<DescribedChoice, 'title' | 'description'>>,
): boolean {
	return (
		choices.length <= limits.replyButtons &&
		choices.every(
			({ title, description }) =>
				[...title].length <= limits.buttonTitle && description === undefined,
		)
	);
}
