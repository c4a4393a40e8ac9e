import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { dataRegionField } from '../dataRegion';
import { noStorageField } from '../noStorage';

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
	{
		...noStorageField,
		displayOptions: { show: { setting: ['storage'], inCountryStorage: [false] } },
	},
];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage
 */
export function readStorage(parameters: Parameters) {
	if (parameters.requiredBoolean('inCountryStorage')) {
		return {
			status: 'IN_COUNTRY_STORAGE_ENABLED',
			data_localization_region: parameters.choice('dataLocalizationRegion'),
		};
	}
	return parameters.boolean('noStorage')
		? { status: 'NO_STORAGE_ENABLED', retention_minutes: limits.noStorageMinutes }
		: { status: 'IN_COUNTRY_STORAGE_DISABLED' };
}
