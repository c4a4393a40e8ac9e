import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const { pin } = business;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{Phone-Number-ID}/register › basic_registration',
		parameters: { pin },
		request: {
			method: 'POST',
			path: `/${number.id}/register`,
			body: { messaging_product: 'whatsapp', pin },
		},
	},
	{
		name: 'fullest',
		parameters: {
			pin,
			options: {
				backupData: 'YOUR_BACKUP_DATA',
				backupPassword: 'YOUR_BACKUP_PASSWORD',
				dataLocalizationRegion: 'AE',
				tier: 'PROD',
				...otherNumber,
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/register`,
			body: {
				messaging_product: 'whatsapp',
				pin,
				backup: { password: 'YOUR_BACKUP_PASSWORD', data: 'YOUR_BACKUP_DATA' },
				tier: 'PROD',
				data_localization_region: 'AE',
			},
		},
	},
	{
		name: 'without storage',
		parameters: { pin, options: { noStorage: true, tier: 'PROD' } },
		request: {
			method: 'POST',
			path: `/${number.id}/register`,
			body: {
				messaging_product: 'whatsapp',
				pin,
				tier: 'PROD',
				meta_store_retention_minutes: 60,
			},
		},
	},
	{
		name: 'with a backup',
		example: 'POST /{Phone-Number-ID}/register › migration_registration',
		parameters: {
			pin: '123456',
			options: { backupData: 'YOUR_BACKUP_DATA', backupPassword: 'YOUR_BACKUP_PASSWORD' },
		},
		request: {
			method: 'POST',
			path: `/${number.id}/register`,
			body: {
				messaging_product: 'whatsapp',
				pin: '123456',
				backup: { password: 'YOUR_BACKUP_PASSWORD', data: 'YOUR_BACKUP_DATA' },
			},
		},
	},
	{
		name: 'with tier and region',
		example: 'POST /{Phone-Number-ID}/register › advanced_registration',
		parameters: { pin: '123456', options: { dataLocalizationRegion: 'AE', tier: 'PROD' } },
		request: {
			method: 'POST',
			path: `/${number.id}/register`,
			body: {
				messaging_product: 'whatsapp',
				pin: '123456',
				tier: 'PROD',
				data_localization_region: 'AE',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a region without storage',
		parameters: { pin, options: { noStorage: true, dataLocalizationRegion: 'DE' } },
		message: /'Store No Messages' cannot be combined with a region/,
	},
	{ name: 'a missing PIN', parameters: {}, message: /'PIN' is empty/ },
	{
		name: 'a PIN of five digits, which the error does not quote',
		parameters: { pin: '12345' },
		message: /^'PIN' has the wrong format$/,
	},
	{
		name: 'a backup without its password',
		parameters: { pin, options: { backupData: 'data' } },
		message: /'Backup Password' is empty/,
	},
	{
		name: 'a password without its backup',
		parameters: { pin, options: { backupPassword: 'password' } },
		message: /'Backup Data' is empty/,
	},
	{
		name: 'a region that does not exist',
		parameters: { pin, options: { dataLocalizationRegion: 'FR' } },
		message: /'Data Localization Region' has a value that does not exist/,
	},
];
