import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/phone_numbers`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{WABA-ID}/phone_numbers › basic_phone_number',
		parameters: { newNumber: '+1 631 555 1000', displayName: 'My Business Name' },
		request: {
			method: 'POST',
			path,
			body: { cc: '1', phone_number: '16315551000', verified_name: 'My Business Name' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			newNumber: '0044 20 7946 0018',
			displayName: ' Lucky Shrub ',
			options: {
				migrate: true,
				preverifiedId: ' 106540352242922 ',
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				cc: '44',
				phone_number: '442079460018',
				verified_name: 'Lucky Shrub',
				migrate_phone_number: true,
				preverified_id: '106540352242922',
			},
		},
	},
	{
		name: 'a number that moves here',
		example: 'POST /{WABA-ID}/phone_numbers › migration_phone_number',
		parameters: {
			newNumber: '+16315551001',
			displayName: 'Migrated Business',
			options: { migrate: true },
		},
		request: {
			method: 'POST',
			path,
			body: {
				cc: '1',
				phone_number: '16315551001',
				verified_name: 'Migrated Business',
				migrate_phone_number: true,
			},
		},
	},
	{
		name: 'a number that was verified beforehand',
		example: 'POST /{WABA-ID}/phone_numbers › preverified_phone_number',
		parameters: {
			newNumber: '+16315551002',
			displayName: 'BSP Business',
			options: { preverifiedId: 'preverified_12345' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				cc: '1',
				phone_number: '16315551002',
				verified_name: 'BSP Business',
				preverified_id: 'preverified_12345',
			},
		},
	},
];

const displayName = 'My Business Name';

export const rejected: RejectedCase[] = [
	{ name: 'no number', parameters: { displayName }, message: /'New Number' is empty/ },
	{
		name: 'a number without country code',
		parameters: { newNumber: '0171 1234567', displayName },
		message: /'New Number' has no country code/,
	},
	{
		name: 'a country code that does not exist',
		parameters: { newNumber: '+999 12345678', displayName },
		message: /'New Number' has no country code that exists/,
	},
	{
		name: 'no name',
		parameters: { newNumber: '+16315551000' },
		message: /'Display Name' is empty/,
	},
	{
		name: 'a name of one letter',
		parameters: { newNumber: '+16315551000', displayName: 'X' },
		message: /'Display Name' is too short/,
	},
	{
		name: 'a name that is too long',
		parameters: { newNumber: '+16315551000', displayName: 'x'.repeat(76) },
		message: /'Display Name' has 76 characters/,
	},
];
