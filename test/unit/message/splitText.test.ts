import fc from 'fast-check';

import { markdownToWhatsApp } from '../../../nodes/WhatsAppBusiness/operations/message/text/markdown';
import { splitText } from '../../../nodes/WhatsAppBusiness/operations/message/text/splitText';
import { markdownDocuments } from '../../support/markdownDocuments';

const split = (text: string, first = 100, others = first) => splitText(text, { first, others });
const graphemes = (text: string) =>
	[...new Intl.Segmenter().segment(text)].map(({ segment }) => segment).filter((one) => one.trim());

describe('A long text', () => {
	it.each([
		[
			'between paragraphs',
			`${'a'.repeat(60)}\n\n${'b'.repeat(60)}`,
			['a'.repeat(60), 'b'.repeat(60)],
		],
		['between lines', `${'a'.repeat(60)}\n${'b'.repeat(60)}`, ['a'.repeat(60), 'b'.repeat(60)]],
		[
			'between sentences',
			`${'word '.repeat(11)}end. ${'Next '.repeat(12)}`,
			[`${'word '.repeat(11)}end.`, 'Next '.repeat(12).trim()],
		],
		[
			'between words',
			'word '.repeat(25).trim(),
			['word '.repeat(18).trim(), 'word '.repeat(7).trim()],
		],
		[
			'before a URL',
			`${'word '.repeat(12)}https://example.com/${'x'.repeat(60)}`,
			['word '.repeat(12).trim(), `https://example.com/${'x'.repeat(60)}`],
		],
		[
			'before a block of code',
			`${'word '.repeat(5)}\n\`\`\`${'x y\n'.repeat(20)}\`\`\``,
			['word '.repeat(5).trim(), `\`\`\`${'x y\n'.repeat(20)}\`\`\``],
		],
		[
			'with bold on both sides',
			`*${'word '.repeat(25).trim()}*`,
			[`*${'word '.repeat(18).trim()}*`, `*${'word '.repeat(7).trim()}*`],
		],
		[
			'with two styles on both sides',
			`*_${'word '.repeat(25).trim()}_*`,
			[`*_${'word '.repeat(18).trim()}_*`, `*_${'word '.repeat(7).trim()}_*`],
		],
		[
			'with a quote on both sides',
			`> ${'word '.repeat(25).trim()}`,
			[`> ${'word '.repeat(18).trim()}`, `> ${'word '.repeat(7).trim()}`],
		],
		[
			'between words behind a URL with a backtick',
			`https://a.example/\` ${'word '.repeat(20)}\``,
			[`https://a.example/\` ${'word '.repeat(14)}`.trim(), `${'word '.repeat(6)}\``],
		],
		['where nothing else is possible', 'x'.repeat(150), ['x'.repeat(94), 'x'.repeat(56)]],
	])('is cut %s', (_where, text, texts) => {
		expect(split(text)).toEqual(texts);
	});

	it('closes and opens again a block of code that is too long', () => {
		const lines = Array.from({ length: 30 }, (_, index) => `  line ${index}`);
		const texts = split(`Code:\n\`\`\`${lines.join('\n')}\`\`\`\nEnd`);
		const code = texts.map((text) => text.replace(/^Code:\n/, '').replace(/\nEnd$/, ''));
		for (const text of code) expect(text).toMatch(/^```[^`]+```$/);
		expect(
			code
				.map((text) => text.slice(3, -3))
				.join('\n')
				.split('\n'),
		).toEqual(lines);
	});

	it('is not cut inside an emoji of several characters', () => {
		const family = '👩‍👩‍👧‍👦';
		for (const text of split(family.repeat(50))) {
			expect(text).toBe(family.repeat(text.length / family.length));
		}
	});

	it('may have a shorter first message than others', () => {
		expect(split('word '.repeat(40), 50, 100).map(({ length }) => length)).toEqual([39, 89, 69]);
	});

	it('stays one message if it is short enough', () => {
		expect(split('x'.repeat(100))).toEqual(['x'.repeat(100)]);
	});

	it('loses nothing, and no message is too long', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.string({ unit: 'grapheme' }),
						fc.constantFrom(' ', '\n', '\n\n', '👩‍👩‍👧', 'word. '),
					),
				),
				fc.integer({ min: 40, max: 200 }),
				(pieces, longest) => {
					const text = pieces.join('').replaceAll(/[*_~`>]/g, '');
					const texts = split(text, longest);
					for (const part of texts) expect(part.length).toBeLessThanOrEqual(longest);
					expect(texts).not.toContain('');
					expect(graphemes(texts.join('\n'))).toEqual(graphemes(text));
				},
			),
		);
	});

	it('loses nothing of what was converted from Markdown, and leaves URLs whole', () => {
		const withoutMarks = (text: string) =>
			graphemes(text.replaceAll(/[*_~`>\u2060]/g, '')).join('');
		const urls = (text: string) => [...text.matchAll(/https:\/\/[^\s)*]+/g)].map(([url]) => url);
		fc.assert(
			fc.property(markdownDocuments, fc.integer({ min: 150, max: 400 }), (markdown, longest) => {
				const text = markdownToWhatsApp(markdown);
				const texts = split(text, longest);
				for (const part of texts) {
					expect(part.length).toBeLessThanOrEqual(longest);
					expect((part.split('```').length - 1) % 2).toBe(0);
				}
				expect(withoutMarks(texts.join('\n'))).toBe(withoutMarks(text));
				expect(texts.flatMap(urls)).toEqual(urls(text));
			}),
			{ numRuns: 300 },
		);
	});

	it.each(['https://a.example/ ', 'http://', '*a ', '`a', '```', '> ', 'a', '*a*_b_', '\n', '😀'])(
		'is split if it has 100,000 characters of %j',
		(part) => {
			const started = process.cpuUsage();
			const texts = splitText(part.repeat(100_000 / part.length), { first: 4096, others: 4096 });
			// Quadratic time would take minutes.
			expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
			for (const text of texts) expect(text.length).toBeLessThanOrEqual(4096);
		},
	);
});
