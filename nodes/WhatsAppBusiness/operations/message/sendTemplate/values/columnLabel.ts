import { placeholder } from './templateDefinition';
import type { DefinitionButton } from './templateDefinition';

const separator = ' · ';

/** What the editor shows for a value. The name comes first. */
export function label(name: string, ...parts: string[]): string {
	return [name, ...parts].filter((part) => part !== '').join(separator);
}

/** The name at the beginning of a label. */
export function nameOfLabel(text: string): string {
	return text.split(separator)[0] ?? text;
}

export function exampleText(example: string | undefined): string {
	return example ? `e.g. ${example}` : '';
}

export function buttonExample({ url, example }: DefinitionButton): string {
	const [given] = [example ?? []].flat();
	const fixed = url?.split('{{')[0] ?? '';
	return exampleText(given?.startsWith(fixed) ? given.slice(fixed.length) : given);
}

// The editor truncates labels at about 55 characters, newer versions earlier.
const longestSentence = 45;

const wordsBefore = 3;

/** The first sentence with a variable, shortened around the variable. */
export function sentenceWith(text: string, variable: string): string {
	const at = [...text.matchAll(placeholder)].find(([, name]) => name === variable)?.index ?? 0;
	const before =
		text
			.slice(0, at)
			.split(/(?<=[.!?])\s|\n/)
			.pop() ?? '';
	const [after = ''] = text.slice(at).split(/(?<=[.!?])\s|\n/);
	const sentence = (before + after).trim();
	if (sentence.length <= longestSentence) return sentence;
	const words = sentence.split(/\s+/);
	const first = Math.max(0, before.trim().split(/\s+/).length - wordsBefore);
	let shown = words[first] ?? '';
	let next = first + 1;
	for (; next < words.length; next++) {
		const longer = `${shown} ${words[next] ?? ''}`;
		if (longer.length > longestSentence && next > first + wordsBefore) break;
		shown = longer;
	}
	return `${first > 0 ? '…' : ''}${shown}${next < words.length ? '…' : ''}`;
}
