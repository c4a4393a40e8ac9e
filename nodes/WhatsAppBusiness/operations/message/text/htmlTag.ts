import type { Mark } from './styledLine';

/** What an HTML tag in a Markdown text does. */
export interface HtmlTag {
	isClosing: boolean;
	/** Its formatting. */
	mark?: Mark | 'code';
	/** Where the line ends. */
	breaks?: boolean;
	/** What stands in its place. */
	text?: string;
	/** Of a link or an image. */
	link?: { url: string; label: string; isImage: boolean };
}

const markOf: Readonly<Record<string, Mark | 'code'>> = {
	b: '*',
	strong: '*',
	h1: '*',
	h2: '*',
	h3: '*',
	h4: '*',
	h5: '*',
	h6: '*',
	th: '*',
	i: '_',
	em: '_',
	s: '~',
	del: '~',
	strike: '~',
	code: 'code',
	kbd: 'code',
	samp: 'code',
};

const breaking = new Set(
	'address article blockquote br center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody thead tr ul'.split(
		' ',
	),
);

const withoutEffect = new Set(
	'abbr big cite data dfn font ins mark picture q small source span sub sup time tt u var wbr td a img'.split(
		' ',
	),
);

/**
 * Reads an HTML tag or comment.
 * @returns undefined for what is no HTML element, e.g. `<your name>`: it is text.
 */
export function readHtmlTag(source: string): HtmlTag | undefined {
	if (source.startsWith('<!--')) return { isClosing: false };
	const isClosing = source.startsWith('</');
	const name = /^<\/?([A-Za-z][A-Za-z\d]*)(?=[\s/>])/.exec(source)?.[1]?.toLowerCase() ?? '';
	const mark = markOf[name];
	if (!mark && !breaking.has(name) && !withoutEffect.has(name)) return undefined;
	return {
		isClosing,
		mark,
		breaks: breaking.has(name),
		text: isClosing ? undefined : { li: '- ', td: ' ', th: ' ' }[name],
		link: linkOf(name, source, isClosing),
	};
}

function linkOf(name: string, source: string, isClosing: boolean): HtmlTag['link'] {
	if (name === 'a') {
		const url = isClosing ? '' : attribute(source, 'href');
		return { url, label: '', isImage: false };
	}
	if (name !== 'img') return undefined;
	return { url: attribute(source, 'src'), label: attribute(source, 'alt'), isImage: true };
}

/** The value of an attribute, or ''. */
function attribute(tag: string, name: string): string {
	const start = tag.toLowerCase().indexOf(`${name}=`);
	if (start === -1) return '';
	const value = tag.slice(start + name.length + 1);
	const quote = value.charAt(0);
	if (quote === '"' || quote === "'") return value.slice(1).split(quote, 1)[0] ?? '';
	return value.split(/[\s>]/, 1)[0] ?? '';
}
