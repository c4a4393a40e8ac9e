import type { DefinitionButton } from './templateDefinition';

// n8n cuts a longer label even where the line has room, and then pushes the warning icon out of the panel.
const room = 22;

const shortestExample = 4;

/** What the editor shows for a value: its name, and as much of an example as there is room for. */
export function label(name: string, example = ''): string {
	const whole = `${name} e.g. ${example}`;
	if (example === '') return name;
	if (whole.length <= room) return whole;
	const left = room - (whole.length - example.length) - 1;
	return left < shortestExample ? name : `${name} e.g. ${example.slice(0, left).trimEnd()}…`;
}

/** The name at the beginning of a label. Workflows of earlier versions have labels with ' · '. */
export function nameOfLabel(text: string): string {
	return text.split(/ · | e\.g\. /)[0] ?? text;
}

/** The part of a button's URL that is entered, in the example of the template. */
export function buttonExample({ url, example }: DefinitionButton): string | undefined {
	const [given] = [example ?? []].flat();
	const fixed = url?.split('{{')[0] ?? '';
	return given?.startsWith(fixed) ? given.slice(fixed.length) : given;
}
