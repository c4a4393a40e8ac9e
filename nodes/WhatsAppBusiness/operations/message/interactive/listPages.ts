import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** How many rows a list of several pages may have in all. */
export const pagedRows = 1000;

/** Characters. The rest of an ID is a colon and the number of a row. */
const longestPrefix = limits.rowId - 5;

/** The option to send a long list page by page. Read with `readPages`. */
export const pagesField: INodeProperties = {
	displayName: 'Pages',
	name: 'pages',
	type: 'fixedCollection',
	placeholder: 'Add Pages',
	default: {},
	description: `Send more than ${limits.listRows} rows from data page by page. The last row of a page is 'More…'. When it is tapped, run this node again with the ID of the tapped row.`,
	options: [
		{
			displayName: 'Pages',
			name: 'pages',
			values: [
				{
					displayName: 'Tapped Row ID',
					name: 'tapped',
					type: 'string',
					default: '={{ $json.reply?.id }}',
					description:
						"ID of the row that was tapped, from the trigger. After 'More…' the next page is sent, and for everything else the first.",
				},
				{
					displayName: 'Title of Last Row',
					name: 'title',
					type: 'string',
					default: 'More…',
					description: `At most ${limits.rowTitle} characters`,
				},
				{
					displayName: 'ID of Last Row',
					name: 'id',
					type: 'string',
					default: 'more',
					description:
						'Begins the ID of each last row, such as more:9. Give each list of a workflow another one.',
				},
			],
		},
	],
};

/** The rows of one page. */
export interface Page {
	/** The first, from 0. */
	from: number;
	/** The one after the last. */
	to: number;
	/** The row that leads to the next page, if there is one. */
	more: RequestBody | undefined;
}

/**
 * The page to send of a list. Undefined if the option is not added.
 * @param count how many rows the list has.
 * @throws InputError for a title or ID that is empty or too long.
 */
export function readPage(options: Parameters, count: number): Page | undefined {
	const pages = options.entry(pagesField.name, 'pages');
	if (pages === undefined) return undefined;
	const prefix = pages.text('id', { maxLength: longestPrefix }).trim();
	const title = pages.text('title', { maxLength: limits.rowTitle });
	const tapped = pages.optionalText('tapped')?.trim() ?? '';
	const asked = tapped.startsWith(`${prefix}:`) ? Number(tapped.slice(prefix.length + 1)) : 0;
	// The list may have become shorter since.
	const from = Number.isInteger(asked) && asked > 0 && asked < count ? asked : 0;
	if (count - from <= limits.listRows) return { from, to: count, more: undefined };
	const to = from + limits.listRows - 1;
	return { from, to, more: { id: `${prefix}:${to}`, title } };
}

/** Whether the option is added. */
export function hasPages(options: Parameters): boolean {
	return options.entry(pagesField.name, 'pages') !== undefined;
}
