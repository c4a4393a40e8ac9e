import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

// https://developers.facebook.com/docs/graph-api/reference/whats-app-business-hsm/
const names = [
	['Bid Spec', 'bid_spec'],
	['Category', 'category'],
	['Components', 'components'],
	['Correct Category', 'correct_category'],
	['Creative Optimizations', 'degrees_of_freedom_spec'],
	['Language', 'language'],
	['Library Template Name', 'library_template_name'],
	['Link Tracking Opted Out', 'cta_url_link_tracking_opted_out'],
	['Message Lifetime', 'message_send_ttl_seconds'],
	['Name', 'name'],
	['Parameter Format', 'parameter_format'],
	['Previous Category', 'previous_category'],
	['Quality Score', 'quality_score'],
	['Rejected Reason', 'rejected_reason'],
	['Status', 'status'],
	['Sub Category', 'sub_category'],
] as const;

/** The option that says which fields of a template to return. */
export const templateFieldsOption: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'multiOptions',
	options: names.map(([name, value]) => ({ name, value })),
	default: [],
	description:
		'Which fields to return, beside the ID. If none is chosen, Meta returns its default fields.',
};

/** Meta's `fields` of a query, or undefined when the option was not added. */
export function readTemplateFields(options: Parameters): string | undefined {
	const chosen = options.choices('fields');
	return chosen.length === 0 ? undefined : chosen.join(',');
}
