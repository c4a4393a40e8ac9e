import { templates } from './seeds';

/** A set of templates whose figures are added up. */
export interface TemplateGroup {
	id: string;
	name: string;
	description?: string;
	templateIds: string[];
	/** Milliseconds. */
	createdAt: number;
	updatedAt: number;
}

const idOf = (name: string) => templates.find((template) => template.name === name)?.id ?? '';

/** A group with two templates. */
export const templateGroup = {
	id: '9020555671393375',
	name: 'Black Friday 2026',
	description: 'US-based Black Friday sale 2026 templates.',
	templateIds: [idOf('seasonal_promotion'), idOf('new_arrivals_image')],
} as const;

export function seededTemplateGroup(): TemplateGroup {
	const { templateIds, ...group } = templateGroup;
	const createdAt = Date.UTC(2026, 0, 6, 23, 5, 12);
	return { ...group, templateIds: [...templateIds], createdAt, updatedAt: createdAt };
}
