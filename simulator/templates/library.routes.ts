import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import { industries, library, topics } from './library';

const filters = z.object({
	category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']).optional(),
	industry: z.enum(industries).optional(),
	language: z.string().optional(),
	search: z.string().optional(),
	topic: z.enum(topics).optional(),
	usecase: z.string().optional(),
});

/**
 * Lists the template library. `search` matches part of a name or a text.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
export const listLibrary = endpoint({
	method: 'GET',
	on: 'root',
	edge: 'message_template_library',
	handle: ({ query, url }) => {
		const { search = '', industry, ...equal } = validate(filters, Object.fromEntries(query));
		const matches = library.filter(
			(template) =>
				[template.name, template.header, template.body].some((text) =>
					text?.toLowerCase().includes(search.toLowerCase()),
				) &&
				(industry === undefined || template.industry.includes(industry)) &&
				(['category', 'language', 'topic', 'usecase'] as const).every(
					(key) => equal[key] === undefined || equal[key] === template[key],
				),
		);
		return pageOf(matches, url);
	},
});
