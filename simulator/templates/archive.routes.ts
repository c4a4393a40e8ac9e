import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { validate } from '../graph/validation';
import { setTemplateStatus } from './review';
import type { Template } from './template';

const schema = z.object({ hsm_ids: z.array(z.coerce.string()).min(1).max(100) });

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival#archive-templates */
export const archiveTemplates = endpoint({
	method: 'POST',
	base: 'api',
	on: 'waba',
	edge: 'message_templates/archive',
	handle: ({ simulator, body }) => {
		const { done, failed } = forEach(simulator, body, (template) => {
			if (!['APPROVED', 'REJECTED'].includes(template.status)) {
				return 'Only approved or rejected templates can be archived';
			}
			simulator.state.templateHistory.archivedFrom.set(template.id, template.status);
			setTemplateStatus(simulator, template, { status: 'ARCHIVED' });
			return undefined;
		});
		return { archived_templates: done, failed_templates: failed };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival#unarchive-templates */
export const unarchiveTemplates = endpoint({
	method: 'POST',
	base: 'api',
	on: 'waba',
	edge: 'message_templates/unarchive',
	handle: ({ simulator, body }) => {
		const { done, failed } = forEach(simulator, body, (template) => {
			if (template.status !== 'ARCHIVED') return 'Template is not archived';
			const status = simulator.state.templateHistory.archivedFrom.get(template.id) ?? 'APPROVED';
			setTemplateStatus(simulator, template, { status }, 'UNARCHIVED');
			return undefined;
		});
		return { unarchived_templates: done, failed_templates: failed };
	},
});

/** @param change returns the reason if it cannot be done */
function forEach(
	{ state }: SimulatorContext,
	body: Record<string, unknown>,
	change: (template: Template) => string | undefined,
): { done: string[]; failed: Record<string, string> } {
	const done: string[] = [];
	const failed: Record<string, string> = {};
	for (const id of validate(schema, body).hsm_ids) {
		const template = state.templates.find((candidate) => candidate.id === id);
		const reason = template ? change(template) : 'Template not found';
		if (reason === undefined) done.push(id);
		else failed[id] = reason;
	}
	return { done, failed };
}
