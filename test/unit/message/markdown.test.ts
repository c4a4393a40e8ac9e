import fc from 'fast-check';
import MarkdownIt from 'markdown-it';

import { readBareUrls } from '../../../nodes/WhatsAppBusiness/operations/message/text/bareUrls';
import { markdownToWhatsApp } from '../../../nodes/WhatsAppBusiness/operations/message/text/markdown';
import { markdownDocuments } from '../../support/markdownDocuments';
import { characters, readWhatsApp } from '../../support/whatsAppReader';
import type { ShownCharacter } from '../../support/whatsAppReader';

const joiner = '\u2060';
const converted = (markdown: string) => markdownToWhatsApp(markdown).replaceAll(joiner, '¤');

describe('Markdown', () => {
	it.each([
		['a heading', '# Our *offer* for **you**', '*Our _offer_ for you*'],
		[
			'bold, italic and strikethrough',
			'**a** *b* ***c*** ~~d~~ __e__ _f_',
			'*a* _b_ *_c_* ~d~ *e* _f_',
		],
		['a style over several lines', '**one\ntwo**', '*one*\n*two*'],
		['nested styles', '*a **b** c*', '_a_ *_b_* _c_'],
		['a style inside a word', 'foo**bar**baz and 很**好**的', 'foobarbaz and 很好的'],
		['a style beside punctuation', '(**a**), “*b*”: ✅**c**!', '(*a*), “_b_”: ✅*c*!'],
		['a list', '* a\n* b\n  + c\n    1. d\n* e', '- a\n- b\n  - c\n    1. d\n- e'],
		['a numbered list that begins later', '3. c\n4. d', '3. c\n4. d'],
		['a numbered list with one number', '1. a\n1. b', '1. a\n2. b'],
		['a task list', '- [ ] a\n- [x] **b**', '- ☐ a\n- ☑ *b*'],
		[
			'an item with a paragraph and code',
			'- a\n\n  b\n\n  ```\n  c\n  d\n  ```',
			'- a\n\n  b\n\n```c\nd```',
		],
		['a list right below a text', 'Choose:\n- a\n- b\n\nThanks', 'Choose:\n- a\n- b\n\nThanks'],
		['a link', '[our shop](https://example.com/a_b_)', 'our shop (https://example.com/a_b_)'],
		['a link with its URL as text', '[https://a.example](https://a.example)', 'https://a.example'],
		[
			'a link without the scheme in its text',
			'[a.example](https://a.example/)',
			'https://a.example/',
		],
		['a bold link', '**[shop](https://a.example)**', '*shop* (https://a.example)'],
		[
			'an email address',
			'<a@example.com> [b@example.com](mailto:b@example.com)',
			'a@example.com b@example.com',
		],
		['a URL in angle brackets', '<https://a.example/?q=Köln>', 'https://a.example/?q=Köln'],
		[
			'a URL with marks',
			'See https://a.example/_x_?q=*y*z *now*',
			'See https://a.example/_x_?q=*y*z _now_',
		],
		['an image', '![A fern](https://a.example/f.png)', 'A fern (https://a.example/f.png)'],
		['an image with its content', '![A fern](data:image/png;base64,AAAA)', 'A fern'],
		['code', '`a` and `b * c * d`', '`a` and `b * c * d`'],
		['code right behind a URL', 'https://a.example/_a`b c`', 'https://a.example/_a```b c```'],
		[
			'a URL with a text right behind it',
			'<https://a.example>\\<a\\>`b` **c**, **d**',
			'https://a.example<a>```b``` *c*, *d*',
		],
		[
			'a URL with a backtick',
			'[a `b`](https://a.example/`c`)',
			'a `b` (https://a.example/%60c%60)',
		],
		['code with a backtick', '`` a`b ``', '```a`b```'],
		['code inside a word', '`id`s', '```id```s'],
		[
			'a block of code',
			'```js\nconst a = **b**;\n\n  c();\n```',
			'```const a = **b**;\n\n  c();```',
		],
		['a block of code with three backticks', '~~~\na\n```\n~~~', '```a\n`¤`¤````'],
		['a quote', '> a **b**\n> c\n>\n> d\n\ne', '> a *b*\n> c\n\n> d\n\ne'],
		['a quote in a quote', '> a\n> > b', '> a\n> b'],
		['code in a quote', '> ```\n> a\n> b\n> ```', '> ```a```\n> ```b```'],
		['a list in a quote', '> - a\n> - b', '> - a\n> - b'],
		['a rule', 'a\n\n---\n\nb', 'a\n\n──────────\n\nb'],
		[
			'a table',
			'| Name | Price |\n|---|--:|\n| Fern | 1 € |\n| **Ivy** | `2` |',
			'*Name* | *Price*\nFern | 1 €\n*Ivy* | `2`',
		],
		[
			'a table with empty cells',
			'| <br> | _Size **cm**_ |\n|---|---|\n| Fern | |\n| | 20 |\n\n[Shop](https://a.example)',
			'| *_Size cm_*\nFern |\n| 20\n\nShop (https://a.example)',
		],
		[
			'HTML',
			'<b>a</b><br>b <i>c</i> <a href="https://a.example">d</a>&nbsp;&lt;e&gt;',
			'*a*\nb _c_ d (https://a.example)\u00a0<e>',
		],
		['an HTML list', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
		['what is no HTML', 'Hello <your name>, List<String>', 'Hello <your name>, List<String>'],
		['a comment', 'a <!-- b --> c', 'a  c'],
		['nothing but a comment', '<!-- b -->', '<!-- b -->'],
	])('converts %s', (_name, markdown, text) => {
		expect(converted(markdown)).toBe(text);
	});

	it.each([
		['asterisks', '\\*not bold\\*', '¤*¤not bold¤*¤'],
		['underscores', '\\_\\_init\\_\\_', '¤_¤¤_¤init¤_¤¤_¤'],
		['backticks', '\\`a\\`', '¤`¤a¤`¤'],
		['tildes', '~80 to 90~', '¤~¤80 to 90¤~¤'],
		['a mark inside what is bold', '**a 5\\* b**', '*a 5¤*¤ b*'],
		['a number that begins no list', '1986\\. A year', '¤1986. A year'],
		['a dash that begins no list', '\\- a', '¤- a'],
		['a bracket that begins no quote', '\\> a', '¤> a'],
	])('keeps WhatsApp from formatting %s', (_name, markdown, text) => {
		expect(converted(markdown)).toBe(text);
	});

	it.each(['2 * 3 * 4', 'snake_case_name', '~80 % to ~90 %', 'a 5* hotel', 'It is $5.00 + tax'])(
		'leaves %s as it is',
		(text) => expect(markdownToWhatsApp(text)).toBe(text),
	);

	it('shows the same text as an HTML page, and formats nothing else', () => {
		fc.assert(
			fc.property(markdownDocuments, (markdown) => {
				const expected = readHtml(html.render(markdown));
				fc.pre(expected.length > 0);
				const shown = readWhatsApp(withoutStructure(markdownToWhatsApp(markdown)));
				expect(textOf(shown)).toBe(textOf(expected));
				shown.forEach(({ marks }, index) => {
					for (const mark of marks) expect(expected[index]?.marks).toContain(mark);
				});
			}),
			{ numRuns: 400 },
		);
	});

	it.each([
		['brackets', '[a]('],
		['asterisks', '*a '],
		['nested quotes', '> '],
		['nested lists', '1. '],
		['underscores', '_a'],
		['unclosed tags', '<a '],
		['unclosed comments', '<!--'],
		['backticks', '`a``'],
		['strikethrough', '~~a~'],
		['bold in bold', '**a *b '],
		['URLs', 'http://a.'],
		['literal marks', '\\*a '],
		['rows', '|a|b|\n|-|-|\n'],
	])('converts 100,000 characters of %s', (_name, part) => {
		const text = part.repeat(100_000 / part.length);
		const started = process.cpuUsage();
		const shown = markdownToWhatsApp(text);
		// Quadratic time would take minutes.
		expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
		expect(shown.length).toBeGreaterThan(text.length / 10);
	});
});

const html = new MarkdownIt({ html: true, linkify: true }).disable('html_block');
readBareUrls(html);

const markOf: Record<string, string> = {
	...{ strong: '*', b: '*', th: '*', em: '_', s: '~', code: '`', pre: '`' },
	...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, '*'])),
};

