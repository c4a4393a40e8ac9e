import { el, webUrl, type Child } from './dom.js';

/**
 * Formats a text as WhatsApp does: *bold*, _italic_, ~strike~, `code`, ```monospace```, lists, quotes and
 * links.
 *
 * @see https://faq.whatsapp.com/539178204879377
 */
export function formatted(text: string): HTMLElement {
	const parts = text.split(/```([^]+?)```/);
	return el(
		'div',
		{ class: 'text', dir: 'auto' },
		...parts.flatMap((part, index) =>
			index % 2 === 1 ? [el('code', { class: 'block' }, part)] : blocks(part),
		),
	);
}

interface LineKind {
	pattern: RegExp;
	container: 'ul' | 'ol' | 'blockquote';
}

const lineKinds: LineKind[] = [
	{ pattern: /^[*-] (?=\S)/, container: 'ul' },
	{ pattern: /^\d{1,2}\. (?=\S)/, container: 'ol' },
	{ pattern: /^> ?(?=\S)/, container: 'blockquote' },
];

function blocks(text: string): Child[] {
	const result: Child[] = [];
	let open: { kind: LineKind; element: HTMLElement } | undefined;
	let isNewLine = false;
	for (const line of text.split('\n')) {
		const kind = lineKinds.find(({ pattern }) => pattern.test(line));
		if (!kind) {
			if (isNewLine) result.push('\n');
			result.push(...inline(line));
			open = undefined;
			isNewLine = true;
			continue;
		}
		if (open?.kind !== kind) {
			const start = /^(\d+)/.exec(line)?.[1];
			open = { kind, element: el(kind.container, start ? { start } : {}) };
			result.push(open.element);
		}
		const isQuote = kind.container === 'blockquote';
		open.element.append(el(isQuote ? 'p' : 'li', {}, ...inline(line.replace(kind.pattern, ''))));
		isNewLine = false;
	}
	return result;
}

const styles: Record<string, 'strong' | 'em' | 's' | 'code'> = {
	'*': 'strong',
	_: 'em',
	'~': 's',
	'`': 'code',
};

/** What stands before the first mark of a style, and after its last: a style begins and ends at a word. */
const beforeStyle = /[\s*_~"'([{.,!?:;-]/;
const afterStyle = /^$|[\s*_~"')\]}.,!?:;-]/;
/** A URL extends to the next space, without the punctuation at its end. */
const urlPattern = /https?:\/\/[^\s<>"]*[^\s<>".,!?:;)\]}'*_~]/y;

interface Found {
	element: Child;
	length: number;
}

function inline(text: string): Child[] {
	const result: Child[] = [];
	// Marks that have no counterpart in the rest of the text, so that it is not searched again.
	const unpaired = new Set<string>();
	let shown = 0;
	for (let at = 0; at < text.length; at++) {
		const mayBegin = at === shown || beforeStyle.test(text.charAt(at - 1));
		const found = (mayBegin && styledAt(text, at, unpaired)) || urlAt(text, at);
		if (!found) continue;
		result.push(text.slice(shown, at), found.element);
		shown = at + found.length;
		at = shown - 1;
	}
	return [...result, text.slice(shown)];
}

function styledAt(text: string, at: number, unpaired: Set<string>): Found | undefined {
	const mark = text.charAt(at);
	const style = styles[mark];
	if (!style || !/\S/.test(text.charAt(at + 1)) || unpaired.has(mark)) return undefined;
	const end = endOfStyle(text, mark, at + 2);
	if (end === -1) {
		unpaired.add(mark);
		return undefined;
	}
	const inside = text.slice(at + 1, end);
	const element = el(style, {}, ...(style === 'code' ? [inside] : inline(inside)));
	return { element, length: end + 1 - at };
}

function endOfStyle(text: string, mark: string, from: number): number {
	let end = text.indexOf(mark, from);
	while (end !== -1) {
		const ends = /\S/.test(text.charAt(end - 1)) && afterStyle.test(text.charAt(end + 1));
		if (ends) break;
		end = text.indexOf(mark, end + 1);
	}
	return end;
}

function urlAt(text: string, at: number): Found | undefined {
	urlPattern.lastIndex = at;
	const [url] = urlPattern.exec(text) ?? [];
	return url === undefined ? undefined : { element: link(url), length: url.length };
}

/** A link that opens in a new tab. */
export function link(url: string, text = url): Child {
	const href = webUrl(url);
	return href ? el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text) : text;
}
