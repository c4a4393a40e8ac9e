import { z } from 'zod';
import { business } from '../business';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { missingParameter, SimulatedGraphError } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { flag } from '../graph/flag';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import { analyticsFields } from './analytics';
import { healthStatus } from './healthStatus';
import { listedWaba, type Waba } from './waba';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api */
export const getWaba = endpoint({
	method: 'GET',
	on: 'waba',
	handle: ({ simulator, node, query }) => selectWaba(simulator, node, query.get('fields')),
});

const enrollment = z.object({ enroll_status: z.enum(['OPT_IN', 'OPT_OUT']) });
const updateSchema = z.looseObject({
	is_enabled_for_insights: flag.optional(),
	name: z.string().min(1).max(100).optional(),
	timezone_id: z.union([z.string(), z.number()]).transform(String).optional(),
	disable_marketing_messages_on_cloud_api: flag.optional(),
	degrees_of_freedom_spec: z
		.object({ creative_features_spec: z.record(z.string(), enrollment) })
		.optional(),
});

/**
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics#confirming-template-analytics
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages
 */
export const updateWaba = endpoint({
	method: 'POST',
	on: 'waba',
	handle: ({ node, body }) => {
		const changes = validate(updateSchema, body);
		if (Object.values<unknown>(changes).every((value) => value === undefined)) {
			throw missingParameter('name');
		}
		if (changes.is_enabled_for_insights === false) throw new SimulatedGraphError(200006);
		if (changes.is_enabled_for_insights) node.withoutInsights = false;
		node.name = changes.name ?? node.name;
		node.timezoneId = changes.timezone_id ?? node.timezoneId;
		node.marketingDisabledOnCloudApi =
			changes.disable_marketing_messages_on_cloud_api ?? node.marketingDisabledOnCloudApi;
		const features = Object.entries(changes.degrees_of_freedom_spec?.creative_features_spec ?? {});
		node.optimizations = {
			...node.optimizations,
			...Object.fromEntries(features.map(([name, { enroll_status }]) => [name, enroll_status])),
		};
		return { id: node.id };
	},
});

/** The chosen fields of an account. */
function selectWaba(simulator: SimulatorContext, node: Waba, fields: string | null) {
	return selectFields(
		{
			...listedWaba(node),
			account_review_status: 'APPROVED',
			business_verification_status: 'verified',
			country: 'IE',
			ownership_type: 'SELF',
			status: 'ACTIVE',
			marketing_messages_onboarding_status: 'ONBOARDED',
			marketing_messages_lite_api_status: 'ONBOARDED',
			health_status: healthStatus(simulator.state),
			primary_funding_id: '2388564191542719',
			is_enabled_for_insights: !node.withoutInsights,
			disable_marketing_messages_on_cloud_api: node.marketingDisabledOnCloudApi ?? false,
			degrees_of_freedom_spec: {
				data: [{ creative_features_spec: node.optimizations ? [node.optimizations] : [] }],
			},
			on_behalf_of_business_info: undefined,
			primary_business_location: undefined,
			...analyticsFields(simulator.state, node, fields),
		},
		fields,
		Object.keys(listedWaba(node)),
		'WhatsAppBusinessAccount',
	);
}

/**
 * Meta's page asks for the permission `whatsapp_business_management`.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-accounts
 */
export const listOwnedWabas = endpoint({
	method: 'GET',
	on: 'portfolio',
	edge: 'owned_whatsapp_business_accounts',
	handle: ({ simulator, query, url }) =>
		pageOf(
			simulator.state.wabas.map((waba) => selectWaba(simulator, waba, query.get('fields'))),
			url,
		),
});

export const listSharedWabas = endpoint({
	method: 'GET',
	on: 'portfolio',
	edge: 'client_whatsapp_business_accounts',
	handle: ({ simulator, query, url }) =>
		pageOf(
			simulator.state.sharedWabas.map((waba) => selectWaba(simulator, waba, query.get('fields'))),
			url,
		),
});

/** @see https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/product_catalogs */
export const listCatalogs = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'product_catalogs',
	handle: ({ url }) => pageOf([{ id: business.catalog.id, name: business.catalog.name }], url),
});
