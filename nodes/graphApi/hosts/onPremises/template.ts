import { asObjects, asText } from '../../coerce';
import { NotOfferedError } from '../../errors/notOfferedError';
import { isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../types';
import { notInFormat } from './refuse';

/** Kinds of buttons with a value that the last version of the format knew. */
const buttons = ['quick_reply', 'url', 'copy_code'];
const components = ['header', 'body', 'footer', 'button'];
const parameterTypes = [
	...['text', 'currency', 'date_time', 'image', 'video', 'document', 'location'],
	...['payload', 'coupon_code'],
];

/**
 * A template message's content with the namespace and the policy that the format requires.
 * @throws NotOfferedError without a namespace, or for a kind of template that the format does not have.
 */
export function translateTemplate(template: JsonObject, namespace: string): JsonObject {
	if (namespace === '') {
		throw NotOfferedError.from({
			what: 'Templates need a namespace on this server, and the credential has none.',
			todo: "Fill in 'Template Namespace' in the credential. WhatsApp Manager shows it above the list of message templates.",
		});
	}
	asObjects<JsonObject>(template.components).forEach(checkComponent);
	const { name, language, ...rest } = template;
	const code = isJsonObject(language) ? language.code : language;
	return { namespace, name, language: { policy: 'deterministic', code }, ...rest };
}

function checkComponent({ type, sub_type, parameters }: JsonObject): void {
	const kind = lowerCase(type);
	if (!components.includes(kind)) {
		throw notInFormat(`Templates with a component '${kind}'`, otherTemplate);
	}
	if (kind === 'button' && !buttons.includes(lowerCase(sub_type))) {
		throw notInFormat(`Templates with a button '${lowerCase(sub_type)}'`, otherTemplate);
	}
	for (const parameter of asObjects<JsonObject>(parameters)) {
		if (parameter.parameter_name !== undefined) {
			throw notInFormat(
				'Templates with named variables',
				'Choose a template whose variables are numbered, such as {{1}}.',
			);
		}
		if (!parameterTypes.includes(lowerCase(parameter.type))) {
			throw notInFormat(
				`Template values of the type '${lowerCase(parameter.type)}'`,
				otherTemplate,
			);
		}
	}
}

const otherTemplate = 'Choose another template, or send it with a credential of Meta.';

function lowerCase(value: JsonValue | undefined): string {
	return (asText(value) ?? '').toLowerCase();
}
