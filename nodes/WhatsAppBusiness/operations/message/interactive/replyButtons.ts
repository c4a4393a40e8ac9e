import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { checkUnique } from '../../../fields/checkUnique';
import { fieldsOrData, isFromData, readData } from '../../../fields/fromData';

const fields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Change',
		description: `Text on the button, at most ${limits.buttonTitle} characters`,
	},
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		placeholder: 'e.g. change-appointment',
		description: `Text that the webhook contains when the button is tapped, at most ${limits.buttonId} characters. By default, derived from the title.`,
	},
];

/** Buttons that send a reply when they are tapped. Read with `readReplyButtons`. */
export function replyButtonsField(extra: Partial<INodeProperties> = {}): INodeProperties {
	return {
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		required: true,
		placeholder: 'Add Button',
		default: {},
		...extra,
		options: [{ displayName: 'Button', name: 'button', values: fields }],
	};
}

/** A reply button as Meta takes it. */
export interface ReplyButton {
	[key: string]: string;
	id: string;
	title: string;
}

/** How many buttons there may be. */
interface HowMany {
	min: number;
	max: number;
}

const fromData = {
	displayName: 'Buttons',
	specify: 'specifyButtons',
	data: 'buttonsData',
	entry: 'title and ID',
};

/** Reply buttons that are entered one by one or from data. Read with `readReplyButtons`. */
export function replyButtonsFields(extra: Partial<INodeProperties> = {}): INodeProperties[] {
	return fieldsOrData(replyButtonsField(extra), fromData);
}

/**
 * Reads the reply buttons.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 * @param howMany how many there may be. A number is the maximum: there is at least one.
 * @param idOf derives the ID of a button without one from its title.
 * @param maxLength of a title.
 * @throws InputError for no or too many buttons, a text that is too long, or a title or ID that is used twice.
 */
export function readReplyButtons(
	parameters: Parameters,
	howMany: number | HowMany,
	idOf: (title: string) => string = (title) => title.trim(),
	maxLength: number = limits.buttonTitle,
): ReplyButton[] {
	const rule = typeof howMany === 'number' ? { min: 1, max: howMany } : howMany;
	const entries = readEntries(parameters, rule);
	const buttons = entries.map((entry) => {
		const title = entry.text('title', { maxLength });
		const id = entry.optionalText('id', { maxLength: limits.buttonId })?.trim() ?? idOf(title);
		return { id, title };
	});
	checkUnique(
		entries,
		'title',
		buttons.map(({ title }) => title),
	);
	checkUnique(
		entries,
		'id',
		buttons.map(({ id }) => id),
	);
	return buttons;
}

function readEntries(parameters: Parameters, rule: HowMany): Parameters[] {
	if (!isFromData(parameters, fromData)) {
		return parameters.list('buttons', 'button', 'Button', rule);
	}
	const data = readData(parameters, fromData.data, { fields: ['title', 'id'], max: rule.max });
	return parameters.entriesFrom(
		fields,
		data.map(({ values }) => values),
		'Button',
	);
}
