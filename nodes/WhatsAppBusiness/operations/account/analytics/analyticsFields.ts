import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import { alphabetical } from '../../../fields/options';
import { filterFields } from './filters';
import type { AnalyticsKind } from './filters';

const granular: AnalyticsKind[] = [
	'analytics',
	'call_analytics',
	'conversation_analytics',
	'pricing_analytics',
];
const ofTemplates: AnalyticsKind[] = ['template_analytics', 'template_group_analytics'];

/** The kind of figures, the period, and the filters. */
export const analyticsFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'analyticsType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Calls',
				value: 'call_analytics',
				description: 'Calls, their cost and how long they took',
			},
			{
				name: 'Conversations',
				value: 'conversation_analytics',
				description:
					'Conversations and their cost, for the period in which WhatsApp charged per conversation',
			},
			{
				name: 'Messaging',
				value: 'analytics',
				description: 'Messages sent and delivered',
			},
			{
				name: 'Pricing',
				value: 'pricing_analytics',
				description: 'Messages delivered and their cost, by category, country and volume tier',
			},
			{
				name: 'Template Groups',
				value: 'template_group_analytics',
				description:
					'How often the templates of a group were sent, delivered, read and clicked. Turn it on once with Update.',
			},
			{
				name: 'Templates',
				value: 'template_analytics',
				description:
					'How often templates were sent, delivered, read and clicked. Turn it on once with Update.',
			},
		],
		default: 'analytics',
		description: 'Which figures to get',
	},
	{
		displayName: 'Start',
		name: 'start',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'Start of the period, up to 1 year ago; 90 days for templates',
	},
	{
		displayName: 'End',
		name: 'end',
		type: 'dateTime',
		required: true,
		default: '',
	},
	{
		displayName: 'Granularity',
		name: 'granularity',
		type: 'options',
		displayOptions: { show: { analyticsType: granular } },
		options: [
			{ name: 'Day', value: 'DAY' },
			{ name: 'Half Hour', value: 'HALF_HOUR' },
			{ name: 'Month', value: 'MONTH' },
		],
		default: 'DAY',
		description: 'Length of the interval each item covers',
	},
	{
		displayName: 'Template IDs',
		name: 'templateIds',
		type: 'string',
		required: true,
		displayOptions: { show: { analyticsType: ['template_analytics'] } },
		default: '',
		placeholder: 'e.g. 1924084211297547, 954638012257287',
		description: `IDs of the templates, separated by commas, at most ${limits.analyticsTemplates}`,
	},
	{
		displayName: 'Template Group IDs',
		name: 'templateGroupIds',
		type: 'string',
		required: true,
		displayOptions: { show: { analyticsType: ['template_group_analytics'] } },
		default: '',
		placeholder: 'e.g. 1044106240855852',
		description: `IDs of the template groups, separated by commas, at most ${limits.analyticsTemplates}`,
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: alphabetical([
			...filterFields,
			{
				displayName: 'Product Type',
				name: 'productType',
				type: 'options',
				displayOptions: { show: { '/analyticsType': ['template_analytics'] } },
				options: [
					{ name: 'Cloud API', value: 'CLOUD_API' },
					{
						name: 'Marketing Messages API',
						value: 'MARKETING_MESSAGES_API_FOR_WHATSAPP',
					},
				],
				default: 'CLOUD_API',
				description: 'Only messages sent through this API',
			},
			{
				displayName: "Use the Account's Time Zone",
				name: 'useWabaTimezone',
				type: 'boolean',
				displayOptions: { show: { '/analyticsType': ofTemplates } },
				default: true,
				description: 'Whether days begin in the time zone of the account instead of UTC',
			},
		]),
	},
];
