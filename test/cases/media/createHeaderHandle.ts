import type { IBinaryData } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.app.id}/uploads`;
const size = ({ data }: IBinaryData) => Buffer.byteLength(data, 'base64');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		binary: { data: files.jpeg },
		request: {
			method: 'POST',
			path,
			query: { file_name: 'picture.jpg', file_length: size(files.jpeg), file_type: 'image/jpeg' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			binaryPropertyName: 'sample',
			options: { appId: ` ${business.app.id}`, fileName: 'terms.pdf' },
		},
		binary: { sample: files.pdf },
		request: {
			method: 'POST',
			path,
			query: {
				file_name: 'terms.pdf',
				file_length: size(files.pdf),
				file_type: 'application/pdf',
			},
		},
	},
	{
		name: 'a file without name and type',
		parameters: {},
		binary: { data: { data: files.mp4.data, mimeType: '' } },
		request: {
			method: 'POST',
			path,
			query: {
				file_name: 'file',
				file_length: size(files.mp4),
				file_type: "<MIME type of the binary 'data'>",
			},
		},
	},
	{
		name: 'a file that n8n keeps on disk',
		parameters: {},
		binary: { data: { id: 'filesystem:1', data: 'filesystem', mimeType: 'image/png' } },
		request: {
			method: 'POST',
			path,
			query: {
				file_name: 'file',
				file_length: "<size of the binary 'data'>",
				file_type: 'image/png',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing file',
		parameters: { binaryPropertyName: 'sample' },
		binary: { data: files.jpeg },
		message: /'Input Binary Field' names 'sample', but the item has no/,
	},
	{
		name: 'a type that cannot be a sample',
		parameters: {},
		binary: { data: files.webp },
		message: /'Input Binary Field' contains a file of the type image\/webp/,
	},
	{
		name: 'an invalid app ID',
		parameters: { options: { appId: 'My App' } },
		binary: { data: files.jpeg },
		message: /'App' is not the ID of a Meta app/,
	},
];
