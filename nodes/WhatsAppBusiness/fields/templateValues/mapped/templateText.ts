import { previewOf } from './preview';
import { variablesOf } from './templateDefinition';
import type { TemplateDefinition } from './templateDefinition';

/** The field above the values that shows the template. It is no value. */
export const templateTextId = 'Template Text';

// A template with ten cards has less.
const longest = 5_000;

/** The text of a template on one line, with its variables, and the URLs that have one: a value replaces only that. */
export function templateText({ components }: Pick<TemplateDefinition, 'components'>): string {
	// A file in the header has a field of its own.
	const texts = components.filter(({ format = 'TEXT' }) => format === 'TEXT');
	const { text, buttons = [], cards = [] } = previewOf(texts, []);
	const parts = [text, ...cards.map((card) => card.text), ...buttons.map(shownButton)];
	const line = parts
		.join('\n')
		.slice(0, longest)
		.split('\n')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(' / ');
	// n8n takes a text that begins with '=' for an expression.
	return line.startsWith('=') ? ` ${line}` : line;
}

function shownButton({ text, url }: { text: string; url?: string }): string {
	return url !== undefined && variablesOf(url).length > 0 ? `${text}: ${url}` : text;
}
