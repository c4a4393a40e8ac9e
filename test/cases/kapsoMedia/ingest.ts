import { business } from '../../../simulator/business';
import { byId, platformCall, publicFile } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const phoneNumber = byId(number.id);
const ingest = platformCall('POST', '/whatsapp/media');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber, fileUrl: publicFile },
		request: {
			...ingest,
			body: {
				media_ingest: {
					phone_number_id: number.id,
					source: publicFile,
					delivery: 'meta_media',
				},
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			phoneNumber,
			fileUrl: publicFile,
			uploadAs: 'meta_resumable_asset',
			options: { ingestedName: 'header.jpg', ingestedType: 'image/jpeg' },
		},
		request: {
			...ingest,
			body: {
				media_ingest: {
					phone_number_id: number.id,
					source: publicFile,
					delivery: 'meta_resumable_asset',
					filename: 'header.jpg',
					mime_type: 'image/jpeg',
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no number', parameters: { fileUrl: publicFile }, message: /^'Phone Number' is empty$/ },
	{ name: 'no URL', parameters: { phoneNumber }, message: /^'File URL' is empty$/ },
	{
		name: 'a page about the file',
		parameters: { phoneNumber, fileUrl: 'https://drive.google.com/file/d/1/view' },
		message: /^'File URL' leads to a page about the file, not to the file itself$/,
	},
];
