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
	const texts = components.map(({ type, text }) =>
		filled(asText(text) ?? '', valuesFor(type, sent)),
	);
	return asText(texts.filter((text) => text !== '').join('\n\n'));
}

function valuesFor(type: unknown, sent: unknown): ReadonlyMap<string, string> {
	const values = componentsOf(sent)
		.filter((component) => asText(component.type)?.toUpperCase() === type)
		.flatMap(({ parameters }) => asObjects<JsonObject>(parameters));
	return new Map(
		values.map((value, index) => [
			asText(value.parameter_name) ?? String(index + 1),
			asTextOrNumber(value.text) ?? asText(getPath(value, 'currency.fallback_value')) ?? '',
		]),
	);
}

function componentsOf(template: unknown): JsonObject[] {
	return asObjects<JsonObject>(getPath(template, 'components') as JsonObject[]);
}

function filled(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values.get(name) || whole);
}
