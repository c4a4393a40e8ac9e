import { z } from 'zod';
import type { SimulatorContext } from '../../context';
import type { HandedOn } from '../../graph/handleCall';
import type { State } from '../../state';
import type { Template } from '../../templates/template';
import { refusal } from './errors';

const defaultLimit = 1000;

/**
 * A page of the templates, in 360dialog's form: counted, by offset, with its own case of the status.
 *
 * @throws HostError 400 for a limit or an offset that is no number
 * @see https://docs.360dialog.com/docs/messaging-api/api-reference/templates
 */
export function templatePage(
	{ state }: SimulatorContext,
	path: string,
	query: URLSearchParams,
): Record<string, unknown> {
	const limit = numberIn(query, 'limit', path) ?? defaultLimit;
	const offset = numberIn(query, 'offset', path) ?? 0;
	const page = sorted(state.templates, query.get('sort')).slice(offset, offset + limit);
	return {
		waba_templates: page.map((template) => asListed(template, state.waba.messageTemplateNamespace)),
		count: page.length,
		total: state.templates.length,
		limit,
		offset,
	};
}

/** A template as it is listed. */
export function asListed(template: Template, namespace: string): Record<string, unknown> {
	const { id, name, language, category, components, status, rejected_reason } = template;
	return {
		id,
		name,
		namespace,
		language,
		category,
		components,
		// In lower case, unlike Meta's: https://docs.360dialog.com/api/whatsapp-api/message-templates-api
		status: status.toLowerCase(),
		rejected_reason: rejected_reason ?? null,
	};
}

/** By one field of a template, with a minus for the other direction. Which fields there are, is not documented. */
function sorted(templates: readonly Template[], sort: string | null): Template[] {
	const field = sort?.replace(/^-/, '').replace(/^business_templates\./, '');
	if (field !== 'name' && field !== 'language' && field !== 'status') return [...templates];
	const direction = sort?.startsWith('-') ? -1 : 1;
	return templates.toSorted((one, other) => direction * one[field].localeCompare(other[field]));
}

function numberIn(query: URLSearchParams, name: string, path: string): number | undefined {
	const value = query.get(name);
	if (value === null) return undefined;
	if (/^\d{1,9}$/.test(value)) return Number(value);
	throw refusal(path, 400, `${name} must be a number`);
}

/** Where templates are. */
export const templatesPath = '/v1/configs/templates';

/** How Meta creates or deletes a template for 360dialog, or undefined for any other call. */
export function templateCall(state: State, method: string, path: string): HandedOn | undefined {
	const url = new URL(`https://graph.facebook.com/${state.waba.id}/message_templates`);
	const name = path.slice(templatesPath.length + 1);
	if (method === 'POST' && name === '') {
		return { url, convert: (response) => created(state, response) };
	}
	if (method !== 'DELETE' || name === '') return undefined;
	url.searchParams.set('name', decodeURIComponent(name));
	return {
		url,
		convert: () => ({
			meta: {
				success: true,
				http_code: 200,
				developer_message: `template name=${name} was deleted`,
			},
		}),
	};
}

const createdSchema = z.object({ id: z.string() });

function created(state: State, response: unknown): Record<string, unknown> {
	const { id } = createdSchema.parse(response);
	const template = state.templates.find((candidate) => candidate.id === id);
	if (!template) throw new Error('Meta has not created the template');
	return asListed(template, state.waba.messageTemplateNamespace);
}
