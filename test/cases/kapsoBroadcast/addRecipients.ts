import { files } from '../../support/files';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const broadcast = byId(kapsoIds.broadcast);
const withValues = byId(kapsoIds.broadcastWithValues);
const to = '+1 650 555 1234';
const template = { __rl: true, mode: 'list', value: 'delivery_update|en_US' };
const request = (id: string, ...components: object[]): RequestCase['request'] => ({
	...platformCall('POST', `/whatsapp/broadcasts/${id}/recipients`),
	body: {
		whatsapp_broadcast: {
			recipients: [{ phone_number: '+16505551234', ...(components.length > 0 && { components }) }],
		},
	},
});

/** As the editor saves 'Template Values'. */
const filledIn = (value: Record<string, string>) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: Object.keys(value).map((id) => ({
		id,
		displayName: id,
		required: true,
		defaultMatch: false,
		display: true,
		type: 'string',
		canBeUsedToMatch: false,
		removed: false,
	})),
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

const named = (parameter_name: string, text: string) => ({ type: 'text', parameter_name, text });
const header = { type: 'header', parameters: [named('order_number', '860198')] };
const body = {
	type: 'body',
	parameters: [named('first_name', 'Pablo'), named('delivery_date', 'on Monday')],
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { broadcast, to },
		request: request(kapsoIds.broadcast),
	},
	{
		name: 'fullest',
		parameters: {
			broadcast: withValues,
			to,
			template,
			templateValues: filledIn({
				'Header {{order_number}}': '860198',
				'Body {{first_name}}': 'Pablo',
				'Body {{delivery_date}}': 'on\nMonday',
			}),
			options: { flattenLineBreaks: true },
		},
		request: request(kapsoIds.broadcastWithValues, header, body),
	},
	{
		name: 'with numbered variables and a button',
		parameters: {
			broadcast: withValues,
			to,
			template,
			templateValues: filledIn({
				'Body {{1}}': 'Pablo',
				'Body {{2}}': '25%',
				'Button 1 URL': 'promo-1',
			}),
		},
		request: request(
			kapsoIds.broadcastWithValues,
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: 'Pablo' },
					{ type: 'text', text: '25%' },
				],
			},
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: [{ type: 'text', text: 'promo-1' }],
			},
		),
	},
	{
		name: 'with a picture at a URL, as JSON',
		parameters: {
			broadcast: withValues,
			to,
			specifyValues: 'json',
			components:
				'[{"type":"header","parameters":[{"type":"image","image":{"link":"https://example.com/promo.jpg"}}]}]',
		},
		request: request(kapsoIds.broadcastWithValues, {
			type: 'header',
			parameters: [{ type: 'image', image: { link: 'https://example.com/promo.jpg' } }],
		}),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no broadcast', parameters: { to }, message: /^'Broadcast' is empty$/ },
	{ name: 'nobody', parameters: { broadcast }, message: /^'To' is empty$/ },
	{
		name: 'a user ID',
		parameters: { broadcast, to: 'US.13491208655302741918' },
		message: /^'To' is a user ID$/,
	},
	{
		name: 'a number that is none',
		parameters: { broadcast, to: '+1 650' },
		message: /^'To' /,
	},
	{
		name: 'a file of the item',
		parameters: {
			broadcast,
			to,
			template,
			templateValues: filledIn({ 'Header Image': 'data' }),
		},
		binary: { data: files.jpeg },
		message: /^'Specify Values' uses a binary file$/,
	},
	{
		name: 'JSON that is no list',
		parameters: { broadcast, to, specifyValues: 'json', components: '{}' },
		message: /^'Components' /,
	},
];
