import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { updateFields: { templateInsights: true } },
		request: { method: 'POST', path, body: { is_enabled_for_insights: true } },
	},
	{
		name: 'fullest',
		parameters: {
			updateFields: {
				templateInsights: true,
				name: ' Lucky Shrub Plants ',
				timezoneId: ' 7 ',
				marketingOnCloudApi: false,
				optimizationsOn: ['image_touchups', 'auto_promotion_tag'],
				optimizationsOff: ['text_formatting_optimization'],
			},
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: {
			method: 'POST',
			path,
			body: {
				is_enabled_for_insights: true,
				name: 'Lucky Shrub Plants',
				timezone_id: '7',
				disable_marketing_messages_on_cloud_api: true,
				degrees_of_freedom_spec: {
					creative_features_spec: {
						image_touchups: { enroll_status: 'OPT_IN' },
						auto_promotion_tag: { enroll_status: 'OPT_IN' },
						text_formatting_optimization: { enroll_status: 'OPT_OUT' },
					},
				},
			},
		},
	},
	{
		name: 'marketing messages on Cloud API again',
		parameters: { updateFields: { marketingOnCloudApi: true } },
		request: { method: 'POST', path, body: { disable_marketing_messages_on_cloud_api: false } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'nothing to change', parameters: {}, message: /'Update Fields' is empty/ },
	{
		name: 'template insights that are to be turned off',
		parameters: { updateFields: { templateInsights: false } },
		message: /'Template Insights' cannot be turned off/,
	},
	{
		name: 'a name that is too long',
		parameters: { updateFields: { name: 'x'.repeat(101) } },
		message: /'Name' has 101 characters/,
	},
	{
		name: 'the name of a time zone',
		parameters: { updateFields: { timezoneId: 'Europe/Berlin' } },
		message: /'Time Zone ID' has the wrong format/,
	},
	{
		name: 'an optimization that is turned on and off',
		parameters: {
			updateFields: { optimizationsOn: ['image_touchups'], optimizationsOff: ['image_touchups'] },
		},
		message: /'Turn Off Optimizations' has an entry that/,
	},
];
