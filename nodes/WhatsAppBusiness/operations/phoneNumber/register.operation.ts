import type { Operation } from '../../operation';
import { limits } from '../../../shared/limits';
import { dataRegionField } from './dataRegion';
import { noStorageField } from './noStorage';
import { optionsField } from '../../fields/options';
import { pinField, readPin } from './pin';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration */
export const operation: Operation = {
	displayName: 'Register',
	action: 'Register a phone number',
	description:
		'Register a verified number with the Cloud API, so that it can send and receive. Meta allows it 10 times in 72 hours.',
	fields: [
		{
			...pinField,
			description:
				'The six-digit PIN of the number. If it has none yet, this becomes its PIN, so keep it.',
		},
		optionsField([
			{
				displayName: 'Backup Data',
				name: 'backupData',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'Backup from the On-Premises API, for a number that moves from it',
			},
			{
				displayName: 'Backup Password',
				name: 'backupPassword',
				type: 'string',
				typeOptions: { password: true },
				default: '',
			},
			{
				...dataRegionField,
				description:
					'The country in which messages are stored, for API versions up to v20.0. With newer ones, use Update Settings before you register.',
			},
			{
				...noStorageField,
				default: true,
				description: `Whether Meta keeps messages for ${limits.noStorageMinutes} minutes only, for API versions up to v20.0. With newer ones, use Update Settings before you register.`,
			},
			{
				displayName: 'Tier',
				name: 'tier',
				type: 'options',
				options: [
					{ name: 'Production', value: 'PROD' },
					{ name: 'Sandbox', value: 'SANDBOX' },
				],
				default: 'PROD',
				description: 'What the number is for',
			},
			phoneNumberField,
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const pin = readPin(parameters);
		const data = options.optionalText('backupData')?.trim();
		const password = options.optionalText('backupPassword');
		const region = options.optionalChoice('dataLocalizationRegion');
		const noStorage = options.optionalBoolean('noStorage') ?? false;
		if (noStorage && region !== undefined) {
			throw options.error(
				'noStorage',
				'cannot be combined with a region',
				"Remove this option or 'Data Localization Region'.",
			);
		}
		if ((data === undefined) !== (password === undefined)) {
			throw options.error(
				data === undefined ? 'backupData' : 'backupPassword',
				'is empty',
				'A backup needs both its data and its password. Fill in both, or neither.',
			);
		}
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/register`,
			on: 'phoneNumber',
			body: {
				messaging_product: 'whatsapp',
				pin,
				backup: data === undefined ? undefined : { password, data },
				tier: options.optionalChoice('tier'),
				data_localization_region: region,
				meta_store_retention_minutes: noStorage ? limits.noStorageMinutes : undefined,
			},
			secrets: password === undefined ? [pin] : [pin, password],
		};
	},
};
