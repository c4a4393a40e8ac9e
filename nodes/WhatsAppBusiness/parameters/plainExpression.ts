import { holdsExpression } from '../../shared/expressions';

/** What an expression gives that only n8n can evaluate. */
export const notPlain = Symbol('not plain');

/** Reads a stored parameter for the JSON of an item, or gives `notPlain`. */
export type PlainExpression = (json: unknown) => unknown;

type PlainValue = string | number | boolean | undefined;

/** The longest expression that is looked at. A longer one costs n8n little compared with what it does. */
const longestExpression = 10_000;

/** `{{ $json.a["b"].c[0] }}` without the braces, in pieces that cannot overlap. */
const wholePath =
	/^ *\$json((?:\.[A-Za-z$_][\w$]*|\["[^"\\\n\r]*"\]|\['[^'\\\n\r]*'\]|\[(?:0|[1-9]\d{0,8})\])+) *$/;
const pathStep = /\.([A-Za-z$_][\w$]*)|\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]/g;

/** Names that n8n refuses, or that every object has; n8n decides what these give. */
const names = ['caller', 'callee', 'arguments', 'prototype', 'getPrototypeOf', 'setPrototypeOf'];
const processNames = ['mainModule', 'binding', 'prepareStackTrace', 'getBuiltinModule', 'dlopen'];
const otherNames = ['execve', 'loadEnvFile'];
const descriptorNames = ['getOwnPropertyDescriptor', 'getOwnPropertyDescriptors'];
const definingNames = ['defineProperty', 'defineProperties'];
const leftToN8n = new Set([
	...[...names, ...processNames, ...otherNames, ...descriptorNames, ...definingNames],
	...Object.getOwnPropertyNames(Object.prototype),
]);

/**
 * Reads expressions that name nothing but parts of the item, such as `{{ $json.phone }}` or `Hello {{ $json["name"] }}`,
 * without n8n's evaluator, which takes a hundred times as long. The result is the same, or `notPlain`: then n8n must
 * evaluate the parameter.
 * https://docs.n8n.io/data/expressions
 * @param stored the parameter as the workflow stores it. The expressions of an object may stand at any depth.
 * @returns undefined if it holds any other expression.
 */
export function plainExpression(stored: unknown): PlainExpression | undefined {
	if (typeof stored === 'string') {
		return stored.startsWith('=') ? readerOfTemplate(stored.slice(1)) : () => stored;
	}
	if (typeof stored !== 'object' || stored === null || !holdsExpression(stored))
		return () => stored;
	const readers = Object.entries(stored).map(
		([key, value]) => [key, plainExpression(value)] as const,
	);
	if (readers.some(([, reader]) => reader === undefined)) return undefined;
	return (json) => {
		const values: Array<[string, unknown]> = [];
		for (const [key, reader] of readers) {
			const value = reader?.(json);
			if (value === notPlain) return notPlain;
			values.push([key, value]);
		}
		return Array.isArray(stored) ? values.map(([, value]) => value) : Object.fromEntries(values);
	};
}

function readerOfTemplate(template: string): PlainExpression | undefined {
	// n8n looks for this word in texts as well, and a backslash escapes braces.
	if (template.length > longestExpression || /constructor|\\/.test(template)) return undefined;
	const [first = '', ...rest] = template.split('{{');
	const pieces: Array<string | string[]> = first === '' ? [] : [first];
	for (const piece of rest) {
		const [code = '', text, ...more] = piece.split('}}');
		const path = pathOf(code);
		if (path === undefined || text === undefined || more.length > 0) return undefined;
		pieces.push(path);
		if (text !== '') pieces.push(text);
	}
	const [only] = pieces;
	if (only === undefined || first.includes('}}')) return undefined;
	if (pieces.length === 1)
		return typeof only === 'string' ? () => only : (json) => read(json, only);
	return (json) => {
		let text = '';
		for (const piece of pieces) {
			const value = typeof piece === 'string' ? piece : read(json, piece);
			if (value === notPlain) return notPlain;
			// n8n writes 0 and false, and nothing for what is missing.
			if (value !== undefined && !Number.isNaN(value)) text += String(value);
		}
		return text;
	};
}

function pathOf(code: string): string[] | undefined {
	const path = wholePath.exec(code)?.[1];
	if (path === undefined) return undefined;
	const steps = Array.from(
		path.matchAll(pathStep),
		([, name, quoted, single, index]) => name ?? quoted ?? single ?? index ?? '',
	);
	return steps.some((step) => leftToN8n.has(step) || step.startsWith('_')) ? undefined : steps;
}

/** The text, number or boolean at the path, or undefined if its last part is missing. */
function read(json: unknown, path: readonly string[]): PlainValue | typeof notPlain {
	let value: unknown = json;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return notPlain;
		value = (value as Readonly<Record<string, unknown>>)[step];
	}
	if (typeof value === 'string' || typeof value === 'number') return value;
	return typeof value === 'boolean' || value === undefined ? value : notPlain;
}
