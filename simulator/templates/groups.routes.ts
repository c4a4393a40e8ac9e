import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { invalidParameter } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { newGraphId } from '../graph/id';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import type { TemplateGroup } from './group';

const name = z.string().trim().min(1).max(256);
const description = z.string().max(512);
const ids = z.array(z.coerce.string());

const createSchema = z.object({
	name,
	description: description.optional(),
	whatsapp_business_templates: ids.min(1),
});

const updateSchema = z.object({
	name: name.optional(),
	description: description.optional(),
	add_templates: ids.default([]),
	remove_templates: ids.default([]),
});

const defaultFields = [
	'name',
	'description',
	'creation_time',
	'update_time',
	'whatsapp_business_account',
	'whatsapp_business_templates',
];

function select(
	{ state }: SimulatorContext,
	group: TemplateGroup,
	url: URL,
): Record<string, unknown> {
	const members = state.templates.filter(({ id }) => group.templateIds.includes(id));
	return selectFields(
		{
			id: group.id,
			name: group.name,
			description: group.description,
			creation_time: isoTime(group.createdAt),
			update_time: isoTime(group.updatedAt),
			whatsapp_business_account: {
				id: state.waba.id,
				name: state.waba.name,
				currency: state.waba.currency,
				timezone_id: state.waba.timezoneId,
				message_template_namespace: state.waba.messageTemplateNamespace,
			},
			whatsapp_business_templates: pageOf(
				members.map(({ name, parameter_format, components, language, status, category, id }) => ({
					name,
					parameter_format,
					components,
					language,
					status,
					category,
					id,
				})),
				new URL(url.pathname, url),
			),
		},
		url.searchParams.get('fields'),
		defaultFields,
		'BusinessMessagingTemplateGroup',
	);
}

/** As Meta writes times, e.g. `2026-01-06T23:05:12+0000`. */
function isoTime(milliseconds: number): string {
	return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '+0000');
}

/** @throws SimulatedGraphError 100 if another group has the name, or a template does not exist or is in another group */
function checkGroup(
	{ state }: SimulatorContext,
	groupName: string | undefined,
	templateIds: string[],
	own?: TemplateGroup,
): void {
	const others = state.templateGroups.filter((group) => group !== own);
	if (others.some((group) => group.name === groupName)) {
		throw invalidParameter('Template group name must be unique');
	}
	for (const id of templateIds) {
		if (!state.templates.some((template) => template.id === id)) {
			throw invalidParameter(`Template ${id} does not exist`);
		}
		if (others.some((group) => group.templateIds.includes(id))) {
			throw invalidParameter(`Template ${id} is already part of a template group`);
		}
	}
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#create-a-template-group */
export const createTemplateGroup = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'template_groups',
	handle: ({ simulator, body }) => {
		const input = validate(createSchema, body);
		const templateIds = input.whatsapp_business_templates;
		checkGroup(simulator, input.name, templateIds);
		const now = Date.now();
		const group: TemplateGroup = {
			id: newGraphId(),
			name: input.name,
			description: input.description,
			templateIds,
			createdAt: now,
			updatedAt: now,
		};
		simulator.state.templateGroups.push(group);
		return { id: group.id };
	},
});

/** @see https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/template_groups */
export const listTemplateGroups = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'template_groups',
	handle: ({ simulator, url }) =>
		pageOf(
			simulator.state.templateGroups.map((group) => select(simulator, group, url)),
			url,
		),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#get-a-template-group */
export const getTemplateGroup = endpoint({
	method: 'GET',
	on: 'templateGroup',
	handle: ({ simulator, node, url }) => select(simulator, node, url),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#update-a-template-group */
export const updateTemplateGroup = endpoint({
	method: 'POST',
	on: 'templateGroup',
	handle: ({ simulator, node, body }) => {
		const { add_templates, remove_templates, ...changes } = validate(updateSchema, body);
		checkGroup(simulator, changes.name, add_templates, node);
		const kept = node.templateIds.filter((id) => !remove_templates.includes(id));
		node.name = changes.name ?? node.name;
		node.description = changes.description ?? node.description;
		node.templateIds = [...new Set([...kept, ...add_templates])];
		node.updatedAt = Date.now();
		return { success: true };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#delete-a-template-group */
export const deleteTemplateGroup = endpoint({
	method: 'DELETE',
	on: 'templateGroup',
	handle: ({ simulator: { state }, node }) => {
		state.templateGroups.splice(state.templateGroups.indexOf(node), 1);
		return { success: true };
	},
});
