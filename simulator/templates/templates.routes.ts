import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { invalidParameter, missingParameter, type SimulatedGraphError } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { newGraphId } from '../graph/id';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import type { State } from '../state';
import { templateError } from './errors';
import { checkIsNew } from './isNew';
import { libraryComponents } from './library';
import { isPromotional, setTemplateStatus, submitForReview } from './review';
import { checkComponents, checkIdentity } from './rules';
import { creationSchema, editSchema } from './schema';
import { compareTemplates } from './statistics';
import { storedComponents } from './stored';
import type { Template } from './template';

const defaultFields = [
	'name',
	'parameter_format',
	'components',
	'language',
	'status',
	'category',
	'id',
];

const unknownQuality: Template['quality_score'] = { score: 'UNKNOWN', date: 1_767_225_600 };

function select(template: Template, query: URLSearchParams): Record<string, unknown> {
	return selectFields(
		{
			correct_category: undefined,
			cta_url_link_tracking_opted_out: undefined,
			degrees_of_freedom_spec: undefined,
			library_template_name: undefined,
			message_send_ttl_seconds: undefined,
			optimization_spec: undefined,
			previous_category: undefined,
			source: undefined,
			sub_category: undefined,
			...template,
			quality_score: template.quality_score ?? unknownQuality,
			rejected_reason: template.rejected_reason ?? 'NONE',
		},
		query.get('fields'),
		defaultFields,
		'WhatsAppMessageTemplate',
	);
}

/**
 * Lists templates. `name` matches part of a name.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/message-template-api
 */
export const listTemplates = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'message_templates',
	handle: ({ simulator, query, url }) => {
		const matches = simulator.state.templates.filter(
			(template) =>
				template.name.includes(query.get('name') ?? '') &&
				includesText(template, query.get('name_or_content')) &&
				isAmong(template.status, query.get('status')) &&
				isAmong(template.category, query.get('category')) &&
				isAmong(template.language, query.get('language')) &&
				isAmong(template.source ?? '', query.get('source')) &&
				isAmong((template.quality_score ?? unknownQuality).score, query.get('quality_score')),
		);
		return pageOf(
			matches.map((template) => select(template, query)),
			url,
		);
	},
});

function includesText({ name, components }: Template, search: string | null): boolean {
	const texts = JSON.stringify(components, (key, value: unknown) =>
		['type', 'format', 'example'].includes(key) ? undefined : value,
	);
	return search === null || `${name} ${texts}`.toLowerCase().includes(search.toLowerCase());
}

