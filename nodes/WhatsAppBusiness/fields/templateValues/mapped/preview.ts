import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../../../../graphApi/json';
import {
	asObject,
	asObjects,
	asText,
	asTextOrNumber,
	firstText,
} from '../../../../graphApi/coerce';
import type { JsonObject, JsonValue } from '../../../../graphApi/types';
import { componentOf, fillIn, variablesOf } from './templateDefinition';
import type { DefinitionButton, DefinitionComponent } from './templateDefinition';

/** A message as its recipient reads it. */
export interface Preview extends IDataObject {
	/** Header, body and footer, with a blank line between them. */
	text: string;
	buttons?: Array<{ text: string; url?: string }>;
	/** The cards of a carousel. */
	cards?: Preview[];
}

/**
 * Fills the sent values into the text of a template.
 * @param definition the template's components.
 * @param sent Meta's `components` of the message. Variables without a value stay.
 */
export function previewOf(
	definition: readonly DefinitionComponent[],
	sent: readonly JsonValue[],
): Preview {
	const components = sent.filter(isJsonObject);
	const ofType = (type: string) => components.filter((entry) => isType(entry, type));
	const header = headerText(componentOf(definition, 'HEADER'), parametersOf(ofType('header')[0]));
	const body = filled(componentOf(definition, 'BODY')?.text, parametersOf(ofType('body')[0]));
	const footer = componentOf(definition, 'FOOTER')?.text;
	const buttons = componentOf(definition, 'BUTTONS')?.buttons ?? [];
	const cards = componentOf(definition, 'CAROUSEL')?.cards ?? [];
	const sentCards = asObjects<JsonObject>(ofType('carousel')[0]?.cards);
	return {
		text: [header, body, footer].filter(Boolean).join('\n\n'),
		...(buttons.length > 0 && {
			buttons: buttons.map((button, index) =>
				shownButton(
					button,
					parametersOf(ofType('button').find((entry) => Number(entry.index) === index)),
				),
			),
		}),
		...(cards.length > 0 && {
			cards: cards.map((card, index) =>
				previewOf(card.components, asObjects<JsonObject>(sentCards[index]?.components)),
			),
		}),
	};
}

function headerText(header: DefinitionComponent | undefined, parameters: JsonObject[]): string {
	const format = header?.format ?? 'TEXT';
	if (format === 'TEXT') return filled(header?.text, parameters);
	const value = parameters[0]?.[format.toLowerCase()];
	const { filename, link, name, product_retailer_id } = asObject<JsonObject>(value);
	const shownName = firstText(filename, link, name, product_retailer_id);
	return `[${[format.charAt(0) + format.slice(1).toLowerCase(), shownName].filter(Boolean).join(': ')}]`;
}

function shownButton(button: DefinitionButton, parameters: JsonObject[]) {
	const url = button.url && filled(button.url, parameters);
	return { text: button.text ?? '', ...(url && { url }) };
}

function filled(text = '', parameters: JsonObject[]): string {
	const names = variablesOf(text);
	return fillIn(text, (variable) => {
		const named = parameters.find(({ parameter_name }) => parameter_name === variable);
		return shownValue(named ?? parameters[names.indexOf(variable)]);
	});
}

function shownValue(parameter: JsonObject | undefined): string | undefined {
	if (!parameter) return undefined;
	const { text, currency, date_time } = parameter;
	const special = [currency, date_time].find(isJsonObject);
	const value = text ?? special?.fallback_value;
	return asTextOrNumber(value) ?? undefined;
}

function parametersOf(component: JsonObject | undefined): JsonObject[] {
	return asObjects<JsonObject>(component?.parameters);
}

function isType({ type }: JsonObject, wanted: string): boolean {
	return asText(type)?.toLowerCase() === wanted;
}