/** Reads HTML as a browser shows it, with the URLs of links and images. */
function readHtml(source: string): ShownCharacter[] {
	const open: string[] = [];
	const links: Array<{ url: string; at: number }> = [];
	const shown: ShownCharacter[] = [];
	const add = (text: string) => shown.push(...characters(unescaped(text), open.join('')));
	for (const part of source.split('<').slice(source.startsWith('<') ? 1 : 0)) {
		const end = part.indexOf('>');
		const tag = part.slice(0, end);
		const name = /^\/?([a-z\d]+)/.exec(tag)?.[1] ?? '';
		const mark = markOf[name];
		if (mark && tag.startsWith('/')) open.splice(open.lastIndexOf(mark), 1);
		else if (mark) open.push(mark);
		if (name === 'hr') add('─'.repeat(10));
		if (name === 'img') add(`${attribute(tag, 'alt')}(${attribute(tag, 'src')})`);
		if (name === 'a' && !tag.startsWith('/'))
			links.push({ url: attribute(tag, 'href'), at: shown.length });
		if (tag === '/a') {
			const { url = '', at = 0 } = links.pop() ?? {};
			const whole = decodeURI(unescaped(url));
			// A link whose text is where it leads is not shown twice, with the scheme or without.
			const own = [whole, whole.replace('mailto:', '')];
			if (!own.includes(textOf(shown.slice(at)))) add(`(${whole})`);
		}
		add(part.slice(end + 1));
	}
	return shown;
}

function attribute(tag: string, name: string): string {
	return tag.split(` ${name}="`)[1]?.split('"')[0] ?? '';
}

function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}

function textOf(shown: readonly ShownCharacter[]): string {
	return shown.map(({ character }) => character).join('');
}

/** Without what takes the place of a list, a quote and the lines of a table. */
function withoutStructure(text: string): string {
	return text
		.split('\n')
		.map((line) =>
			line
				.replace(/^> ?/, '')
				.replace(/^ {0,8}(?:-|\d+\.) /, '')
				.replaceAll(/(?:^| )\|/g, ' '),
		)
		.join('\n');
}
