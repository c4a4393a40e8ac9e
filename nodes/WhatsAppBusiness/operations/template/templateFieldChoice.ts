import { fieldChoice } from '../../fields/fieldChoice';

/**
 * The option that chooses which fields of a template to return.
 * https://developers.facebook.com/docs/graph-api/reference/whats-app-business-hsm/
 */
export const templateFieldChoice = fieldChoice({
	bid_spec: 'Bid Spec',
	category: 'Category',
	components: 'Components',
	correct_category: 'Correct Category',
	degrees_of_freedom_spec: 'Creative Optimizations',
	language: 'Language',
	library_template_name: 'Library Template Name',
	cta_url_link_tracking_opted_out: 'Link Tracking Opted Out',
	message_send_ttl_seconds: 'Message Lifetime',
	name: 'Name',
	parameter_format: 'Parameter Format',
	previous_category: 'Previous Category',
	quality_score: 'Quality Score',
	rejected_reason: 'Rejected Reason',
	status: 'Status',
	sub_category: 'Sub Category',
});
