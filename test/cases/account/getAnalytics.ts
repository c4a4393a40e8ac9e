import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}`;
// 1 and 8 June 2026, 0:00 in Berlin.
const week = { start: '2026-06-01T00:00:00', end: '2026-06-08T00:00:00' };
const time = '.start(1780264800).end(1780869600)';
const templateId = String(business.templates[0]?.id);
const request = (fields: string): RequestCase['request'] => ({
	method: 'GET',
	path,
	query: { fields },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: week,
		request: request(`analytics${time}.granularity(DAY)`),
	},
	{
		name: 'fullest',
		parameters: {
			analyticsType: 'pricing_analytics',
			...week,
			granularity: 'MONTH',
			filters: {
				phoneNumbers: '+1 555 078 3881, +1 555 078 3882',
				countryCodes: 'us, IN',
				pricingMetrics: ['COST', 'VOLUME'],
				pricingCategories: ['UTILITY', 'MARKETING'],
				pricingTypes: ['REGULAR'],
				pricingDimensions: ['COUNTRY', 'PRICING_CATEGORY', 'TIER'],
			},
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: request(
			`pricing_analytics${time}.granularity(MONTHLY).phone_numbers(["15550783881","15550783882"]).country_codes(["US","IN"]).metric_types(["COST","VOLUME"]).pricing_categories(["UTILITY","MARKETING"]).pricing_types(["REGULAR"]).dimensions(["COUNTRY","PRICING_CATEGORY","TIER"])`,
		),
	},
	{
		name: 'messages',
		parameters: {
			...week,
			granularity: 'HALF_HOUR',
			filters: { productTypes: ['0', '100'], countryCodes: 'US', phoneNumbers: '+15550783881' },
		},
		request: request(
			`analytics${time}.granularity(HALF_HOUR).phone_numbers(["15550783881"]).country_codes(["US"]).product_types([0,100])`,
		),
	},
	{
		name: 'conversations',
		parameters: {
			analyticsType: 'conversation_analytics',
			...week,
			filters: {
				conversationMetrics: ['COST'],
				conversationCategories: ['SERVICE'],
				conversationTypes: ['FREE_TIER'],
				conversationDirections: ['USER_INITIATED'],
				conversationDimensions: ['PHONE'],
			},
		},
		request: request(
			`conversation_analytics${time}.granularity(DAILY).metric_types(["COST"]).conversation_categories(["SERVICE"]).conversation_types(["FREE_TIER"]).conversation_directions(["USER_INITIATED"]).dimensions(["PHONE"])`,
		),
	},
	{
		name: 'templates',
		parameters: {
			analyticsType: 'template_analytics',
			...week,
			templateIds: templateId,
			filters: { templateMetrics: ['SENT', 'CLICKED'] },
		},
		request: request(
			`template_analytics${time}.granularity(DAILY).template_ids(["${templateId}"]).metric_types(["SENT","CLICKED"])`,
		),
	},
	{
		name: 'templates by days of the account',
		parameters: {
			analyticsType: 'template_analytics',
			...week,
			templateIds: '1924084211297547, 954638012257287',
			filters: {
				productType: 'MARKETING_MESSAGES_API_FOR_WHATSAPP',
				useWabaTimezone: true,
			},
		},
		request: request(
			'template_analytics.start(2026-06-01).end(2026-06-08).granularity(DAILY).template_ids(["1924084211297547","954638012257287"]).product_type(MARKETING_MESSAGES_API_FOR_WHATSAPP).use_waba_timezone(true)',
		),
	},
	{
		name: 'conversions of templates',
		parameters: {
			analyticsType: 'template_analytics',
			...week,
			templateIds: templateId,
			filters: { templateMetrics: ['WEBSITE_LEAD', 'APP_COMPLETE_REGISTRATION'] },
		},
		request: request(
			`template_analytics${time}.granularity(DAILY).template_ids(["${templateId}"]).metric_types(["WEBSITE_LEAD","APP_COMPLETE_REGISTRATION"])`,
		),
	},
	{
		name: 'template groups',
		parameters: {
			analyticsType: 'template_group_analytics',
			...week,
			templateGroupIds: '1044106240855852',
			filters: { templateGroupMetrics: ['SENT', 'READ'], useWabaTimezone: true },
		},
		request: request(
			'template_group_analytics.start(2026-06-01).end(2026-06-08).granularity(DAILY).template_group_ids(["1044106240855852"]).metric_types(["SENT","READ"]).use_waba_timezone(true)',
		),
	},
	{
		name: 'calls',
		parameters: {
			analyticsType: 'call_analytics',
			...week,
			filters: {
				phoneNumbers: '+15550783881',
				countryCodes: 'US',
				callDirections: ['USER_INITIATED'],
				callDimensions: ['direction', 'country'],
				callMetrics: ['COUNT', 'AVERAGE_DURATION'],
			},
		},
		request: request(
			`call_analytics${time}.granularity(DAILY).phone_numbers(["15550783881"]).country_codes(["US"]).directions(["USER_INITIATED"]).dimensions(["direction","country"]).metric_types(["COUNT","AVERAGE_DURATION"])`,
		),
	},
	{
		name: 'filters of another type are left out',
		parameters: { ...week, filters: { pricingDimensions: ['COUNTRY'] } },
		request: request(`analytics${time}.granularity(DAY)`),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing start', parameters: { end: week.end }, message: /'Start' is empty/ },
	{ name: 'a missing end', parameters: { start: week.start }, message: /'End' is empty/ },
	{
		name: 'an end before the start',
		parameters: { start: week.end, end: week.start },
		message: /'End' is not later than 'Start'/,
	},
	{
		name: 'a date that does not exist',
		parameters: { ...week, start: '2026-02-30' },
		message: /'Start' is not a date/,
	},
	{
		name: 'a missing template',
		parameters: { analyticsType: 'template_analytics', ...week },
		message: /'Template IDs' is empty/,
	},
	{
		name: 'eleven templates',
		parameters: {
			analyticsType: 'template_analytics',
			...week,
			templateIds: Array.from({ length: 11 }, (_, index) => index + 1).join(),
		},
		message: /'Template IDs' has 11 entries/,
	},
	{
		name: 'a template by name',
		parameters: { analyticsType: 'template_analytics', ...week, templateIds: 'order_update' },
		message: /'Template IDs' contains an invalid template ID/,
	},
	{
		name: 'a missing template group',
		parameters: { analyticsType: 'template_group_analytics', ...week },
		message: /'Template Group IDs' is empty/,
	},
	{
		name: 'a template group by name',
		parameters: { analyticsType: 'template_group_analytics', ...week, templateGroupIds: 'sale' },
		message: /'Template Group IDs' contains an invalid template group ID/,
	},
	{
		name: 'the name of a country instead of its code',
		parameters: { ...week, filters: { countryCodes: 'Brazil' } },
		message: /'Countries' contains an invalid country code/,
	},
	{
		name: 'a number without country code',
		parameters: { ...week, filters: { phoneNumbers: '0555 0783881' } },
		message: /'Phone Numbers' \(entry 1\) has no country code/,
	},
];
