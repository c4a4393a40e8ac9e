import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/business-compliance-information-api */
export const operation: Operation = {
	displayName: 'Get Compliance Info',
	action: 'Get the compliance info of a number',
	description:
		'Get the legal name and the contacts of the business, which WhatsApp shows to people in India',
	fields: [
		optionsField([
			fieldChoice({
				customer_care_details: 'Customer Care',
				entity_name: 'Legal Name',
				entity_type: 'Business Type',
				entity_type_custom: 'Custom Business Type',
				grievance_officer_details: 'Grievance Officer',
				is_registered: 'Is Registered',
			}),
			phoneNumberField,
		]),
	],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/business_compliance_info`,
		on: 'phoneNumber',
		query: fieldsQuery(parameters),
	}),
	output: ({ data }) => asObjects<IDataObject>(data)[0] ?? {},
};
