import { business } from '../../../simulator/business';

/** The ID of a seeded template. */
export function templateId(name: string, language = 'en_US'): string {
	const found = business.templates.find(
		(template) => template.name === name && template.language === language,
	);
	if (!found) throw new Error(`There is no template ${name} in ${language}`);
	return found.id;
}

/** A template as the 'Template' field stores it when it is given by ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Where the templates of the account are. */
export const templatesPath = `/${business.waba.id}/message_templates`;
