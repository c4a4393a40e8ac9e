import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { dataRegionField } from '../dataRegion';

export const storageFields: INodeProperties[] = [
	{
		displayName: 'Keep Messages in One Country',
		name: 'inCountryStorage',
		type: 'boolean',
		displayOptions: { show: { setting: ['storage'] } },
		default: true,
		description:
			'Whether messages are stored in one country only. You can change this only while the number is not registered.',
	},
	{
		...dataRegionField,
		displayOptions: { show: { setting: ['storage'], inCountryStorage: [true] } },
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage */
export function readStorage(parameters: Parameters) {
	return parameters.requiredBoolean('inCountryStorage')
		? {
				status: 'IN_COUNTRY_STORAGE_ENABLED',
				data_localization_region: parameters.choice('dataLocalizationRegion'),
			}
		: { status: 'IN_COUNTRY_STORAGE_DISABLED' };
}
