import { asTextOrNumber } from '../../../../graphApi/coerce';
import { InputError } from '../../../../shared/inputError';
import { lacksScheme } from '../../../parameters/lacksScheme';
import { cardPlace, filePart, variablePart } from '../valueNames';
import { pathOf } from './columnPath';

interface Values {
	[key: string]: unknown;
}

/** A value, and where it goes. */
interface Entry {
	path: string[];
	value: unknown;
}

/**
 * Converts values by the ID of their field (see `pathOf`) to the fields of 'Using Fields', so that the same code
 * reads and checks both.
 * @param values without those that are empty.
 * @param hasBinary whether the item has binary data of a name.
 * @param problem makes the error to throw.
 * @throws InputError for an ID that no column has, or a missing number among the variables.
 */
export function fieldValues(
	values: ReadonlyArray<readonly [id: string, value: unknown]>,
	hasBinary: (name: string) => boolean,
	problem: (what: string, todo: string) => InputError,
): Values {
	const entries = values.flatMap(([id, value]): Entry[] => {
		const path = pathOf(id)?.split('.');
		if (!path) {
			throw problem(
				`has a value for '${id.slice(0, shownId)}', which is not part of any template`,
				refreshFields,
			);
		}
		// An authentication template both shows and copies its code.
		return path[0] === 'code'
			? ['body.1', `button.${path[1]}.authenticationCode.authenticationCode`].map((id) => ({
					path: id.split('.'),
					value,
				}))
			: [{ path, value }];
	});
	const isOf = (component: string) => (entry: Entry) => entry.path[0] === component;
	const cards = entries.filter(isOf('card'));
	const count = Math.max(0, ...cards.map(({ path }) => Number(path[1]) + 1));
	const card = Array.from({ length: count }, (_, index) =>
		componentValues(
			cards.filter(({ path }) => Number(path[1]) === index).map(below(2)),
			hasBinary,
			cardPlace(index),
		),
	);
	return {
		...componentValues(entries, hasBinary, ''),
		...(count > 0 && { cards: { card } }),
		options: nested(entries.filter(isOf('option')).map(below(1))),
	};
}

/** How much of an ID that no template has is in the error. In characters. */
const shownId = 60;

/** What to do if the values do not match the template. */
const refreshFields =
	'The template may have changed: open the node and refresh its fields, then fill in what is missing.';

function componentValues(
	entries: readonly Entry[],
	hasBinary: (name: string) => boolean,
	place: string,
): Values {
	const result: Values = {};
	const buttons = new Map<string, Entry[]>();
	const variables: Array<[name: string, value: unknown]> = [];
	let header: Values | undefined;
	for (const { path, value } of entries) {
		const [component, first = '', second = ''] = path;
		if (component === 'header') {
			header = {
				...header,
				headerType: first,
				...headerValue(first, second, value, hasBinary, place),
			};
		} else if (component === 'body') {
			variables.push([first, value]);
		} else if (component === 'button') {
			const key = `${first}.${second}`;
			buttons.set(key, [...(buttons.get(key) ?? []), { path: path.slice(3), value }]);
		}
	}
	if (header) result.header = { header };
	if (variables.length > 0) {
		result.bodyVariables = { variable: sortVariables(variables, place) };
	}
	if (buttons.size > 0) {
		const button = [...buttons].map(([key, values]) => {
			const [index, buttonType] = key.split('.');
			return { buttonType, index, ...nested(values) };
		});
		result.buttons = { button };
	}
	return result;
}

function headerValue(
	type: string,
	field: string,
	value: unknown,
	hasBinary: (name: string) => boolean,
	place: string,
): Values {
	if (type === 'text') return { headerText: value, variableName: variableName(field) };
	return field === 'file'
		? fileSource(value, hasBinary, place + filePart(type))
		: { [field]: value };
}

// One field accepts a URL, a media ID, or the name of binary data. The item's binary data takes precedence.
function fileSource(value: unknown, hasBinary: (name: string) => boolean, name: string): Values {
	const text = asTextOrNumber(value)?.trim() ?? '';
	if (hasBinary(text)) return { mediaSource: 'binary', binaryPropertyName: text };
	if (/^https?:\/\//i.test(text)) return { mediaSource: 'url', mediaUrl: text };
	if (/^\d+$/.test(text)) return { mediaSource: 'id', mediaId: text };
	if (lacksScheme(text)) {
		throw new InputError(name, 'is a URL without https://', 'Put https:// in front.');
	}
	throw new InputError(
		name,
		'is neither a URL, nor a media ID, nor a file of this item',
		"Enter a URL that begins with 'https://', the ID of an uploaded file, or the name of binary data as shown in the 'Binary' tab of the input.",
	);
}

// Numbered variables go by their number; named ones can come in any order.
function sortVariables(variables: Array<[name: string, value: unknown]>, place: string): Values[] {
	const sorted = variables.sort(([a], [b]) => Number(a) - Number(b) || 0);
	const gap = sorted.findIndex(([name], index) => /^\d+$/.test(name) && Number(name) !== index + 1);
	if (gap >= 0) {
		throw new InputError(place + variablePart('Body', gap + 1), 'has no value', refreshFields);
	}
	return sorted.map(([name, value]) => ({ text: value, variableName: variableName(name) }));
}

function variableName(variable: string): string | undefined {
	return /^\d+$/.test(variable) ? undefined : variable;
}

function below(depth: number): (entry: Entry) => Entry {
	return ({ path, value }) => ({ path: path.slice(depth), value });
}

function nested(entries: readonly Entry[]): Values {
	const names = new Set(entries.map(({ path }) => path[0] ?? ''));
	return Object.fromEntries(
		[...names].map((name) => {
			const matching = entries.filter(({ path }) => path[0] === name);
			const [single] = matching;
			const isLeaf = single?.path.length === 1;
			return [name, isLeaf ? single.value : nested(matching.map(below(1)))];
		}),
	);
}
