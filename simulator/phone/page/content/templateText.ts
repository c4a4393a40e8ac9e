import type { Template, TemplateDefinitionComponent } from '../../../templates/template.js';
import type { TemplateComponent, TemplateContent, TemplateParameter } from '../wire.js';

/** Where the definitions of templates are. */
export interface Templates {
	sections: { templates: readonly Template[] };
}

/** The definition of a template message, if it still exists. */
export function definitionOf(
	store: Templates,
	{ name, language }: TemplateContent,
): Template | undefined {
	return store.sections.templates.find(
		(template) => template.name === name && template.language === language?.code,
	);
}

/** Fills the variables in a text. Variables without a value are kept. */
export function filled(text: string, parameters: TemplateParameter[] = []): string {
	let position = 0;
	const positions = new Map<string, number>();
	return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) => {
		if (!positions.has(name)) positions.set(name, position++);
		const named = parameters.find(({ parameter_name }) => parameter_name === name);
		const parameter = named ?? parameters[positions.get(name) ?? 0];
		return parameter ? valueOf(parameter) : placeholder;
	});
}

function valueOf({ text, currency, date_time }: TemplateParameter): string {
	return text ?? currency?.fallback_value ?? date_time?.fallback_value ?? '';
}

/** The sent component of this type. */
export function sentComponent(
	components: TemplateComponent[] | undefined,
	type: string,
	index?: number,
): TemplateComponent | undefined {
	return components?.find(
		(component) =>
			component.type?.toLowerCase() === type &&
			(index === undefined || Number(component.index) === index),
	);
}

/** The component of this type in a definition. */
export function definedComponent(
	components: readonly TemplateDefinitionComponent[] | undefined,
	type: TemplateDefinitionComponent['type'],
): TemplateDefinitionComponent | undefined {
	return components?.find((component) => component.type === type);
}

/** The body of a template message. */
export function templateText(store: Templates, template: TemplateContent): string {
	const body = definedComponent(definitionOf(store, template)?.components, 'BODY')?.text;
	return filled(
		body ?? `Template ${template.name ?? ''}`,
		sentComponent(template.components, 'body')?.parameters,
	);
}
