import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../operation';
import { checkEmail } from '../../fields/email';
import { limits } from '../../../shared/limits';
import { optionsField } from '../../fields/options';
import type { Parameters } from '../../parameters/parameters';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

const { entityName, customType, contact } = limits.compliance;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/business-compliance-information-api */
export const operation: Operation = {
	displayName: 'Update Compliance Info',
	action: 'Update the compliance info of a number',
	description:
		'Set the legal name and the contacts of the business, which WhatsApp shows to people in India. This replaces all of it.',
	fields: [
		textField('Legal Name', 'entityName', 'Lucky Shrub Private Limited'),
		{
			displayName: 'Business Type',
			name: 'entityType',
			type: 'options',
			options: [
				{ name: 'Limited Liability Partnership', value: 'LIMITED_LIABILITY_PARTNERSHIP' },
				{ name: 'Other', value: 'OTHER' },
				{ name: 'Partnership', value: 'PARTNERSHIP' },
				{ name: 'Private Company', value: 'PRIVATE_COMPANY' },
				{ name: 'Public Company', value: 'PUBLIC_COMPANY' },
				{ name: 'Sole Proprietorship', value: 'SOLE_PROPRIETORSHIP' },
			],
			default: 'PRIVATE_COMPANY',
		},
		{
			...textField('Custom Business Type', 'customType', 'Society'),
			displayOptions: { show: { entityType: ['OTHER'] } },
		},
		{
			displayName: 'Registered',
			name: 'registered',
			type: 'boolean',
			displayOptions: { show: { entityType: ['OTHER', 'PARTNERSHIP'] } },
			default: true,
			description: 'Whether the business is registered with the authorities',
		},
		textField('Grievance Officer Name', 'officerName', 'Chandravati P.'),
		textField('Grievance Officer Email', 'officerEmail', 'chandravati@luckyshrub.com'),
		textField('Customer Care Email', 'careEmail', 'support@luckyshrub.com'),
		optionsField([
			numberField('Customer Care Landline', 'careLandline'),
			numberField('Customer Care Mobile', 'careMobile'),
			numberField('Grievance Officer Landline', 'officerLandline'),
			numberField('Grievance Officer Mobile', 'officerMobile'),
			phoneNumberField,
		]),
	],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readPhoneNumberId(parameters, account)}/business_compliance_info`,
		on: 'phoneNumber',
		body: {
			messaging_product: 'whatsapp',
			...readEntity(parameters),
			grievance_officer_details: {
				name: parameters.text('officerName', { maxLength: contact }).trim(),
				...readContact(parameters, 'officer'),
			},
			customer_care_details: readContact(parameters, 'care'),
		},
		idempotent: true,
	}),
};

function textField(displayName: string, name: string, example: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
	};
}

function numberField(displayName: string, name: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. +91 385 455 9033',
		description: 'Phone number with country code',
	};
}

function readEntity(parameters: Parameters) {
	const type = parameters.choice('entityType');
	const name = parameters.text('entityName', { maxLength: entityName.max }).trim();
	if (name.length < entityName.min) {
		throw parameters.error('entityName', 'is too short', 'Enter the full name of the business.');
	}
	return {
		entity_name: name,
		entity_type: type,
		entity_type_custom:
			type === 'OTHER'
				? parameters.text('customType', { maxLength: customType }).trim()
				: undefined,
		is_registered:
			type === 'OTHER' || type === 'PARTNERSHIP'
				? parameters.requiredBoolean('registered')
				: undefined,
	};
}

function readContact(parameters: Parameters, whose: 'officer' | 'care') {
	const emailField = `${whose}Email`;
	const email = parameters.text(emailField, { maxLength: contact }).trim();
	checkEmail(parameters, emailField, email);
	const options = parameters.group('options');
	return {
		email,
		landline_number: readNumber(options, `${whose}Landline`),
		mobile_number: readNumber(options, `${whose}Mobile`),
	};
}

function readNumber(options: Parameters, name: string): string | undefined {
	const text = options.optionalText(name);
	return text === undefined
		? undefined
		: options.phoneNumber(text, (what, todo) => options.error(name, what, todo));
}
