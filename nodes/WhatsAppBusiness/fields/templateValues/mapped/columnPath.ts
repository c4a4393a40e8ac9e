import { headerTypes } from '../header';
import { buttonPart } from '../valueNames';
import { buttonsWithValue, columnsOf } from './columns';
import type { TemplateColumn } from './columns';
import type { DefinitionComponent } from './templateDefinition';

const path =
	/^(card\.\d{1,2}\.)?(header\.[a-z]+\.\w+|body\.\w+|button\.\d{1,2}(\.[a-z][A-Za-z]*){2,})$|^code\.\d{1,2}$|^option(\.[a-z][A-Za-z]*)+$/;

const variable = /^(Body|Header) \{\{(\w+)\}\}$/;

/** Longer than any ID of a field. */
const longestId = 600;

/**
 * The path of a value (see `TemplateColumn`) by the ID of its field: the name of the value, or the path itself, as in
 * workflows of earlier versions. Undefined if no template has such a value.
 */
export function pathOf(id: string): string | undefined {
	if (id.length > longestId) return undefined;
	if (path.test(id)) return id;
	const [, card, name = id] = /^Card ([1-9]\d?) (.+)$/.exec(id) ?? [];
	const found = pathOfName(name);
	if (card === undefined) return found;
	const place = Number(card) - 1;
	return found && `card.${place}.${found}`;
}

/** The ID of the field for a value: its name, which n8n prints in errors, unless that does not tell where it goes. */
export function columnId({ name, path }: Pick<TemplateColumn, 'name' | 'path'>): string {
	return pathOf(name) === path ? name : path;
}

function pathOfName(name: string): string | undefined {
	const [, component, variableName] = variable.exec(name) ?? [];
	if (variableName !== undefined) {
		return component === 'Body' ? `body.${variableName}` : `header.text.${variableName}`;
	}
	const [, button, value] = /^Button ([1-9]\d?) (.+)$/.exec(name) ?? [];
	if (button === undefined) return paths.get(name);
	return paths
		.get(`${buttonPart(0)} ${value}`)
		?.replace('button.0', `button.${Number(button) - 1}`);
}

const single: DefinitionComponent[] = [
	...headerTypes.map(({ value }) => ({ type: 'HEADER', format: String(value).toUpperCase() })),
	...buttonsWithValue.map((button) => ({ type: 'BUTTONS', buttons: [button] })),
	{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } },
];

// Of each value but the variables, as if on the first button.
const paths = new Map(
	[
		...single.flatMap((component) =>
			columnsOf({ category: '', sub_category: 'ORDER_STATUS', components: [component] }),
		),
		...columnsOf({ category: 'AUTHENTICATION', components: [] }),
	].map(({ name, path }) => [name, path]),
);
