import fc from 'fast-check';

/** Words with what has a meaning in Markdown or WhatsApp. */
const words = fc.constantFrom(
	...[
		'Monstera',
		'the',
		'offer',
		'snake_case',
		'is',
		'5*',
		'*nix',
		'_x_',
		'~80',
		'2*3',
		'*',
		'Größe',
	],
	...[
		'重要',
		'😀',
		'👩‍👩‍👧',
		'C:\\dir',
		'`',
		'``',
		'<name>',
		'a&b',
		'"so"',
		'(yes)',
		'done!',
		'__init__',
		'नमस्ते',
		'€5.',
		'~no~',
	],
);

const escaped = (text: string) => text.replace(/[\\*_~`<>&[\]!]/g, '\\$&');

const plain = fc
	.array(words, { minLength: 1, maxLength: 8 })
	.map((list) => escaped(list.join(' ')));

const simple = fc
	.array(fc.constantFrom('Monstera', 'offer', 'two words', 'Größe', '重要', '5 €'), {
		minLength: 1,
		maxLength: 3,
	})
	.map((list) => list.join(' '));

const code = fc.constantFrom('x', 'a * b', '**x**', '_y_', 'f(`z`)', '  wide', '*', 'id_of_it');

const inlineCode = code.map((text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``));

const urls = fc.constantFrom(
	'https://example.com/a_b_c',
	'https://shop.example/_x_?q=*y*',
	'mailto:a@example.com',
	'/docs',
);

const piece: fc.Arbitrary<string> = fc.oneof(
	plain,
	plain,
	simple.map((text) => `**${text}**`),
	simple.map((text) => `*${text}*`),
	simple.map((text) => `~~${text}~~`),
	simple.map((text) => `***${text}***`),
	fc.tuple(simple, simple).map(([a, b]) => `**${a} *${b}* ${a}**`),
	fc.tuple(simple, simple).map(([a, b]) => `_${a} **${b}**_`),
	inlineCode,
	fc.tuple(plain, urls).map(([text, url]) => `[${text}](${url})`),
	fc.constantFrom(
		'<https://example.com>',
		' https://example.com/_a_b_',
		'<b>bold</b>',
		'<br>',
		'![a picture](https://example.com/p.png)',
	),
	simple.map((text) => `${text}\n${text}`),
);

const line = fc
	.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', ', ', '')), { minLength: 1, maxLength: 6 })
	.map((pieces) => pieces.flat().join('').trim());

const oneLine = line.map((text) => text.replaceAll('\n', ' '));

const indented = (text: string, by: string) => text.split('\n').join(`\n${by}`);

const list: fc.Arbitrary<string> = fc
	.tuple(fc.boolean(), fc.array(fc.tuple(line, fc.option(oneLine)), { minLength: 1, maxLength: 4 }))
	.map(([isNumbered, items]) =>
		items
			.map(([text, inner], index) => {
				const marker = isNumbered ? `${index + 1}. ` : '- ';
				const nested = inner === null ? [] : [`  ${' '.repeat(2)}- ${inner}`];
				return [`${marker}${indented(text, '    ')}`, ...nested].join('\n');
			})
			.join('\n'),
	);

const table = fc
	.array(fc.tuple(oneLine, oneLine), { minLength: 2, maxLength: 4 })
	.map(([head, ...rows]) =>
		[head, ['---', '---'], ...rows].map((row) => `| ${(row ?? []).join(' | ')} |`).join('\n'),
	);

const block: fc.Arbitrary<string> = fc.oneof(
	line,
	line,
	fc
		.tuple(fc.integer({ min: 1, max: 6 }), oneLine)
		.map(([level, text]) => `${'#'.repeat(level)} ${text}`),
	list,
	table,
	fc.tuple(line, line).map(([a, b]) => `> ${indented(`${a}\n\n${b}`, '> ')}`),
	fc.array(code, { minLength: 1, maxLength: 3 }).map((lines) => `~~~js\n${lines.join('\n')}\n~~~`),
	fc.constant('---'),
);

/** Markdown as people and AI models write it, and worse. */
export const markdownDocuments = fc
	.array(block, { minLength: 1, maxLength: 6 })
	.map((blocks) => blocks.join('\n\n'));