/** A filter is one value or a JSON list of them. */
function isAmong(value: string, filter: string | null): boolean {
	if (!filter) return true;
	const values = filter.replace(/[[\]"\s]/g, '').toLowerCase();
	return values.split(',').includes(value.toLowerCase());
}

export const getTemplate = endpoint({
	method: 'GET',
	on: 'template',
	handle: ({ node, query }) => select(node, query),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#creation */
export const createTemplate = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'message_templates',
	handle: ({ simulator, body }) => {
		const input = validate(creationSchema, body);
		const { name, language, category } = input;
		checkIdentity(name, language);
		const content = contentOf(input);
		checkIsNew(simulator.state, name, language);
		const template: Template = {
			id: newGraphId(),
			name,
			language,
			category,
			status: 'PENDING',
			parameter_format: input.parameter_format ?? 'POSITIONAL',
			components: content,
			sub_category: input.sub_category,
			message_send_ttl_seconds: input.message_send_ttl_seconds,
			cta_url_link_tracking_opted_out: input.cta_url_link_tracking_opted_out,
			degrees_of_freedom_spec: input.degrees_of_freedom_spec,
			library_template_name: input.library_template_name,
			display_format: input.display_format,
			optimization_spec: input.optimization_spec,
		};
		// Since 2025-04-09 Meta assigns the right category by itself.
		if (isPromotional(template)) template.category = 'MARKETING';
		simulator.state.templates.push(template);
		submitForReview(simulator, template);
		return { id: template.id, status: template.status, category: template.category };
	},
});

function contentOf(input: z.output<typeof creationSchema>): Template['components'] {
	const { components, category, language, library_template_name: libraryName } = input;
	if (libraryName !== undefined) return libraryComponents(libraryName, language);
	if (!components) throw missingParameter('components');
	checkComponents(input, components);
	return storedComponents(category, components);
}

const day = 86_400_000;

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#edit-templates */
export const editTemplate = endpoint({
	method: 'POST',
	on: 'template',
	handle: ({ simulator, node: template, body }) => {
		const { components, category, ...changes } = validate(editSchema, body);
		if (template.source) {
			throw templateError(
				2388318,
				"Can't update template",
				"A template that was generated by Direct Send can't be updated.",
			);
		}
		const approved = template.status === 'APPROVED';
		if (!approved && !['REJECTED', 'PAUSED'].includes(template.status)) {
			throw cannotEdit('Only an approved, rejected or paused template can be edited.');
		}
		if (approved && category !== undefined && category !== template.category) {
			throw cannotEdit('The category of an approved template cannot be changed.');
		}
		const { edits } = simulator.state.templateHistory;
		const earlier = edits.get(template.id) ?? [];
		const within = (days: number) => earlier.filter((at) => at > Date.now() - days * day).length;
		if (approved && (within(1) >= 1 || within(30) >= 10)) {
			throw cannotEdit('A template can be edited once in 24 hours and 10 times in 30 days.');
		}
		const definition = {
			category: category ?? template.category,
			message_send_ttl_seconds: changes.message_send_ttl_seconds,
			optimization_spec: changes.optimization_spec,
		};
		checkComponents(definition, components ?? asInput(template));
		edits.set(template.id, [...earlier, Date.now()]);
		template.category = definition.category;
		if (components) template.components = storedComponents(template.category, components);
		if (changes.parameter_format) template.parameter_format = changes.parameter_format;
		template.message_send_ttl_seconds =
			changes.message_send_ttl_seconds ?? template.message_send_ttl_seconds;
		template.optimization_spec = changes.optimization_spec ?? template.optimization_spec;
		submitForReview(simulator, template);
		return { success: true };
	},
});

// Stored components are valid, but those of an authentication template are stored in another format.
function asInput({ category, components }: Template) {
	return validate(
		editSchema.required({ components: true }),
		category === 'AUTHENTICATION'
			? {
					components: [
						{ type: 'BODY' },
						{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
					],
				}
			: { components },
	).components;
}

function cannotEdit(userMessage: string): SimulatedGraphError {
	return templateError(2388039, 'Template can not be edited', userMessage);
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#delete-templates */
export const deleteTemplate = endpoint({
	method: 'DELETE',
	on: 'waba',
	edge: 'message_templates',
	handle: ({ simulator: { state }, body, query }) => {
		const { name, hsm_id } = body;
		const ids = query.get('hsm_ids');
		if (ids !== null) {
			if (name !== undefined || hsm_id !== undefined) {
				throw invalidParameter('Param hsm_ids cannot be combined with name or hsm_id');
			}
			// Read as text, because IDs exceed the safe integers.
			deleteAll(state, ids.match(/\d+/g) ?? []);
			return { success: true };
		}
		if (typeof name !== 'string' || name === '') throw missingParameter('name');
		const id = typeof hsm_id === 'string' || typeof hsm_id === 'number' ? `${hsm_id}` : undefined;
		const deleted = state.templates.filter(
			(template) => template.name === name && (id === undefined || template.id === id),
		);
		if (deleted.length === 0) {
			throw templateError(
				2593002,
				'Message Template Not Found',
				`There is no message template with the name ${name}${id === undefined ? '' : ` and the ID ${id}`}.`,
			);
		}
		removeAll(state, deleted);
		return { success: true };
	},
});

/** All of them, or none if one does not exist. */
function deleteAll(state: State, ids: string[]): void {
	if (ids.length < 1 || ids.length > 100) {
		throw invalidParameter('Param hsm_ids must have 1 to 100 elements');
	}
	const deleted = ids.map((id) => {
		const found = state.templates.find((template) => template.id === id);
		if (found) return found;
		throw templateError(
			2593002,
			'Message Template Not Found',
			`There is no message template with the ID ${id}.`,
		);
	});
	removeAll(state, deleted);
}

function removeAll(state: State, deleted: Template[]): void {
	if (deleted.some(({ source }) => source)) {
		throw templateError(
			2388330,
			"Can't delete template",
			"A template that was generated by Direct Send can't be deleted.",
		);
	}
	for (const template of deleted) {
		state.templates.splice(state.templates.indexOf(template), 1);
		state.templateHistory.deleted.push({ name: template.name, language: template.language });
	}
}

const comparisonSchema = z.object({
	template_ids: z.array(z.coerce.string()),
	start: z.coerce.number(),
	end: z.coerce.number(),
});

export const compareTemplate = endpoint({
	method: 'GET',
	on: 'template',
	edge: 'compare',
	handle: ({ simulator: { state }, node: template, query }) => {
		// Read as text, because IDs exceed the safe integers.
		const template_ids = query.get('template_ids')?.match(/\d+/g) ?? undefined;
		const { start, end } = Object.fromEntries(query);
		const period = validate(comparisonSchema, { template_ids, start, end });
		const [otherId, ...more] = period.template_ids;
		const other = state.templates.find(({ id }) => id === otherId);
		if (!other || more.length > 0) {
			throw invalidParameter('Param template_ids must be the ID of one template of this account.');
		}
		return compareTemplates(state, [template, other], period);
	},
});

const unpauseWaitMs = 300_000;

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pacing */
export const unpauseTemplate = endpoint({
	method: 'POST',
	on: 'template',
	edge: 'unpause',
	handle: ({ simulator, node: template }) => {
		if (template.status !== 'PAUSED') {
			return { success: false, reason: 'The template is not paused.' };
		}
		const pausedAt = simulator.state.templateHistory.pausedAt.get(template.id) ?? 0;
		if (pausedAt > Date.now() - unpauseWaitMs) {
			return { success: false, reason: 'Wait 5 minutes after the template was paused.' };
		}
		setTemplateStatus(simulator, template, { status: 'APPROVED' });
		return { success: true };
	},
});
