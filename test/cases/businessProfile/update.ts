import type { INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first, second] = business.phoneNumbers;
const path = `/${first.id}/whatsapp_business_profile`;
const endpoint = 'POST /{Phone-Number-ID}/whatsapp_business_profile';
const handle = '4:cGljdHVyZS5wbmc=:aW1hZ2UvcG5n:ARYy';
const change = (updateFields: INodeParameters): INodeParameters => ({ updateFields });

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: `${endpoint} › minimal_profile_update`,
		parameters: change({ description: 'Plants for dry places' }),
		request: {
			method: 'POST',
			path,
			body: { messaging_product: 'whatsapp', description: 'Plants for dry places' },
		},
	},
	{
		name: 'fullest',
		example: `${endpoint} › complete_profile_update`,
		parameters: {
			updateFields: {
				about: 'Succulent specialists!',
				address: '1 Hacker Way, Menlo Park',
				description: 'We grow and sell succulents',
				email: ' plants@example.com',
				pictureBinaryProperty: 'picture',
				vertical: 'RETAIL',
				websites: 'https://www.example.com, https://shop.example.com/plants',
			},
			options: {
				appId: business.app.id,
				senderPhoneNumberId: { __rl: true, mode: 'id', value: second.id },
			},
		},
		binary: { picture: files.png },
		request: {
			method: 'POST',
			path: `/${second.id}/whatsapp_business_profile`,
			body: {
				messaging_product: 'whatsapp',
				about: 'Succulent specialists!',
				address: '1 Hacker Way, Menlo Park',
				description: 'We grow and sell succulents',
				email: 'plants@example.com',
				profile_picture_handle: "<handle of the binary 'picture'>",
				websites: ['https://www.example.com', 'https://shop.example.com/plants'],
				vertical: 'RETAIL',
			},
		},
	},
	{
		name: 'a picture by handle',
		parameters: change({ pictureHandle: ` ${handle} ` }),
		request: {
			method: 'POST',
			path,
			body: { messaging_product: 'whatsapp', profile_picture_handle: handle },
		},
	},
	{
		name: 'what can be removed is removed',
		parameters: change({ address: '', description: '', email: '', websites: '' }),
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				address: '',
				description: '',
				email: '',
				websites: [],
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'nothing to change', parameters: {}, message: /'Update Fields' is empty/ },
	{ name: 'an empty about', parameters: change({ about: '' }), message: /'About' is empty/ },
	{
		name: 'a long about',
		parameters: change({ about: 'x'.repeat(140) }),
		message: /'About' has 140 characters/,
	},
	{
		name: 'a long address',
		parameters: change({ address: 'x'.repeat(257) }),
		message: /'Address' has 257 characters/,
	},
	{
		name: 'a long description',
		parameters: change({ description: 'x'.repeat(513) }),
		message: /'Description' has 513 characters/,
	},
	{
		name: 'a long email',
		parameters: change({ email: `${'x'.repeat(128)}@example.com` }),
		message: /'Email' has 140 characters/,
	},
	{
		name: 'an email without a domain',
		parameters: change({ email: 'plants@example' }),
		message: /'Email' is not an email address/,
	},
	{
		name: 'three websites',
		parameters: change({ websites: 'https://a.example,https://b.example,https://c.example' }),
		message: /'Websites' has 3 entries/,
	},
	{
		name: 'a website without scheme',
		parameters: change({ websites: 'www.example.com' }),
		message: /'Websites' contains an invalid URL/,
	},
	{
		name: 'a long website',
		parameters: change({ websites: `https://example.com/${'x'.repeat(250)}` }),
		message: /'Websites' contains a URL of 270 characters/,
	},
	{
		name: 'a category that does not exist',
		parameters: change({ vertical: 'PLANTS' }),
		message: /'Category' has a value that does not exist/,
	},
	{
		name: 'a picture that is a video',
		parameters: change({ pictureBinaryProperty: 'data' }),
		binary: { data: files.mp4 },
		message: /'Picture Binary Field' contains a file of the type video\/mp4/,
	},
	{
		name: 'two pictures',
		parameters: change({ pictureBinaryProperty: 'data', pictureHandle: handle }),
		binary: { data: files.png },
		message: /'Picture Handle' is set, but so is a binary file/,
	},
];
