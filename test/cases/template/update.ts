import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templateId } from './ids';

const id = templateId('seasonal_promotion');
const path = `/${id}`;
const template = { templateId: byId(id) };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { ...template, bodyText: 'Our sale is on.' },
		request: {
			method: 'POST',
			path,
			body: { components: [{ type: 'BODY', text: 'Our sale is on.' }] },
		},
	},
	{
		name: 'fullest',
		parameters: {
			...template,
			bodyText: 'Hi {{first_name}}, our fall sale is on!',
			bodyExamples: { example: [{ example: 'Mark', variableName: 'first_name' }] },
			header: { header: { headerType: 'text', headerText: 'Fall sale' } },
			footerText: 'Tap Stop to get no more offers',
			buttons: { button: [{ buttonType: 'quickReply', buttonText: 'Stop promotions' }] },
			options: {
				category: 'MARKETING',
				maxPrice: 4000,
				messageSendTtlSeconds: 43_200,
				linkTrackingOptedOut: true,
				degreesOfFreedomSpec:
					'{ "creative_features_spec": { "image_touchups": { "enroll_status": "OPT_IN" } } }',
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				category: 'MARKETING',
				message_send_ttl_seconds: 43_200,
				cta_url_link_tracking_opted_out: true,
				degrees_of_freedom_spec: {
					creative_features_spec: { image_touchups: { enroll_status: 'OPT_IN' } },
				},
				optimization_spec: { bid_amount: 4000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
				parameter_format: 'NAMED',
				components: [
					{ type: 'HEADER', format: 'TEXT', text: 'Fall sale' },
					{
						type: 'BODY',
						text: 'Hi {{first_name}}, our fall sale is on!',
						example: {
							body_text_named_params: [{ param_name: 'first_name', example: 'Mark' }],
						},
					},
					{ type: 'FOOTER', text: 'Tap Stop to get no more offers' },
					{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
				],
			},
		},
	},
	{
		name: 'the category alone',
		parameters: { ...template, newContent: 'unchanged', options: { category: 'MARKETING' } },
		request: { method: 'POST', path, body: { category: 'MARKETING' } },
	},
	{
		name: 'authentication',
		parameters: {
			...template,
			newContent: 'authentication',
			options: { codeExpirationMinutes: 5, securityRecommendation: true },
		},
		request: {
			method: 'POST',
			path,
			body: {
				components: [
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 5 },
					{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
				],
			},
		},
	},
	{
		name: 'JSON',
		parameters: {
			...template,
			newContent: 'json',
			components: '[{ "type": "BODY", "text": "Our sale is on." }]',
		},
		request: {
			method: 'POST',
			path,
			body: { components: [{ type: 'BODY', text: 'Our sale is on.' }] },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing template', parameters: { bodyText: 'Hello' }, message: /'Template' is empty/ },
	{
		name: 'nothing to change',
		parameters: { ...template, newContent: 'unchanged' },
		message: /'New Content' is 'Unchanged'/,
	},
	{
		name: 'a body that Create rejects',
		parameters: { ...template, bodyText: '{{1}} is here' },
		message: /'Body Text' begins or ends with a variable/,
	},
	{
		name: 'a lifetime outside of every category',
		parameters: { ...template, bodyText: 'Hello', options: { messageSendTtlSeconds: 20 } },
		message: /'Message Lifetime \(Seconds\)' is out of range/,
	},
];
