import { pages } from '../../../../graphApi/pages';
import { asObjects } from '../../../../graphApi/coerce';
import type { Send } from '../../../../graphApi/types';
import { path } from '../../../../graphApi/path';

/** What sending a template needs to know of its definition. */
export interface TemplateDefinition {
	name: string;
	language: string;
	category: string;
	/** Distinguishes templates for orders. */
	sub_category?: string;
	components: DefinitionComponent[];
}

export interface DefinitionComponent {
	type: string;
	/** Of a header: TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION or PRODUCT. */
	format?: string;
	text?: string;
	example?: DefinitionExample;
	buttons?: DefinitionButton[];
	cards?: Array<{ components: DefinitionComponent[] }>;
	limited_time_offer?: { text?: string; has_expiration?: boolean };
}

interface DefinitionExample {
	header_text?: string[];
	body_text?: string[][];
	header_text_named_params?: NamedExample[];
	body_text_named_params?: NamedExample[];
}

interface NamedExample {
	param_name: string;
	example: string;
}

export interface DefinitionButton {
	type: string;
	text?: string;
	url?: string;
	/** For a URL: the whole URL with its variable filled in. */
	example?: string[] | string;
	/** Of a button with which people pay. */
	payment_setting?: { type?: string };
}

const fields = 'name,language,category,sub_category,components';

/**
 * The definition of a template in one language, or undefined if the account does not have it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/message-template-api
 * @throws RequestError when the account can't be read.
 */
export async function fetchTemplate(
	send: Send,
	wabaId: string,
	name: string,
	language: string,
): Promise<TemplateDefinition | undefined> {
	// The filter also matches names that contain it.
	const query = { name, language, fields };
	const request = {
		method: 'GET',
		path: path`/${wabaId}/message_templates`,
		on: 'waba',
		query,
	} as const;
	for await (const page of pages(send, request)) {
		const found = asObjects<TemplateDefinition>(page).find(
			(entry) => entry.name === name && entry.language === language,
		);
		if (found) return { ...found, components: asObjects(found.components) };
	}
	return undefined;
}

/** The component of a type, e.g. BODY. */
export function componentOf(
	components: readonly DefinitionComponent[],
	type: string,
): DefinitionComponent | undefined {
	return components.find((component) => component.type === type);
}

/** A variable in a text, with its name as the group. */
export const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

/** The variables of a text, each once, numbers in order: `['1', '2']` or `['first_name']`. */
export function variablesOf(text = ''): string[] {
	const names = [...text.matchAll(placeholder)].map(([, name = '']) => name);
	return [...new Set(names)].sort((a, b) => Number(a) - Number(b) || 0);
}

/** Replaces the variables of a text; those without a value stay. */
export function fillIn(text: string, valueOf: (variable: string) => string | undefined): string {
	return text.replace(placeholder, (whole, name: string) => valueOf(name) ?? whole);
}

/** The example of a variable from the author of the template. */
export function exampleOf(component: DefinitionComponent, variable: string): string | undefined {
	const { header_text, body_text, header_text_named_params, body_text_named_params } =
		component.example ?? {};
	const named = header_text_named_params ?? body_text_named_params ?? [];
	const numbered = header_text ?? body_text?.[0] ?? [];
	return (
		named.find(({ param_name }) => param_name === variable)?.example ??
		numbered[Number(variable) - 1]
	);
}
