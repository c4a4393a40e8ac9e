import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;
const replyTo = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';
const metaHeadquarters = {
	latitude: '37.758056',
	longitude: '-122.425332',
	options: { name: 'META HQ', address: '1 Hacker Way, Menlo Park, CA 94025' },
};
const metaHeadquartersContent = {
	latitude: 37.758056,
	longitude: -122.425332,
	name: 'META HQ',
	address: '1 Hacker Way, Menlo Park, CA 94025',
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to: '+16505551234', latitude: '0', longitude: '180' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'location',
				location: { latitude: 0, longitude: 180 },
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			to: '+16505551234',
			latitude: ' 37.44216251868683 ',
			longitude: '-122.16153582049394',
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			options: {
				name: 'Lucky Shrub',
				address: '1 Lucky Shrub Way, Menlo Park, CA 94025',
				replyToMessageId: replyTo,
				callbackData: 'visit-12',
				omittedKeys: [],
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				context: { message_id: replyTo },
				biz_opaque_callback_data: 'visit-12',
				type: 'location',
				location: {
					latitude: 37.44216251868683,
					longitude: -122.16153582049394,
					name: 'Lucky Shrub',
					address: '1 Lucky Shrub Way, Menlo Park, CA 94025',
				},
			},
		},
	},
	{
		name: 'example: location',
		example: 'Send Location Message',
		parameters: { to: '+16505551234', ...metaHeadquarters },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'location',
				location: metaHeadquartersContent,
			},
		},
	},
	{
		name: 'example: reply',
		example: 'Send Reply to Location Message',
		parameters: {
			to: '+16505551234',
			...metaHeadquarters,
			options: { ...metaHeadquarters.options, replyToMessageId: replyTo },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				context: { message_id: replyTo },
				type: 'location',
				location: metaHeadquartersContent,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing latitude',
		parameters: { to: '+16505551234', latitude: '', longitude: '1' },
		message: /'Latitude' is empty/,
	},
	{
		name: 'a latitude out of range',
		parameters: { to: '+16505551234', latitude: '90.1', longitude: '1' },
		message: /'Latitude' is out of range/,
	},
	{
		name: 'a longitude out of range',
		parameters: { to: '+16505551234', latitude: '1', longitude: '-180.5' },
		message: /'Longitude' is out of range/,
	},
	{
		name: 'a decimal comma',
		parameters: { to: '+16505551234', latitude: '37,75', longitude: '1' },
		message: /'Latitude' is not a number/,
	},
];
