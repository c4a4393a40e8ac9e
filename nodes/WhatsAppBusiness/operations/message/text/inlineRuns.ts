import type { Token } from 'markdown-it';

import { readHtmlTag } from './htmlTag';
import type { HtmlTag } from './htmlTag';
import type { Mark, Run } from './styledLine';

/** A link that has begun: where its text does. */
interface OpenLink {
	url: string;
	line: number;
	run: number;
}

const markOf: Readonly<Record<string, Mark>> = { strong: '*', em: '_', s: '~' };

/**
 * Converts the inline tokens of a paragraph, a heading or a cell to lines.
 * @param always marks that all of it has.
 */
export function inlineLines(tokens: readonly Token[], always: readonly Mark[] = []): Run[][] {
	const writer = new InlineWriter(always);
	for (const token of tokens) writer.add(token);
	return writer.lines;
}

class InlineWriter {
	readonly lines: Run[][] = [[]];
	/** How many of each kind are open. */
	private readonly open = new Map<Mark | 'code', number>();
	private readonly links: OpenLink[] = [];

	constructor(always: readonly Mark[]) {
		for (const mark of always) this.open.set(mark, 1);
	}

	add(token: Token): void {
		const mark = markOf[token.tag];
		if (mark) {
			this.toggle(mark, token.nesting);
			return;
		}
		switch (token.type) {
			case 'softbreak':
			case 'hardbreak': {
				this.breakLine();
				return;
			}
			case 'code_inline': {
				this.push('code', token.content);
				return;
			}
			case 'link_open': {
				this.beginLink(textOf(token, 'href'));
				return;
			}
			case 'link_close': {
				this.endLink();
				return;
			}
			case 'image': {
				this.pushImage(plain(token.children ?? []), textOf(token, 'src'));
				return;
			}
			case 'html_inline': {
				this.addTag(token.content);
				return;
			}
			default: {
				this.push('text', token.content);
				return;
			}
		}
	}

	private addTag(source: string): void {
		const tag = readHtmlTag(source);
		if (!tag) {
			this.push('text', source);
			return;
		}
		if (tag.breaks && this.line.length > 0) this.breakLine();
		if (tag.mark) this.toggle(tag.mark, tag.isClosing ? -1 : 1);
		if (tag.text && (this.line.length > 0 || tag.text.trim() !== '')) this.push('fixed', tag.text);
		if (tag.link) this.addLink(tag.link, tag.isClosing);
	}

	private addLink({ isImage, label, url }: NonNullable<HtmlTag['link']>, isClosing: boolean): void {
		if (isImage) this.pushImage(label, url);
		else if (isClosing) this.endLink();
		else this.beginLink(url);
	}

	private get line(): Run[] {
		return this.lines.at(-1) ?? [];
	}

	private breakLine(): void {
		this.lines.push([]);
	}

	private toggle(mark: Mark | 'code', by: number): void {
		this.open.set(mark, Math.max(0, (this.open.get(mark) ?? 0) + by));
	}

	private push(kind: Run['kind'], text: string): void {
		if (text === '') return;
		const isCode = kind === 'text' && (this.open.get('code') ?? 0) > 0;
		const marks = (['*', '_', '~'] as const).filter((mark) => (this.open.get(mark) ?? 0) > 0);
		this.line.push({ kind: isCode ? 'code' : kind, text, marks: new Set(marks) });
	}

	private beginLink(url: string): void {
		this.links.push({ url, line: this.lines.length - 1, run: this.line.length });
	}

	private endLink(): void {
		const link = this.links.pop();
		if (!link) return;
		const texts = this.lines.slice(link.line).map((runs, index) =>
			runs
				.slice(index === 0 ? link.run : 0)
				.map(({ text }) => text)
				.join(''),
		);
		const text = texts.join('\n').trim();
		const url = shownUrl(link.url);
		if (url === '') return;
		if (!isSameUrl(text, url)) {
			this.pushUrl(url, text !== '');
			return;
		}
		this.lines.length = link.line + 1;
		this.line.length = link.run;
		this.pushUrl(text === '' || !hasScheme(text) ? withoutMail(url) : text, false);
	}

	private pushImage(label: string, source: string): void {
		const url = shownUrl(source);
		this.push('text', label);
		if (url !== '') this.pushUrl(url, label !== '');
	}

	/** @param inParentheses after a text. */
	private pushUrl(url: string, inParentheses: boolean): void {
		// A backtick would begin or end code.
		const shown = url.replaceAll('`', encodeURIComponent('`'));
		this.push('fixed', inParentheses ? ` (${shown})` : shown);
	}
}

function textOf(token: Token, attribute: string): string {
	return String(token.attrGet(attribute) ?? '');
}

/** A link inside the text itself, or to the content of a picture, leads nowhere. */
function shownUrl(url: string): string {
	return url.startsWith('#') || /^data:/i.test(url) ? '' : url;
}

function isSameUrl(text: string, url: string): boolean {
	return text === '' || comparable(text) === comparable(url);
}

function comparable(url: string): string {
	const address = url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
	try {
		return decodeURI(address);
	} catch {
		return address;
	}
}

function hasScheme(text: string): boolean {
	return /^[a-z][a-z\d+.-]*:/i.test(text);
}

/** An email address or a phone number is tapped as it is. */
function withoutMail(url: string): string {
	return url.replace(/^(?:mailto|tel):/i, '');
}

/** The text of an image. */
function plain(tokens: readonly Token[]): string {
	return tokens
		.map(({ type, content, children }) =>
			children ? plain(children) : type.endsWith('break') ? ' ' : content,
		)
		.join('');
}
