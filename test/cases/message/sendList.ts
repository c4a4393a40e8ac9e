import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Which shipping option do you prefer?';
const buttonText = 'Shipping options';

// The two examples of Meta differ in their envelope alone.
const exampleParameters = {
	to,
	body: '<BODY_TEXT>',
	buttonText: '<BUTTON_TEXT>',
	sections: {
		section: [
			{
				title: '<SECTION_1_TITLE>',
				rows: {
					row: [
						{ title: '<ROW_1_1_TITLE>', description: '<ROW_1_1_DESC>', id: '<ROW_1_1_ID>' },
						{ title: '<ROW_1_2_TITLE>', description: '<ROW_1_2_DESC>', id: '<ROW_1_2_ID>' },
					],
				},
			},
			{
				title: '<SECTION_2_TITLE>',
				rows: {
					row: [
						{ title: '<ROW_2_1_TITLE>', description: '<ROW_2_1_DESC>', id: '<ROW_2_1_ID>' },
						{ title: '<ROW_2_2_TITLE>', description: '<ROW_2_2_DESC>', id: '<ROW_2_2_ID>' },
					],
				},
			},
		],
	},
};
const exampleOptions = { headerText: '<HEADER_TEXT>', footer: '<FOOTER_TEXT>' };
const exampleInteractive: IDataObject = {
	type: 'list',
	header: { type: 'text', text: '<HEADER_TEXT>' },
	body: { text: '<BODY_TEXT>' },
	footer: { text: '<FOOTER_TEXT>' },
	action: {
		button: '<BUTTON_TEXT>',
		sections: [
			{
				title: '<SECTION_1_TITLE>',
				rows: [
					{ id: '<ROW_1_1_ID>', title: '<ROW_1_1_TITLE>', description: '<ROW_1_1_DESC>' },
					{ id: '<ROW_1_2_ID>', title: '<ROW_1_2_TITLE>', description: '<ROW_1_2_DESC>' },
				],
			},
			{
				title: '<SECTION_2_TITLE>',
				rows: [
					{ id: '<ROW_2_1_ID>', title: '<ROW_2_1_TITLE>', description: '<ROW_2_1_DESC>' },
					{ id: '<ROW_2_2_ID>', title: '<ROW_2_2_TITLE>', description: '<ROW_2_2_DESC>' },
				],
			},
		],
	},
};

const fromData = (data: unknown): INodeParameters => ({
	to,
	body,
	buttonText,
	specifyRows: 'data',
	rowsData: typeof data === 'string' ? data : JSON.stringify(data),
});

