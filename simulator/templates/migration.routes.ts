import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { unknownObject } from '../graph/errors';
import { validate } from '../graph/validation';
import { sourceTemplates } from './migration';

const largestPage = 500;

const schema = z.object({
	source_waba_id: z.coerce.string(),
	page_number: z.coerce.number().int().min(0).default(0),
	count: z.coerce.number().int().min(1).max(largestPage).default(largestPage),
	template_ids: z.array(z.coerce.string()).max(largestPage).optional(),
});

/**
 * Copies the approved templates of good or unknown quality from another account of the business.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-migration
 */
export const migrateTemplates = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'migrate_message_templates',
	handle: ({ simulator: { state }, body }) => {
		const { source_waba_id, page_number, count, template_ids } = validate(schema, body);
		if (source_waba_id !== business.sourceWaba.id) throw unknownObject('POST', source_waba_id);
		const eligible = sourceTemplates.filter(
			({ id, status, quality }) =>
				status === 'APPROVED' && quality !== 'RED' && (template_ids?.includes(id) ?? true),
		);
		const start = page_number * largestPage;
		const migrated_templates: string[] = [];
		const failed_templates: Record<string, string> = {};
		for (const { failure, quality, ...template } of eligible.slice(start, start + count)) {
			const isTaken = state.templates.some(({ name }) => name === template.name);
			const reason = failure ?? (isTaken ? 'Template name already exists' : undefined);
			if (reason !== undefined) {
				failed_templates[template.id] = reason;
				continue;
			}
			migrated_templates.push(template.id);
			state.templates.push({
				...template,
				language: 'en_US',
				parameter_format: 'POSITIONAL',
				quality_score: { score: quality, date: 1_767_225_600 },
			});
		}
		return { migrated_templates, failed_templates };
	},
});
