import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { selectFields } from '../graph/fieldSelection';
import { pageOf } from '../graph/paging';
import { analyticsFields } from './analytics';
import { healthStatus } from './healthStatus';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api */
export const getWaba = endpoint({
	method: 'GET',
	on: 'waba',
	handle: ({ simulator, node, query }) =>
		selectFields(
			{
				id: node.id,
				name: node.name,
				currency: node.currency,
				timezone_id: node.timezoneId,
				message_template_namespace: node.messageTemplateNamespace,
				account_review_status: 'APPROVED',
				business_verification_status: 'verified',
				country: 'IE',
				ownership_type: 'SELF',
				status: 'ACTIVE',
				marketing_messages_onboarding_status: 'ONBOARDED',
				marketing_messages_lite_api_status: 'ONBOARDED',
				health_status: healthStatus(simulator.state),
				primary_funding_id: '2388564191542719',
				is_enabled_for_insights: true,
				on_behalf_of_business_info: undefined,
				primary_business_location: undefined,
				...analyticsFields(simulator.state, query.get('fields')),
			},
			query.get('fields'),
			['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'],
			'WhatsAppBusinessAccount',
		),
});

/** @see https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/product_catalogs */
export const listCatalogs = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'product_catalogs',
	handle: ({ url }) => pageOf([{ id: business.catalog.id, name: business.catalog.name }], url),
});