const products = (count: number) =>
	Array.from({ length: count }, (_, index) => `Plant ${index + 1}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {
			to,
			body,
			buttonText,
			sections: { section: [{ rows: { row: [{ title: 'Priority mail' }] } }] },
		},
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: {
				button: buttonText,
				sections: [{ rows: [{ id: 'Priority mail', title: 'Priority mail' }] }],
			},
		}),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			buttonText,
			sections: {
				section: [
					{
						title: 'I want it ASAP!',
						rows: {
							row: [
								{
									id: 'priority_express',
									title: 'Priority Mail Express',
									description: 'Next Day to 2 Days',
								},
								{ id: 'priority_mail', title: 'Priority Mail', description: '1–3 Days' },
							],
						},
					},
					{
						title: 'I can wait a bit',
						rows: { row: [{ id: 'media_mail', title: 'Media Mail', description: '2–8 Days' }] },
					},
				],
			},
			sender: otherSender,
			options: {
				...commonOptions,
				headerText: 'Choose Shipping Option',
				footer: 'Lucky Shrub: Your gateway to succulents™',
			},
		},
		request: interactiveMessageWithCommonOptions({
			type: 'list',
			header: { type: 'text', text: 'Choose Shipping Option' },
			body: { text: body },
			footer: { text: 'Lucky Shrub: Your gateway to succulents™' },
			action: {
				button: buttonText,
				sections: [
					{
						title: 'I want it ASAP!',
						rows: [
							{
								id: 'priority_express',
								title: 'Priority Mail Express',
								description: 'Next Day to 2 Days',
							},
							{ id: 'priority_mail', title: 'Priority Mail', description: '1–3 Days' },
						],
					},
					{
						title: 'I can wait a bit',
						rows: [{ id: 'media_mail', title: 'Media Mail', description: '2–8 Days' }],
					},
				],
			},
		}),
	},
	{
		name: 'with a body longer than other interactive messages have',
		parameters: {
			to,
			body: 'x'.repeat(4096),
			buttonText,
			sections: { section: [{ rows: { row: [{ title: 'A' }] } }] },
		},
		request: interactiveMessage({
			type: 'list',
			body: { text: 'x'.repeat(4096) },
			action: { button: buttonText, sections: [{ rows: [{ id: 'A', title: 'A' }] }] },
		}),
	},
	{
		name: 'ID without the spaces around it',
		parameters: {
			to,
			body,
			buttonText,
			sections: { section: [{ rows: { row: [{ title: 'A', id: ' a ' }] } }] },
		},
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: { button: buttonText, sections: [{ rows: [{ id: 'a', title: 'A' }] }] },
		}),
	},
	{
		name: 'rows from a list that an expression gives',
		parameters: { ...fromData([]), rowsData: ['Aloe', 7] },
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: {
				button: buttonText,
				sections: [
					{
						rows: [
							{ id: 'Aloe', title: 'Aloe' },
							{ id: '7', title: '7' },
						],
					},
				],
			},
		}),
	},
	{
		name: 'rows from the items of a table, as JSON text, by category',
		parameters: fromData(
			JSON.stringify([
				{ json: { Name: 'Aloe', ID: 1, Category: 'Indoor', Description: 'Easy', Price: 9 } },
				{ json: { Name: 'Basil', ID: 2, Category: 'Kitchen', Description: null } },
				{ json: { Name: 'Cactus', ID: 3, Category: 'Indoor', Description: '' } },
			]),
		),
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: {
				button: buttonText,
				sections: [
					{
						title: 'Indoor',
						rows: [
							{ id: '1', title: 'Aloe', description: 'Easy' },
							{ id: '3', title: 'Cactus' },
						],
					},
					{ title: 'Kitchen', rows: [{ id: '2', title: 'Basil' }] },
				],
			},
		}),
	},
	{
		name: 'sections with rows from data',
		parameters: fromData([
			{ title: 'Indoor', rows: ['Aloe'] },
			{ title: 'Kitchen', rows: [{ label: 'Basil', value: 'b' }] },
		]),
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: {
				button: buttonText,
				sections: [
					{ title: 'Indoor', rows: [{ id: 'Aloe', title: 'Aloe' }] },
					{ title: 'Kitchen', rows: [{ id: 'b', title: 'Basil' }] },
				],
			},
		}),
	},
	...[
		['the first page', '', 0, 9, 'more:9'],
		['the first page, after a row that leads nowhere', 'more:900', 0, 9, 'more:9'],
		['the second page', 'more:9', 9, 18, 'more:18'],
		['the last page', 'more:27', 27, 37, undefined],
	].map(([name, tapped, from, to, more]) => ({
		name: `${String(name)} of 37 rows`,
		parameters: {
			...fromData(products(37)),
			options: { pages: { pages: { tapped: String(tapped), title: 'More…', id: 'more' } } },
		},
		request: interactiveMessage({
			type: 'list',
			body: { text: body },
			action: {
				button: buttonText,
				sections: [
					{
						rows: [
							...products(37)
								.slice(Number(from), Number(to))
								.map((title) => ({ id: title, title })),
							...(more === undefined ? [] : [{ id: String(more), title: 'More…' }]),
						],
					},
				],
			},
		}),
	})),
	{
		name: 'example: list',
		example: 'Send List Message',
		parameters: { ...exampleParameters, options: exampleOptions },
		request: interactiveMessage(exampleInteractive),
	},
	{
		name: 'example: reply',
		example: 'Send Reply to List Message',
		parameters: {
			...exampleParameters,
			options: {
				...exampleOptions,
				replyToMessageId: '<MSGID_OF_PREV_MSG>',
				omittedKeys: ['type'],
			},
		},
		request: interactiveMessage(exampleInteractive, {
			type: undefined,
			context: { message_id: '<MSGID_OF_PREV_MSG>' },
		}),
	},
];

interface Row {
	[key: string]: string;
	title: string;
}

const oneSection = (row: Row[], section: INodeParameters = {}): INodeParameters => ({
	to,
	body,
	buttonText,
	sections: { section: [{ rows: { row }, ...section }] },
});

const rows = (count: number, prefix: string): Row[] =>
	Array.from({ length: count }, (_, index) => ({ title: `${prefix}${index}` }));

export const rejected: RejectedCase[] = [
	{
		name: 'no rows in the data',
		parameters: fromData([]),
		message: /^'Rows Data' is empty$/,
	},
	{
		name: 'data that is no list',
		parameters: fromData({ title: 'Aloe' }),
		message: /^'Rows Data' is not a JSON list/,
	},
	{
		name: 'an entry that is no row',
		parameters: fromData(['Aloe', null]),
		message: /^'Rows Data' \(entry 2\) is neither a text nor an object/,
	},
	{
		name: 'an entry without a title',
		parameters: fromData([{ name: 'Aloe' }, { plant: 'Basil' }]),
		message: /^'Rows Data' \(entry 2\) has nothing under 'title'/,
	},
	{
		name: 'a title in the data that is too long',
		parameters: fromData(['Aloe', { name: 'x'.repeat(25) }]),
		message: /^'Row 2 → Title' has 25 characters/,
	},
	{
		name: 'the same ID twice in the data',
		parameters: fromData([
			{ name: 'Aloe', id: 1 },
			{ name: 'Basil', id: '1' },
		]),
		message: /^'Row 2 → ID' is the same as in an earlier entry/,
	},
	{
		name: 'a row without a section beside others',
		parameters: fromData([{ name: 'Aloe', section: 'Indoor' }, 'Basil']),
		message: /^'Section 2 → Title' is empty/,
	},
	{
		name: 'eleven rows in the data',
		parameters: fromData(products(11)),
		message: /^'Rows Data' has 11 entries/,
	},
	{
		name: 'more pages than anyone taps through',
		parameters: {
			...fromData(products(1001)),
			options: { pages: { pages: { title: 'More…', id: 'more' } } },
		},
		message: /^'Rows Data' has 1001 entries/,
	},
	{
		name: 'pages without an ID of the last row',
		parameters: {
			...fromData(products(11)),
			options: { pages: { pages: { title: 'More…', id: '' } } },
		},
		message: /^'ID of Last Row' is empty/,
	},
	{
		name: 'a body that is too long',
		parameters: { ...oneSection([{ title: 'A' }]), body: 'x'.repeat(4097) },
		message: /'Text' has 4097 characters/,
	},
	{
		name: 'a missing button text',
		parameters: { ...oneSection([{ title: 'A' }]), buttonText: '' },
		message: /'Button Text' is empty/,
	},
	{
		name: 'a button text that is too long',
		parameters: { ...oneSection([{ title: 'A' }]), buttonText: 'x'.repeat(21) },
		message: /'Button Text' has 21 characters/,
	},
	{
		name: 'a missing section',
		parameters: { to, body, buttonText },
		message: /'Sections' is empty/,
	},
	{
		name: 'eleven sections',
		parameters: {
			to,
			body,
			buttonText,
			sections: { section: Array.from({ length: 11 }, () => ({ title: 'S' })) },
		},
		message: /'Sections' has 11 entries/,
	},
	{
		name: 'a section without rows',
		parameters: oneSection([]),
		message: /'Section 1 → Rows' is empty/,
	},
	{
		name: 'a section title that is too long',
		parameters: oneSection([{ title: 'A' }], { title: 'x'.repeat(25) }),
		message: /'Section 1 → Title' has 25 characters/,
	},
	{
		name: 'two sections, one without title',
		parameters: {
			to,
			body,
			buttonText,
			sections: {
				section: [{ title: 'S', rows: { row: rows(1, 'a') } }, { rows: { row: rows(1, 'b') } }],
			},
		},
		message: /'Section 2 → Title' is empty/,
	},
	{
		name: 'eleven rows in two sections',
		parameters: {
			to,
			body,
			buttonText,
			sections: {
				section: [
					{ title: 'S', rows: { row: rows(6, 'a') } },
					{ title: 'T', rows: { row: rows(5, 'b') } },
				],
			},
		},
		message: /'Sections' has 11 rows/,
	},
	{
		name: 'a row without title',
		parameters: oneSection([{ title: '', id: 'a' }]),
		message: /'Section 1 → Row 1 → Title' is empty/,
	},
	{
		name: 'a row title that is too long',
		parameters: oneSection([{ title: 'x'.repeat(25) }]),
		message: /'Section 1 → Row 1 → Title' has 25 characters/,
	},
	{
		name: 'a row description that is too long',
		parameters: oneSection([{ title: 'A', description: 'x'.repeat(73) }]),
		message: /'Section 1 → Row 1 → Description' has 73 characters/,
	},
	{
		name: 'a row ID that is too long',
		parameters: oneSection([{ title: 'A', id: 'x'.repeat(201) }]),
		message: /'Section 1 → Row 1 → ID' has 201 characters/,
	},
	{
		name: 'the same row ID in two sections',
		parameters: {
			to,
			body,
			buttonText,
			sections: {
				section: [
					{ title: 'S', rows: { row: [{ title: 'Other' }] } },
					{ title: 'T', rows: { row: [{ title: 'Other' }] } },
				],
			},
		},
		message: /'Section 2 → Row 1 → ID' is the same as in an earlier entry/,
	},
	{
		name: 'a header with formatting',
		parameters: { ...oneSection([{ title: 'A' }]), options: { headerText: '*Choose*' } },
		message: /^'Header' has formatting$/,
	},
	{
		name: 'a header that is too long',
		parameters: { ...oneSection([{ title: 'A' }]), options: { headerText: 'x'.repeat(61) } },
		message: /'Header' has 61 characters/,
	},
];
