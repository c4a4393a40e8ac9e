import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { readCountryCodes } from '../../../fields/countryCodes';
import { namedOptions } from '../../../fields/options';
import { readPhoneNumbers } from '../../../fields/recipients';

/** The kinds of figures, named after the field of the WhatsApp Business Account that contains them. */
export type AnalyticsKind =
	| 'analytics'
	| 'call_analytics'
	| 'conversation_analytics'
	| 'pricing_analytics'
	| 'template_analytics'
	| 'template_group_analytics';

interface Filter {
	kinds: AnalyticsKind[];
	/** The name of the parameter in the Graph API. */
	parameter: string;
	field: INodeProperties;
	/** Reads the value of the parameter; without it, the chosen values are sent. */
	read?(filters: Parameters): Array<string | number>;
}

const messageMetrics = {
	CLICKED: 'Clicked',
	COST: 'Cost',
	DELIVERED: 'Delivered',
	READ: 'Read',
	SENT: 'Sent',
};

/**
 * The filters that Meta documents for each kind of figures.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
const filters: Filter[] = [
	{
		kinds: ['analytics', 'call_analytics', 'conversation_analytics', 'pricing_analytics'],
		parameter: 'phone_numbers',
		field: {
			displayName: 'Phone Numbers',
			name: 'phoneNumbers',
			type: 'string',
			default: '',
			placeholder: 'e.g. +1 555 078 3881',
			description: 'Only these of your numbers, with country code, separated by commas',
		},
		read: (given) => readPhoneNumbers(given, 'phoneNumbers').map((number) => number.slice(1)),
	},
	{
		kinds: ['analytics', 'call_analytics', 'conversation_analytics', 'pricing_analytics'],
		parameter: 'country_codes',
		field: {
			displayName: 'Countries',
			name: 'countryCodes',
			type: 'string',
			default: '',
			placeholder: 'e.g. US, BR',
			description: 'Only people from these countries: two-letter codes, separated by commas',
		},
		read: (given) => readCountryCodes(given, 'countryCodes'),
	},
	{
		kinds: ['analytics'],
		parameter: 'product_types',
		field: choiceOf('Message Types', 'productTypes', 'Only these messages', {
			0: 'Templates Sent',
			2: 'Other Messages Sent',
			100: 'Messages Received',
		}),
		read: (given) => given.choices('productTypes').map(Number),
	},
	{
		kinds: ['conversation_analytics'],
		parameter: 'metric_types',
		field: choiceOf('Metrics', 'conversationMetrics', 'Only these figures', {
			CONVERSATION: 'Conversations',
			COST: 'Cost',
		}),
	},
	{
		kinds: ['conversation_analytics'],
		parameter: 'conversation_categories',
		field: choiceOf('Categories', 'conversationCategories', 'Only these categories', {
			AUTHENTICATION: 'Authentication',
			MARKETING: 'Marketing',
			SERVICE: 'Service',
			UTILITY: 'Utility',
		}),
	},
	{
		kinds: ['conversation_analytics'],
		parameter: 'conversation_types',
		field: choiceOf('Types', 'conversationTypes', 'Only these types of conversations', {
			FREE_ENTRY: 'Free Entry Point',
			FREE_TIER: 'Free Tier',
			REGULAR: 'Regular',
		}),
	},
	{
		kinds: ['conversation_analytics'],
		parameter: 'conversation_directions',
		field: choiceOf('Directions', 'conversationDirections', 'Only conversations started by these', {
			BUSINESS_INITIATED: 'Business',
			UNKNOWN: 'Unknown',
			USER_INITIATED: 'User',
		}),
	},
	{
		kinds: ['conversation_analytics'],
		parameter: 'dimensions',
		field: choiceOf('Break Down By', 'conversationDimensions', 'What to get separate figures for', {
			CONVERSATION_CATEGORY: 'Category',
			CONVERSATION_DIRECTION: 'Direction',
			CONVERSATION_TYPE: 'Type',
			COUNTRY: 'Country',
			PHONE: 'Phone Number',
		}),
	},
	{
		kinds: ['pricing_analytics'],
		parameter: 'metric_types',
		field: choiceOf('Metrics', 'pricingMetrics', 'Only these figures', {
			COST: 'Cost',
			VOLUME: 'Volume',
		}),
	},
	{
		kinds: ['pricing_analytics'],
		parameter: 'pricing_categories',
		field: choiceOf('Categories', 'pricingCategories', 'Only these categories', {
			AUTHENTICATION: 'Authentication',
			AUTHENTICATION_INTERNATIONAL: 'Authentication International',
			MARKETING: 'Marketing',
			MARKETING_LITE: 'Marketing Messages API',
			REFERRAL_CONVERSION: 'Referral Conversion',
			SERVICE: 'Service',
			UTILITY: 'Utility',
		}),
	},
	{
		kinds: ['pricing_analytics'],
		parameter: 'pricing_types',
		field: choiceOf('Types', 'pricingTypes', 'Only messages priced like this', {
			FREE_CUSTOMER_SERVICE: 'Free Customer Service',
			FREE_ENTRY_POINT: 'Free Entry Point',
			REGULAR: 'Regular',
		}),
	},
	{
		kinds: ['pricing_analytics'],
		parameter: 'dimensions',
		field: choiceOf('Break Down By', 'pricingDimensions', 'What to get separate figures for', {
			COUNTRY: 'Country',
			PHONE: 'Phone Number',
			PRICING_CATEGORY: 'Category',
			PRICING_TYPE: 'Type',
			TIER: 'Volume Tier',
		}),
	},
	{
		kinds: ['call_analytics'],
		parameter: 'directions',
		field: choiceOf('Directions', 'callDirections', 'Only calls started by these', {
			BUSINESS_INITIATED: 'Business',
			USER_INITIATED: 'User',
		}),
	},
	{
		kinds: ['call_analytics'],
		parameter: 'dimensions',
		field: choiceOf('Break Down By', 'callDimensions', 'What to get separate figures for', {
			country: 'Country',
			direction: 'Direction',
			phone: 'Phone Number',
		}),
	},
	{
		kinds: ['call_analytics'],
		parameter: 'metric_types',
		field: choiceOf('Metrics', 'callMetrics', 'Only these figures', {
			AVERAGE_DURATION: 'Average Duration',
			COST: 'Cost',
			COUNT: 'Count',
		}),
	},
	{
		kinds: ['template_analytics'],
		parameter: 'metric_types',
		field: choiceOf('Metrics', 'templateMetrics', 'Only these figures', {
			...messageMetrics,
			// Conversions, of accounts that use the Marketing Messages API.
			APP_ACTIVATIONS: 'App Activations',
			APP_ADD_PAYMENT_INFO: 'App Add Payment Info',
			APP_ADD_TO_CART: 'App Add to Cart',
			APP_ADD_TO_WISHLIST: 'App Add to Wishlist',
			APP_CHECKOUTS_INITIATED: 'App Checkouts Initiated',
			APP_COMPLETE_REGISTRATION: 'App Complete Registration',
			APP_LEVEL_ACHIEVED: 'App Level Achieved',
			APP_OTHER: 'App Other',
			APP_PURCHASES: 'App Purchases',
			APP_PURCHASES_CONVERSION_VALUE: 'App Purchases Conversion Value',
			APP_RATE: 'App Rate',
			APP_SEARCH: 'App Search',
			APP_TUTORIAL_COMPLETION: 'App Tutorial Completion',
			APP_VIEW_CONTENT: 'App View Content',
			WEBSITE_ADD_PAYMENT_INFO: 'Website Add Payment Info',
			WEBSITE_ADD_TO_CART: 'Website Add to Cart',
			WEBSITE_ADD_TO_WISHLIST: 'Website Add to Wishlist',
			WEBSITE_CHECKOUTS_INITIATED: 'Website Checkouts Initiated',
			WEBSITE_COMPLETE_REGISTRATION: 'Website Complete Registration',
			WEBSITE_CUSTOM: 'Website Custom',
			WEBSITE_LEAD: 'Website Lead',
			WEBSITE_PURCHASES: 'Website Purchases',
			WEBSITE_PURCHASES_CONVERSION_VALUE: 'Website Purchases Conversion Value',
			WEBSITE_SEARCH: 'Website Search',
			WEBSITE_VIEW_CONTENT: 'Website View Content',
		}),
	},
	{
		kinds: ['template_group_analytics'],
		parameter: 'metric_types',
		field: choiceOf('Metrics', 'templateGroupMetrics', 'Only these figures', messageMetrics),
	},
];

/** The filters of all kinds, each shown for its kinds. */
export const filterFields: INodeProperties[] = filters.map(({ kinds, field }) => ({
	...field,
	displayOptions: { show: { '/analyticsType': kinds } },
}));

/**
 * The filters that are set, in the Graph API's syntax: `.dimensions(["COUNTRY"])`.
 * @throws InputError for an invalid value.
 */
export function readFilters(given: Parameters, kind: AnalyticsKind): string {
	return filters
		.filter(({ kinds, field }) => kinds.includes(kind) && given.hasValue(field.name))
		.map(({ parameter, field, read }) => ({
			parameter,
			values: read ? read(given) : given.choices(field.name),
		}))
		.filter(({ values }) => values.length > 0)
		.map(({ parameter, values }) => `.${parameter}(${JSON.stringify(values)})`)
		.join('');
}

function choiceOf(
	displayName: string,
	name: string,
	description: string,
	names: Readonly<Record<string, string>>,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		options: namedOptions(names),
		default: [],
		description,
	};
}
