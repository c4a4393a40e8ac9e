import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first, second] = business.phoneNumbers;
const uploaded = "<ID of the uploaded binary 'data'>";
const fromUrl = { fileSource: 'url', fileUrl: 'https://example.com/picture.jpg' };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		binary: { data: files.jpeg },
		request: {
			method: 'POST',
			path: `/${first.id}/media`,
			body: { messaging_product: 'whatsapp', type: 'image/jpeg', file: uploaded },
		},
	},
	{
		name: 'fullest',
		parameters: {
			fileSource: 'binary',
			binaryPropertyName: 'voice',
			options: {
				senderPhoneNumberId: { __rl: true, mode: 'id', value: second.id },
				ttlMinutes: 120,
			},
		},
		binary: { voice: files.ogg },
		request: {
			method: 'POST',
			path: `/${second.id}/media`,
			body: {
				messaging_product: 'whatsapp',
				type: 'audio/ogg',
				file: "<ID of the uploaded binary 'voice'>",
				ttl_minutes: '120',
			},
		},
	},
	...Object.entries({ png: files.png, webp: files.webp, mp4: files.mp4, pdf: files.pdf }).map(
		([name, file]): RequestCase => ({
			name,
			parameters: {},
			binary: { data: file },
			request: {
				method: 'POST',
				path: `/${first.id}/media`,
				body: { messaging_product: 'whatsapp', type: file.mimeType, file: uploaded },
			},
		}),
	),
	{
		name: 'a file whose type n8n does not know',
		parameters: {},
		binary: { data: { ...files.pdf, mimeType: 'application/octet-stream' } },
		request: {
			method: 'POST',
			path: `/${first.id}/media`,
			body: {
				messaging_product: 'whatsapp',
				type: "<MIME type of the binary 'data'>",
				file: uploaded,
			},
		},
	},
	{
		name: 'from a URL',
		parameters: fromUrl,
		request: {
			method: 'POST',
			path: `/${first.id}/media`,
			body: {
				messaging_product: 'whatsapp',
				type: '<MIME type of the file at https://example.com/picture.jpg>',
				file: '<the file at https://example.com/picture.jpg>',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a file that is kept for less than an hour',
		parameters: { options: { ttlMinutes: 59 } },
		binary: { data: files.jpeg },
		message: /'Keep For \(Minutes\)' is out of range/,
	},
	{
		name: 'a missing file',
		parameters: {},
		message: /'Input Binary Field' names 'data', but the item has no/,
	},
	{
		name: 'an unsupported file type',
		parameters: {},
		binary: { data: { data: 'R0lGODlh', mimeType: 'image/gif' } },
		message: /'Input Binary Field' contains a file of the type image\/gif/,
	},
	{ name: 'a missing URL', parameters: { ...fromUrl, fileUrl: '' }, message: /'URL' is empty/ },
	{
		name: 'half a URL',
		parameters: { ...fromUrl, fileUrl: 'example.com/a.jpg' },
		message: /'URL' is not a valid URL/,
	},
	{
		name: 'a source that does not exist',
		parameters: { fileSource: 'disk' },
		message: /'File Source' has a value that does not exist/,
	},
	{
		name: 'an invalid sender ID',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 650' } } },
		binary: { data: files.jpeg },
		message: /'Sender Number' is not a phone number ID/,
	},
];
