import { asObjects, asText, asTextOrNumber, getPath } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';
import type { SendRequest } from '../events/payload';

const readParts: ReadonlySet<unknown> = new Set(['HEADER', 'BODY', 'FOOTER']);

/**
 * What a person reads in a template that was sent, or null.
 * @param template its definition, which Meta adds to the echo.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/standby
 */
export function sentTemplateText(
	{ template: sent }: SendRequest,
	template: unknown,
): string | null {
	const components = componentsOf(template).filter(({ type }) => readParts.has(type));
	const values = valuesByPart(sent);
	const texts = components.map(({ type, text }) => filled(asText(text) ?? '', values.get(type)));
	return asText(texts.filter((text) => text !== '').join('\n\n'));
}

/** The values of each part by their names, or by their places. */
function valuesByPart(sent: unknown): Map<unknown, Map<string, string>> {
	const parts = new Map<unknown, Map<string, string>>();
	for (const component of componentsOf(sent)) {
		const part = asText(component.type)?.toUpperCase();
		const values = parts.get(part) ?? new Map<string, string>();
		parts.set(part, values);
		for (const value of asObjects<JsonObject>(component.parameters)) {
			values.set(asText(value.parameter_name) ?? String(values.size + 1), shownValue(value));
		}
	}
	return parts;
}

function shownValue(value: JsonObject): string {
	return asTextOrNumber(value.text) ?? asText(getPath(value, 'currency.fallback_value')) ?? '';
}

function componentsOf(template: unknown): JsonObject[] {
	return asObjects<JsonObject>(getPath(template, 'components') as JsonObject[]);
}

function filled(text: string, values: ReadonlyMap<string, string> | undefined): string {
	return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values?.get(name) || whole);
}
