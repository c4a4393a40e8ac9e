import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { username: 'lucky.shrub' },
		request: {
			method: 'POST',
			path: `/${number.id}/username`,
			body: { username: 'lucky.shrub' },
		},
	},
	{
		name: 'fullest',
		parameters: { username: ' @Lucky_Shrub ', options: { transfer: true, ...otherNumber } },
		request: {
			method: 'POST',
			path: `/${other.id}/username`,
			body: { username: 'Lucky_Shrub', transfer_action: 'force_transfer' },
		},
	},
	{
		name: 'not from another number',
		parameters: { username: '1a_', options: { transfer: false } },
		request: {
			method: 'POST',
			path: `/${number.id}/username`,
			body: { username: '1a_', transfer_action: 'none' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no username', parameters: {}, message: /'Username' is empty/ },
	{
		name: '36 characters',
		parameters: { username: 'x'.repeat(36) },
		message: /'Username' has 36 characters/,
	},
	...['ab', 'lucky-shrub', 'lücky'].map((username) => ({
		name: username,
		parameters: { username },
		message: /'Username' has the wrong format/,
	})),
	...[
		'12345',
		'.lucky',
		'lucky.',
		'lucky..shrub',
		'wwwlucky',
		'WWW.lucky',
		'lucky.com',
		'lucky.HTML',
	].map((username) => ({
		name: username,
		parameters: { username },
		message: /'Username' cannot be a username/,
	})),
];
