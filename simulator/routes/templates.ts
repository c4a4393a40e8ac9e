import { endpoint } from '../context';
import { selectFields } from '../fieldSelection';
import { pageOf } from '../paging';
import type { Template } from '../templates';

const defaultFields = [
	'name',
	'parameter_format',
	'components',
	'language',
	'status',
	'category',
	'id',
];

function select(template: Template, query: URLSearchParams): Record<string, unknown> {
	return selectFields(
		{
			rejected_reason: 'NONE',
			quality_score: { score: 'GREEN', date: 1_767_225_600 },
			previous_category: undefined,
			correct_category: undefined,
			sub_category: undefined,
			message_send_ttl_seconds: undefined,
			library_template_name: undefined,
			cta_url_link_tracking_opted_out: undefined,
			...template,
		},
		query.get('fields'),
		defaultFields,
		'WhatsAppMessageTemplate',
	);
}

/**
 * Lists templates; `name` finds those that contain it.
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
				isAmong(template.language, query.get('language')),
		);
		return pageOf(
			matches.map((template) => select(template, query)),
			url,
		);
	},
});

function includesText(template: Template, text: string | null): boolean {
	return text === null || JSON.stringify(template).toLowerCase().includes(text.toLowerCase());
}

/** A filter is one value or a JSON list of them. */
function isAmong(value: string, filter: string | null): boolean {
	if (!filter) return true;
	const wanted = filter.replace(/[[\]"\s]/g, '').toLowerCase();
	return wanted.split(',').includes(value.toLowerCase());
}

export const getTemplate = endpoint({
	method: 'GET',
	on: 'template',
	handle: ({ node, query }) => select(node, query),
});
