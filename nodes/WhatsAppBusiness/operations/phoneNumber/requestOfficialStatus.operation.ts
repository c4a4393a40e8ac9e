import type { Operation } from '../../operation';
import { limits } from '../../../shared/limits';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { readUrls } from '../../fields/urls';
import { path } from '../../../graphApi/path';

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/official-business-accounts and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-official-business-account-status-api
 */
export const operation: Operation = {
	displayName: 'Request Official Status',
	action: 'Request official business account status',
	description:
		'Ask Meta to make the number an official business account, which has a blue checkmark. Get Official Status shows the decision. After a refusal, wait 30 days to ask again.',
	fields: [
		{
			displayName: 'Website',
			name: 'websiteUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://www.luckyshrub.com',
		},
		{
			displayName: 'Country of Operation',
			name: 'country',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. United States of America',
			description: 'Where the business mainly works',
		},
		optionsField([
			{
				displayName: 'Additional Information',
				name: 'information',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. We are also featured in Planet Succulent',
				description: `What else shows that the brand is well known, at most ${limits.officialInformation} characters`,
			},
			{
				displayName: 'Parent Business or Brand',
				name: 'parentBrand',
				type: 'string',
				default: '',
				placeholder: 'e.g. Lucky Shrub LLC',
			},
			{
				displayName: 'Primary Language',
				name: 'primaryLanguage',
				type: 'string',
				default: '',
				placeholder: 'e.g. English',
				description: 'Language in which the business mainly works',
			},
			{
				displayName: 'Supporting Links',
				name: 'supportingLinks',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.retailreview.com/gardening/lucky-shrub',
				description: `Articles about the brand in well-known publications, ${limits.officialLinks.min} to ${limits.officialLinks.max}, separated by commas. Ads do not count.`,
			},
			phoneNumberField,
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/official_business_account`,
			on: 'phoneNumber',
			body: {
				additional_supporting_information: options.optionalText('information', {
					maxLength: limits.officialInformation,
				}),
				business_website_url: parameters.url('websiteUrl'),
				parent_business_or_brand: options
					.optionalText('parentBrand', { maxLength: limits.officialBrand })
					?.trim(),
				primary_country_of_operation: parameters.text('country').trim(),
				primary_language: options.optionalText('primaryLanguage')?.trim(),
				supporting_links: options.hasValue('supportingLinks')
					? readUrls(options, 'supportingLinks', limits.officialLinks)
					: undefined,
			},
		};
	},
};
