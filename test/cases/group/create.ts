import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { subject: 'New purchase' },
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[0].id}/groups`,
			body: { messaging_product: 'whatsapp', subject: 'New purchase' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			subject: ' New purchase ',
			options: {
				description: 'About the car of Jim\nand its options',
				joinApprovalMode: 'approval_required',
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/groups`,
			body: {
				messaging_product: 'whatsapp',
				subject: 'New purchase',
				description: 'About the car of Jim\nand its options',
				join_approval_mode: 'approval_required',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing subject', parameters: { subject: ' ' }, message: /'Subject' is empty/ },
	{
		name: 'a subject that is too long',
		parameters: { subject: 'x'.repeat(129) },
		message: /'Subject' has 129 characters/,
	},
	{
		name: 'a description that is too long',
		parameters: { subject: 'x', options: { description: 'x'.repeat(2049) } },
		message: /'Description' has 2049 characters/,
	},
	{
		name: 'a join approval mode that does not exist',
		parameters: { subject: 'x', options: { joinApprovalMode: 'never' } },
		message: /'Join Approval Mode' has a value that does not exist/,
	},
];
