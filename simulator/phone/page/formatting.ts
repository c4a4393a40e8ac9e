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

/** A style starts and ends at a word boundary. A URL extends to the next space. */
const inlinePattern =
	/(?<=^|[\s*_~"'([{.,!?:;-])([*_~`])(?=\S)(.*?\S)\1(?=$|[\s*_~"')\]}.,!?:;-])|(https?:\/\/[^\s<>"]*[^\s<>".,!?:;)\]}'*_~])/u;

function inline(text: string): Child[] {
	const result: Child[] = [];
	let rest = text;
	for (let match = inlinePattern.exec(rest); match; match = inlinePattern.exec(rest)) {
		const [whole, marker, inside = '', url] = match;
		result.push(rest.slice(0, match.index));
		const style = styles[marker ?? ''];
		if (style === 'code') result.push(el('code', {}, inside));
		else if (style) result.push(el(style, {}, ...inline(inside)));
		else result.push(link(url ?? whole));
		rest = rest.slice(match.index + whole.length);
	}
	return [...result, rest];
}

/** A link that opens in a new tab. */
export function link(url: string, text = url): Child {
	const href = webUrl(url);
	return href ? el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text) : text;
}
