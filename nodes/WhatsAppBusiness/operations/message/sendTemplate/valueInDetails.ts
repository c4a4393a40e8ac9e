import { asObject, asObjects, asText } from '../../../../graphApi/coerce';
import type { JsonObject } from '../../../../graphApi/types';
import { mediaRules } from '../../../../shared/mediaRules';
import type { RequestBody } from '../../../operation';
import {
	buttonPart,
	cardPlace,
	filePart,
	variablePart,
} from '../../../fields/templateValues/valueNames';

/** Such as `template['components'][0]['parameters'][0]['image']['id']`, on a card with its two indexes in between. */
const path =
	/template\['components'\]\[(\d{1,3})\](?:\['cards'\]\[(\d{1,3})\]\['components'\]\[(\d{1,3})\])?(?:\['parameters'\]\[(\d{1,3})\])?/;

/** Such as "buttons: Button at index 1 of type Url requires a parameter". */
const button = /\bButton at index (\d{1,3})\b/;

/** Such as "body: number of localizable_params (1) does not match the expected number of params (3)". */
const textComponent = /^(header|body): /;

/**
 * The name of the value that Meta's details about a template are about, if they say which.
 * @param body of the request.
 */
export function valueInDetails(details: string, body: RequestBody | undefined): string | undefined {
	const [found, component, card, onCard, parameter] = path.exec(details) ?? [];
	if (found !== undefined) {
		const { template } = JSON.parse(JSON.stringify(body ?? {})) as { template?: JsonObject };
		const outer = asObjects<JsonObject>(template?.components)[Number(component)];
		if (card === undefined) return valueOf(outer, parameter);
		const { components } = asObjects<JsonObject>(outer?.cards)[Number(card)] ?? {};
		const name = valueOf(asObjects<JsonObject>(components)[Number(onCard)], parameter);
		return name && cardPlace(Number(card)) + name;
	}
	const index = button.exec(details)?.[1];
	if (index !== undefined) return buttonPart(Number(index));
	const type = textComponent.exec(details)?.[1];
	return type && (type === 'header' ? 'Header' : 'Body');
}

function valueOf(component: JsonObject | undefined, index = '0'): string | undefined {
	const type = asText(component?.type)?.toLowerCase();
	const parameter = asObject<JsonObject>(
		asObjects<JsonObject>(component?.parameters)[Number(index)],
	);
	const parameterType = asText(parameter.type)?.toLowerCase() ?? '';
	const variable = asText(parameter.parameter_name) ?? Number(index) + 1;
	switch (type) {
		case 'header':
			if (parameterType === 'text') return variablePart('Header', variable);
			return parameterType in mediaRules ? filePart(parameterType) : 'Header';
		case 'body':
			return variablePart('Body', variable);
		case 'button':
			return buttonPart(Number(component?.index));
		default:
			return undefined;
	}
}
