import type { INodeProperties } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { limits } from '../../../shared/limits';
import { checkUnique } from '../../fields/checkUnique';
import { bySection, fieldsOrData, isFromData, readData } from '../../fields/fromData';
import { hasPages, pagedRows, pagesField, readPage } from './interactive/listPages';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'list',
	bodyExample: 'Which shipping option do you prefer?',
	header: 'text',
	bodyMaxLength: limits.listBody,
	footer: true,
};

const rowFields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Priority mail',
		description: `At most ${limits.rowTitle} characters`,
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. Next day to 2 days',
		description: `Line below the title, at most ${limits.rowDescription} characters`,
	},
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		placeholder: 'e.g. priority-mail',
		description: `Text that the webhook contains when the row is picked, at most ${limits.rowId} characters. By default, the title.`,
	},
];

const rows: INodeProperties = {
	displayName: 'Rows',
	name: 'rows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Row',
	default: {},
	options: [{ displayName: 'Row', name: 'row', values: rowFields }],
};

const sectionFields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. I want it fast',
		description: `At most ${limits.listSectionTitle} characters. Required if there is more than one section.`,
	},
	rows,
];

const sections: INodeProperties = {
	displayName: 'Sections',
	name: 'sections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Section',
	default: {},
	description: `Up to ${limits.listSections} groups of rows, with at most ${limits.listRows} rows in all`,
	options: [{ displayName: 'Section', name: 'section', values: sectionFields }],
};

const fromData = {
	displayName: 'Rows',
	specify: 'specifyRows',
	data: 'rowsData',
	entry: 'title, description, ID and section',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
export const operation: Operation = {
	displayName: 'Send List',
	action: 'Send a message with a list to choose from',
	description:
		'Send a message with a button that opens a list from which the recipient picks one row',
	sendsMessages: true,
	fields: interactiveFields(
		kind,
		[
			{
				displayName: 'Button Text',
				name: 'buttonText',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. Shipping options',
				description: `Text on the button that opens the list, at most ${limits.buttonTitle} characters`,
			},
			...fieldsOrData(sections, fromData),
		],
		[pagesField],
	),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, {
			button: parameters.text('buttonText', { maxLength: limits.buttonTitle }),
			sections: readSections(parameters),
		});
	},
	output: sentMessage,
};

function readSections(parameters: Parameters): RequestBody[] {
	return isFromData(parameters, fromData)
		? sectionsFromData(parameters)
		: sectionsFromFields(parameters);
}

function sectionsFromFields(parameters: Parameters): RequestBody[] {
	const entries = parameters.list('sections', 'section', 'Section', {
		min: 1,
		max: limits.listSections,
	});
	const filled = entries.map((entry) => ({
		title: readSectionTitle(entry, entries.length > 1),
		rows: entry.list('rows', 'row', 'Row', { min: 1 }),
	}));
	const allRows = filled.flatMap((section) => section.rows);
	if (allRows.length > limits.listRows) {
		throw parameters.error(
			'sections',
			`has ${allRows.length} rows`,
			`WhatsApp allows at most ${limits.listRows} in all sections together.`,
		);
	}
	checkUnique(allRows, 'id', allRows.map(readRowId));
	return filled.map((section) => ({ title: section.title, rows: section.rows.map(readRow) }));
}

function sectionsFromData(parameters: Parameters): RequestBody[] {
	const options = parameters.group('options');
	const data = readData(parameters, fromData.data, {
		fields: ['title', 'description', 'id'],
		inSections: ['rows'],
		max: hasPages(options) ? pagedRows : limits.listRows,
		orElse: hasPages(options) ? undefined : "Or add the option 'Pages'.",
	});
	const values = data.map((entry) => entry.values);
	const rows = parameters.entriesFrom(rowFields, values, 'Row');
	checkUnique(rows, 'id', rows.map(readRowId));
	const ready = rows.map((row, index) => ({
		section: data[index]?.section ?? '',
		row: readRow(row),
	}));
	const inOrder = bySection(ready).flatMap(({ entries }) => entries);
	const page = readPage(options, inOrder.length);
	const shown = bySection(inOrder.slice(page?.from, page?.to));
	const sectionsShown = parameters.entriesFrom(sectionFields, shown, 'Section');
	return shown.map(({ entries }, index) => ({
		title: sectionsShown[index] && readSectionTitle(sectionsShown[index], shown.length > 1),
		rows: [
			...entries.map(({ row }) => row),
			...(page?.more && index === shown.length - 1 ? [page.more] : []),
		],
	}));
}

function readSectionTitle(section: Parameters, needed: boolean): string | undefined {
	const rule = { maxLength: limits.listSectionTitle };
	return needed ? section.text('title', rule) : section.optionalText('title', rule);
}

function readRow(row: Parameters): RequestBody {
	return {
		id: readRowId(row),
		title: row.text('title', { maxLength: limits.rowTitle }),
		description: row.optionalText('description', { maxLength: limits.rowDescription }),
	};
}

function readRowId(row: Parameters): string {
	return (row.optionalText('id', { maxLength: limits.rowId }) ?? row.text('title')).trim();
}
