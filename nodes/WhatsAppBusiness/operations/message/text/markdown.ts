import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

import { readBareUrls } from './bareUrls';
import { inlineLines } from './inlineRuns';
import { codeFence, joiner, writeLine } from './styledLine';
import type { Run } from './styledLine';

const mostNested = 100;

const ruler = '─'.repeat(10);

const parser = new MarkdownIt({ html: true, linkify: true, maxNesting: mostNested })
	// Tags in a text of its own are read like those within a text.
	.disable('html_block');
readBareUrls(parser);
// A text has no scripts to protect from, and shows a URL as people write it.
parser.validateLink = () => true;
parser.normalizeLink = (url) => url.replace(/\s/g, encodeURIComponent);
parser.normalizeLinkText = (url) => url;

/**
 * Converts Markdown (CommonMark with tables and strikethrough) to what WhatsApp shows: headings become bold, tables
 * rows with `|`, links their text and URL. No text is lost, and what Markdown does not format, WhatsApp does not
 * format either.
 * @param markdown of bounded length: the parser takes time in proportion to it.
 */
export function markdownToWhatsApp(markdown: string): string {
	const tokens = parser.parse(markdown, {});
	// What is nested deeper is not read.
	if (tokens.some(({ level }) => level >= mostNested)) return markdown;
	const writer = new BlockWriter();
	for (const token of tokens) writer.add(token);
	const text = writer.text.trim();
	return text === '' ? markdown : text;
}

/** A list that has begun. */
interface OpenList {
	/** The number of its next item, unless it has bullets. */
	next?: number;
}

class BlockWriter {
	text = '';
	private readonly lists: OpenList[] = [];
	private quotes = 0;
	/** The bullet or number of an item that has no text yet. */
	private marker = '';
	private isHeading = false;
	private table: { rows: string[]; row: Run[][]; map: Token['map'] } | undefined;
	/** The line of the source where the last block ended. */
	private end = 0;

	add(token: Token): void {
		switch (token.type) {
			case 'blockquote_open':
				this.quotes++;
				return;
			case 'blockquote_close':
				this.quotes--;
				return;
			case 'bullet_list_open':
				this.lists.push({});
				return;
			case 'ordered_list_open':
				this.lists.push({ next: Number(token.attrGet('start') ?? 1) });
				return;
			case 'bullet_list_close':
			case 'ordered_list_close':
				this.lists.pop();
				return;
			case 'list_item_open': {
				this.beginItem();
				return;
			}
			case 'heading_open':
			case 'heading_close':
				this.isHeading = token.nesting === 1;
				return;
			case 'table_open':
				this.table = { rows: [], row: [], map: token.map };
				return;
			case 'tr_close': {
				this.endRow();
				return;
			}
			case 'table_close':
				this.addBlock(this.table?.rows ?? [], this.table?.map);
				this.table = undefined;
				return;
			case 'th_open':
			case 'th_close':
				this.isHeading = token.nesting === 1;
				return;
			case 'inline': {
				this.addInline(token);
				return;
			}
			case 'hr': {
				this.addBlock([ruler], token.map);
				return;
			}
			case 'fence':
			case 'code_block': {
				this.addCode(token);
				return;
			}
		}
	}

	private beginItem(): void {
		const list = this.lists.at(-1);
		const indent = '  '.repeat(this.lists.length - 1);
		const number = list?.next === undefined ? '-' : `${list.next++}.`;
		this.marker = `${indent}${number} `;
	}

	private addInline({ children, map }: Token): void {
		const lines = inlineLines(children ?? [], this.isHeading ? ['*'] : []);
		if (this.table) this.table.row.push(lines.flatMap(withSpaceBetween));
		else this.addBlock(this.marker === '' ? lines.map(writeLine) : this.item(lines), map);
	}

	private item([first = [], ...others]: Run[][]): string[] {
		return [writeLine(withCheckbox(first)), ...others.map(writeLine)];
	}

	private endRow(): void {
		if (!this.table) return;
		const { rows, row } = this.table;
		const cells = row.flatMap((cell, index) => (index === 0 ? cell : [separator, ...cell]));
		// Without a text in its first cell, a row begins with the line to the next, wherever it stands.
		rows.push(writeLine(cells).trimStart());
		this.table.row = [];
	}

	private addCode({ content, map }: Token): void {
		const code = content.replace(/\n$/, '').replaceAll(codeFence, [...codeFence].join(joiner));
		const lines = code.split('\n');
		if (code.trim() === '') return;
		// WhatsApp reads a quote line by line.
		const isLineByLine = this.quotes > 0;
		const fenced = (text: string) =>
			text.trim() === '' ? text : `${codeFence}${text}${codeFence}`;
		const block = isLineByLine ? lines.map(fenced) : fenced(code).split('\n');
		this.addBlock(block, map, true);
	}

	/**
	 * Adds the lines of a block, with a blank line before them if the source has one.
	 * @param isCode its lines are not indented.
	 */
	private addBlock(lines: readonly string[], map: Token['map'] | undefined, isCode = false): void {
		const [start, end] = map ?? [this.end, this.end];
		if (this.text !== '') this.text += start > this.end ? '\n\n' : '\n';
		this.end = end;
		const quote = this.quotes > 0 ? '> ' : '';
		const indent = isCode ? '' : '  '.repeat(this.lists.length);
		const shown = lines.map((line, index) => {
			const start = index === 0 ? this.marker || indent : indent;
			// WhatsApp shows the bracket of an empty line.
			return line.trim() === '' ? line : `${quote}${start}${line}`.trimEnd();
		});
		this.text += shown.join('\n');
		this.marker = '';
	}
}

const separator: Run = { kind: 'fixed', text: ' | ', marks: new Set() };

function withSpaceBetween(runs: Run[], index: number): Run[] {
	const space: Run = { kind: 'text', text: ' ', marks: new Set() };
	return index === 0 ? runs : [space, ...runs];
}

/** Shows the box of a task as a character. */
function withCheckbox([first, ...others]: readonly Run[]): Run[] {
	if (!first) return [];
	const [, box, text = ''] = /^(\[[ xX]\]) (.*)$/s.exec(first.text) ?? [];
	if (first.kind !== 'text' || box === undefined) return [first, ...others];
	return [{ ...first, text: `${box === '[ ]' ? '☐' : '☑'} ${text}` }, ...others];
}
