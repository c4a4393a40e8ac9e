import type { Query } from '../../../graphApi/types';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import type { Parameters } from '../../parameters/parameters';

/** The former name of `optimization_spec`, which saved workflows may have. */
const formerMaxPrice = 'bid_spec';

/**
 * The option that chooses which fields of a template to return. Read with `templateFieldsQuery`.
 * https://developers.facebook.com/docs/graph-api/reference/whats-app-business-hsm/
 */
export const templateFieldChoice = fieldChoice({
	[formerMaxPrice]: 'Bid Spec (Now Max Price)',
	category: 'Category',
	components: 'Components',
	correct_category: 'Correct Category',
	degrees_of_freedom_spec: 'Creative Optimizations',
	language: 'Language',
	library_template_name: 'Library Template Name',
	cta_url_link_tracking_opted_out: 'Link Tracking Opted Out',
	optimization_spec: 'Max Price',
	message_send_ttl_seconds: 'Message Lifetime',
	name: 'Name',
	parameter_format: 'Parameter Format',
	previous_category: 'Previous Category',
	quality_score: 'Quality Score',
	rejected_reason: 'Rejected Reason',
	source: 'Source',
	status: 'Status',
	sub_category: 'Sub Category',
});

/** The query for the chosen fields. */
export function templateFieldsQuery(parameters: Parameters): Query | undefined {
	const query = fieldsQuery(parameters);
	if (!query) return undefined;
	const chosen = String(query.fields).split(',');
	const current = chosen.map((name) => (name === formerMaxPrice ? 'optimization_spec' : name));
	return { fields: [...new Set(current)].join(',') };
}
