import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const [{ waId }] = business.customers;
const list = platformCall('GET', '/whatsapp/messages');
const ofNumber = { method: 'GET', base: 'proxy', path: `/${number.id}/messages` } as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { limit: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				conversation: byId(kapsoIds.conversation),
				direction: 'inbound',
				hasMedia: false,
				messageType: 'text',
				person: `+${waId}`,
				phoneNumber: byId(number.id),
				since: '2020-01-01',
				until: '2100-01-01T12:00:00+02:00',
			},
			simplify: false,
		},
		request: {
			...ofNumber,
			query: {
				limit: 100,
				conversation_id: kapsoIds.conversation,
				direction: 'inbound',
				since: '2019-12-31T23:00:00.000Z',
				until: '2100-01-01T10:00:00.000Z',
				fields: 'kapso(default)',
			},
		},
	},
	{
		name: 'of any time',
		parameters: {
			limit: 5,
			filters: {
				conversation: byId(kapsoIds.conversation),
				direction: 'outbound',
				hasMedia: true,
				messageStatus: 'failed',
				messageType: 'image',
				person: `+${waId}`,
				phoneNumber: byId(number.id),
			},
		},
		request: {
			...list,
			query: {
				limit: 5,
				phone_number_id: number.id,
				conversation_id: kapsoIds.conversation,
				direction: 'outbound',
				status: 'failed',
				phone_number: waId,
				message_type: 'image',
				has_media: true,
			},
		},
	},
	{
		name: 'of a person without a number',
		parameters: { filters: { person: 'US.13491208655302741918' } },
		request: {
			...list,
			query: { limit: 50, business_scoped_user_id: 'US.13491208655302741918' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a time of all numbers',
		parameters: { filters: { until: '2020-01-01' } },
		message: /'Until' needs the filter 'Phone Number'$/,
	},
	{
		name: 'a date that is none',
		parameters: { filters: { phoneNumber: byId(number.id), since: 'yesterday' } },
		message: /'Since' is not a date$/,
	},
	{
		name: 'a name beside a time',
		parameters: {
			filters: { phoneNumber: byId(number.id), since: '2020-01-01', person: 'Ada' },
		},
		message: /'Person'/,
	},
	{
		name: 'a conversation that is none of Kapso',
		parameters: { filters: { conversation: byId('1') } },
		message: /'Conversation' is not an ID of Kapso$/,
	},
	{
		name: 'an unknown type',
		parameters: { filters: { messageType: 'fax' } },
		message: /'Message Type'/,
	},
];
