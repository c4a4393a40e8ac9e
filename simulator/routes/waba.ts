import { endpoint } from '../context';
import { selectFields } from '../fieldSelection';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api */
export const getWaba = endpoint({
	method: 'GET',
	on: 'waba',
	handle: ({ node, query }) =>
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
				health_status: { can_send_message: 'AVAILABLE', entities: [] },
			},
			query.get('fields'),
			['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'],
			'WhatsAppBusinessAccount',
		),
});
