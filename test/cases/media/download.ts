import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first] = business.phoneNumbers;
const mediaId = business.media.id;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { mediaId },
		request: { method: 'GET', path: `/${mediaId}` },
	},
	{
		name: 'fullest',
		parameters: {
			mediaId,
			binaryPropertyName: 'picture',
			options: {
				fileName: 'plant.png',
				ownerPhoneNumberId: { __rl: true, mode: 'id', value: first.id },
			},
		},
		request: { method: 'GET', path: `/${mediaId}`, query: { phone_number_id: first.id } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing ID', parameters: { mediaId: '' }, message: /'Media ID' is empty/ },
	{
		name: 'a file name',
		parameters: { mediaId: 'picture of a plant' },
		message: /'Media ID' is not a media ID/,
	},
	{
		name: 'a missing name for the output',
		parameters: { mediaId, binaryPropertyName: '' },
		message: /'Put Output File in Field' is empty/,
	},
];
