import type { INodeProperties } from 'n8n-workflow';

/** Where messages at rest can be stored. https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage */
export const dataRegionField: INodeProperties = {
	displayName: 'Data Localization Region',
	name: 'dataLocalizationRegion',
	type: 'options',
	options: [
		{ name: 'Australia', value: 'AU' },
		{ name: 'Bahrain', value: 'BH' },
		{ name: 'Brazil', value: 'BR' },
		{ name: 'Canada', value: 'CA' },
		{ name: 'Germany', value: 'DE' },
		{ name: 'India', value: 'IN' },
		{ name: 'Indonesia', value: 'ID' },
		{ name: 'Japan', value: 'JP' },
		{ name: 'Singapore', value: 'SG' },
		{ name: 'South Africa', value: 'ZA' },
		{ name: 'South Korea', value: 'KR' },
		{ name: 'Switzerland', value: 'CH' },
		{ name: 'United Arab Emirates', value: 'AE' },
		{ name: 'United Kingdom', value: 'GB' },
	],
	default: 'DE',
	description: 'The country in which messages are stored',
};
