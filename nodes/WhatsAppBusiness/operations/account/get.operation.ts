import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get an account',
	description:
		"Get the name, currency and time zone of a WhatsApp Business Account. Choose 'Health Status' under Fields to see whether it can send, and if not, why.",
	fields: [
		optionsField([
			fieldChoice({
				account_review_status: 'Account Review Status',
				business_verification_status: 'Business Verification Status',
				country: 'Country',
				currency: 'Currency',
				health_status: 'Health Status',
				id: 'ID',
				is_enabled_for_insights: 'Is Enabled for Insights',
				marketing_messages_onboarding_status: 'Marketing Messages Onboarding Status',
				message_template_namespace: 'Message Template Namespace',
				name: 'Name',
				on_behalf_of_business_info: 'On Behalf of Business Info',
				ownership_type: 'Ownership Type',
				primary_business_location: 'Primary Business Location',
				status: 'Status',
				timezone_id: 'Timezone ID',
			}),
			wabaField,
		]),
	],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}`,
		query: fieldsQuery(parameters),
	}),
};
