import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

const names = fc.oneof(
	fc.constantFrom(
		'a',
		'b',
		'c',
		'phone',
		'größe',
		'名',
		'a b',
		'0',
		'1',
		'-1',
		'length',
		'x-y',
		'',
	),
	fc.constantFrom('constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', '_load'),
	fc.constantFrom(
		'caller',
		'arguments',
		'binding',
		'class',
		'json',
		'$json',
		'é',
		'isEmpty',
		'map',
	),
	fc.string({ maxLength: 4 }),
);
const values = fc.letrec<{ value: unknown; object: IDataObject }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		{ weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
		{ weight: 2, arbitrary: fc.integer() },
		fc.string({ unit: 'binary', maxLength: 8 }),
		fc.constantFrom('', ' ', '0', 'false', '{{ $json.a }}', '=1', '"', "'", '\\', '\n', '$&'),
		fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, NaN, 1e21, 1e-7)),
		fc.boolean(),
		fc.constant(null),
		fc.constant(undefined),
		fc.date({ noInvalidDate: true }),
		fc.array(tie('value'), { maxLength: 3 }),
		tie('object'),
	),
	object: fc.dictionary(names, tie('value'), { maxKeys: 5 }) as fc.Arbitrary<IDataObject>,
}));

const spaces = fc.constantFrom('', ' ', ' ', ' ', '  ', '\n');
const quote = (name: string, mark: string) => `[${mark}${name}${mark}]`;
const step = fc.oneof(
	{ weight: 9, arbitrary: names.map((name) => `.${name}`) },
	{ weight: 3, arbitrary: names.map((name) => quote(name, '"')) },
	{ weight: 2, arbitrary: names.map((name) => quote(name, "'")) },
	fc.nat({ max: 3 }).map((index) => `[${index}]`),
	fc.constantFrom(
		'?.a',
		'.a()',
		'[a]',
		'["a" + "b"]',
		'.a ?? 1',
		'["\\u0061"]',
		' . a',
		'[00]',
		'[01]',
	),
);
const part = fc
	.tuple(spaces, fc.constantFrom(...Array<string>(9).fill('$json'), 'json'), spaces)
	.chain(([before, root, after]) =>
		fc
			.array(step, { minLength: 1, maxLength: 3, size: 'xsmall' })
			.map((steps) => `{{${before}${root}${steps.join('')}${after}}}`),
	);
const text = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(' ', 'Hello ', ', ', 'ü', '\n') },
	fc.string({ unit: 'binary', maxLength: 6 }),
	fc.constantFrom(
		'',
		' ',
		'Hello ',
		'\n',
		'\\',
		'\\\\',
		'{',
		'}',
		'}}',
		'{{',
		'{{}}',
		'$if(',
		'.a()',
	),
	fc.constantFrom('. constructor', '"', "'", '`${1}`', '.isEmpty()', '=', '\u2028', '//', '/*'),
);
/** Texts with plain paths, other expressions and what nearly is one. */
export const template = fc
	.array(fc.oneof({ weight: 2, arbitrary: part }, text), { minLength: 1, maxLength: 4 })
	.map((parts) => `=${parts.join('')}`);

/** Nothing but a path, or what nearly is one. */
export const onePart = part.map((only) => `=${only}`);

/** The JSON of an item. */
export const item = values.object;
