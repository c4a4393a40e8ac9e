import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId, templatesPath as path } from './ids';

const metas = (name: string) => `POST /{WABA-ID}/message_templates › ${name}`;
const named = { templateName: 'new_template', languageCode: 'en_US' };
const hello = { ...named, bodyText: 'Your order is on its way.' };
const marketing = { ...hello, category: 'MARKETING' };
const examples = (...values: string[]) => ({
	example: values.map((example) => ({ example })),
});
const buttons = (...button: object[]) => ({ button }) as { button: [] };
const quickReply = { buttonType: 'quickReply', buttonText: 'Yes' };
const url = { buttonType: 'url', buttonText: 'Shop', url: 'https://example.com' };
const handle =
	'4::aW1hZ2UvanBlZw==:ARYpf5zqqUjggwGfsZOJ2_o26Zs8ntcO2mss2vKpFb8P_IvskL043YXKpehYTD7IxqEB7t-uZcIzOTxOFRavEcN_tZLZXG2WXsdB';
const handleHeader = (headerType: string) => ({
	header: { headerType, sampleSource: 'handle', headerHandle: handle },
});
const withExample = (format: string) => ({
	type: 'HEADER',
	format,
	example: { header_handle: [handle] },
});
const authentication = { ...named, category: 'AUTHENTICATION' };
const app = { packageName: 'com.example.luckyshrub', signatureHash: 'K8a/AINcGX7' };
const flow = business.flows[0];

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: hello,
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [{ type: 'BODY', text: 'Your order is on its way.' }],
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			templateName: 'autumn_offer_2026',
			languageCode: 'en_GB',
			category: 'MARKETING',
			bodyText: 'Hi {{first_name}}! Use code {{code}} to get 25% off.',
			bodyExamples: {
				example: [
					{ example: 'Pablo', variableName: 'first_name' },
					{ example: 'AUTUMN25', variableName: 'code' },
				],
			},
			header: handleHeader('image'),
			buttons: buttons(
				{ buttonType: 'couponCode', couponCodeExample: 'AUTUMN25' },
				{
					buttonType: 'url',
					buttonText: 'Book now',
					url: 'https://www.luckyshrub.com/offers?code={{1}}',
					urlExample: 'https://www.luckyshrub.com/offers?code=n3mtql',
				},
				{ buttonType: 'phoneNumber', buttonText: 'Call us', phoneNumber: '+1 555 078 3881' },
				quickReply,
			),
			options: {
				allowCategoryChange: true,
				degreesOfFreedomSpec:
					'{ "creative_features_spec": { "image_touchups": { "enroll_status": "OPT_IN" } } }',
				limitedTimeOffer: { offer: { text: 'Expiring offer!', hasExpiration: true } },
				linkTrackingOptedOut: false,
				maxPrice: 87_000,
				messageSendTtlSeconds: 86_400,
				wabaId: byId(business.waba.id),
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'autumn_offer_2026',
				language: 'en_GB',
				category: 'MARKETING',
				message_send_ttl_seconds: 86_400,
				cta_url_link_tracking_opted_out: false,
				degrees_of_freedom_spec: {
					creative_features_spec: { image_touchups: { enroll_status: 'OPT_IN' } },
				},
				optimization_spec: { bid_amount: 87_000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
				parameter_format: 'NAMED',
				components: [
					withExample('IMAGE'),
					{
						type: 'LIMITED_TIME_OFFER',
						limited_time_offer: { text: 'Expiring offer!', has_expiration: true },
					},
					{
						type: 'BODY',
						text: 'Hi {{first_name}}! Use code {{code}} to get 25% off.',
						example: {
							body_text_named_params: [
								{ param_name: 'first_name', example: 'Pablo' },
								{ param_name: 'code', example: 'AUTUMN25' },
							],
						},
					},
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'COPY_CODE', example: 'AUTUMN25' },
							{
								type: 'URL',
								text: 'Book now',
								url: 'https://www.luckyshrub.com/offers?code={{1}}',
								example: ['https://www.luckyshrub.com/offers?code=n3mtql'],
							},
							{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550783881' },
							{ type: 'QUICK_REPLY', text: 'Yes' },
						],
					},
				],
			},
		},
	},
	{
		name: 'header text with a named variable',
		parameters: {
			...hello,
			header: {
				header: {
					headerType: 'text',
					headerText: 'Order {{order_number}}',
					headerExample: '860198',
				},
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				parameter_format: 'NAMED',
				components: [
					{
						type: 'HEADER',
						format: 'TEXT',
						text: 'Order {{order_number}}',
						example: {
							header_text_named_params: [{ param_name: 'order_number', example: '860198' }],
						},
					},
					{ type: 'BODY', text: 'Your order is on its way.' },
				],
			},
		},
	},
	...(['video', 'document', 'gif'] as const).map((type): RequestCase => ({
		name: `${type} header`,
		parameters: { ...hello, header: handleHeader(type) },
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					withExample(type.toUpperCase()),
					{ type: 'BODY', text: 'Your order is on its way.' },
				],
			},
		},
	})),
	{
		name: 'image header with the sample from a binary file',
		parameters: { ...hello, header: { header: { headerType: 'image' } } },
		binary: { data: files.jpeg },
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					{
						type: 'HEADER',
						format: 'IMAGE',
						example: { header_handle: ["<handle of the binary 'data'>"] },
					},
					{ type: 'BODY', text: 'Your order is on its way.' },
				],
			},
		},
	},
	{
		name: 'product header with the button for it',
		parameters: {
			...marketing,
			header: { header: { headerType: 'product' } },
			buttons: buttons({ buttonType: 'singleProduct', buttonText: 'View' }),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'HEADER', format: 'PRODUCT' },
					{ type: 'BODY', text: 'Your order is on its way.' },
					{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
				],
			},
		},
	},
	...(
		[
			['catalog', { type: 'CATALOG', text: 'View' }],
			['voiceCall', { type: 'VOICE_CALL', text: 'View' }],
			['requestContactInfo', { type: 'REQUEST_CONTACT_INFO' }],
		] as const
	).map(([buttonType, button]): RequestCase => ({
		name: `button: ${buttonType}`,
		parameters: { ...marketing, buttons: buttons({ buttonType, buttonText: 'View' }) },
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{ type: 'BUTTONS', buttons: [button] },
				],
			},
		},
	})),
	{
		name: 'button: order details, with how the order is shown',
		parameters: {
			...hello,
			buttons: buttons({ buttonType: 'orderDetails', buttonText: 'Review and pay' }),
			options: { subCategory: 'ORDER_DETAILS' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				sub_category: 'ORDER_DETAILS',
				display_format: 'ORDER_DETAILS',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and pay' }] },
				],
			},
		},
	},
	{
		name: 'button: order details of a template that says so',
		parameters: {
			...marketing,
			buttons: buttons({ buttonType: 'orderDetails', buttonText: 'Review and pay' }),
			options: { orderTemplate: 'orderDetails' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				display_format: 'ORDER_DETAILS',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and pay' }] },
				],
			},
		},
	},
	{
		name: 'checkout button, which has no display format',
		parameters: {
			...marketing,
			header: handleHeader('image'),
			buttons: buttons({ buttonType: 'orderDetails', buttonText: 'Buy now' }, quickReply),
			options: { orderTemplate: 'checkout' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					withExample('IMAGE'),
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'ORDER_DETAILS', text: 'Buy now' },
							{ type: 'QUICK_REPLY', text: 'Yes' },
						],
					},
				],
			},
		},
	},
	...[{}, { orderTemplate: 'checkout' }].map((options) => ({
		name: `checkout buttons on carousel cards, options ${JSON.stringify(options)}`,
		parameters: {
			...marketing,
			cards: {
				card: ['Aloe', 'Agave'].map((plant) => ({
					header: handleHeader('image'),
					bodyText: `${plant}, back in stock.`,
					buttons: buttons({ buttonType: 'orderDetails', buttonText: 'Buy now' }),
				})),
			},
			options,
		},
		request: {
			method: 'POST' as const,
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'CAROUSEL',
						cards: ['Aloe', 'Agave'].map((plant) => ({
							components: [
								withExample('IMAGE'),
								{ type: 'BODY', text: `${plant}, back in stock.` },
								{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Buy now' }] },
							],
						})),
					},
				],
			},
		},
	})),
	{
		name: 'JSON with a button for orders, to which nothing is added',
		parameters: {
			...named,
			category: 'MARKETING',
			specifyContent: 'json',
			components:
				'[{"type":"body","text":"Hi"},{"type":"buttons","buttons":[{"type":"order_details","text":"Buy now"}]}]',
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'body', text: 'Hi' },
					{ type: 'buttons', buttons: [{ type: 'order_details', text: 'Buy now' }] },
				],
			},
		},
	},
	{
		name: 'button: payment requests of all kinds',
		parameters: {
			...hello,
			buttons: buttons(
				{
					buttonType: 'boleto',
					digitableLine: '03399026944140000002628346101018898510000008848',
				},
				{
					buttonType: 'pixCode',
					pixCode: '00020101021226700014br.gov.bcb.pix2548pix.example.com',
				},
				{ buttonType: 'paymentLink', paymentUrl: 'https://my-payment-link-url' },
			),
			options: { subCategory: 'CUSTOM' },
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				sub_category: 'CUSTOM',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'PAYMENT_REQUEST',
								text: 'Copy Boleto code',
								payment_setting: {
									type: 'boleto',
									boleto: {
										digitable_line: '03399026944140000002628346101018898510000008848',
									},
								},
							},
							{
								type: 'PAYMENT_REQUEST',
								text: 'Copy Pix code',
								payment_setting: {
									type: 'pix_dynamic_code',
									pix_dynamic_code: {
										code: '00020101021226700014br.gov.bcb.pix2548pix.example.com',
									},
								},
							},
							{
								type: 'PAYMENT_REQUEST',
								text: 'Open payment link',
								payment_setting: {
									type: 'payment_link',
									payment_link: { uri: 'https://my-payment-link-url' },
								},
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'button: URL that opens an Android app',
		parameters: {
			...marketing,
			buttons: buttons({
				...url,
				urlOptions: {
					appDeepLink: {
						link: {
							androidDeepLink: 'luckyshrub://deals/summer/',
							androidFallbackUrl: 'https://www.luckyshrub.com/deals/summer/',
							metaAppId: '634974688087057',
						},
					},
				},
			}),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'URL',
								text: 'Shop',
								url: 'https://example.com',
								app_deep_link: {
									meta_app_id: 634974688087057,
									android_deep_link: 'luckyshrub://deals/summer/',
									android_fallback_playstore_url: 'https://www.luckyshrub.com/deals/summer/',
								},
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'button: URL of a payment link with a preview',
		parameters: {
			...hello,
			buttons: buttons({
				buttonType: 'url',
				buttonText: 'Pay now',
				url: 'https://rzp.io/i/{{1}}',
				urlExample: 'https://rzp.io/i/abc123XYZ',
				urlOptions: { paymentLinkPreview: true },
			}),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'URL',
								text: 'Pay now',
								url: 'https://rzp.io/i/{{1}}',
								example: ['https://rzp.io/i/abc123XYZ'],
								payment_link_preview: true,
							},
						],
					},
				],
			},
		},
	},
	...[
		'See example.com/terms_of_use',
		'order_no_1 shipped',
		'*T&C apply',
		'5 * 3 * 2',
		'~',
		'_a b',
	].map((text) => ({
		name: `characters that format nothing: ${text}`,
		parameters: {
			...hello,
			header: { header: { headerType: 'text', headerText: text } },
			footerText: text,
		},
		request: {
			method: 'POST' as const,
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					{ type: 'HEADER', format: 'TEXT', text },
					{ type: 'BODY', text: 'Your order is on its way.' },
					{ type: 'FOOTER', text },
				],
			},
		},
	})),
	{
		name: 'button: Flow with data exchange and an icon',
		parameters: {
			...hello,
			buttons: buttons({
				buttonType: 'flow',
				buttonText: 'Book',
				flow: byId(flow.id),
				flowAction: 'data_exchange',
				flowIcon: 'REVIEW',
			}),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'FLOW',
								text: 'Book',
								flow_id: flow.id,
								flow_action: 'data_exchange',
								icon: 'REVIEW',
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'call permission request',
		parameters: { ...hello, options: { callPermissionRequest: true } },
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{ type: 'CALL_PERMISSION_REQUEST' },
				],
			},
		},
	},
	{
		name: 'carousel',
		parameters: {
			...marketing,
			cards: {
				card: ['Aloe', 'Agave'].map((plant) => ({
					header: handleHeader('image'),
					bodyText: `${plant}, only {{1}}.`,
					bodyExamples: examples('€9.99'),
					buttons: buttons(quickReply, url),
				})),
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'CAROUSEL',
						cards: ['Aloe', 'Agave'].map((plant) => ({
							components: [
								withExample('IMAGE'),
								{
									type: 'BODY',
									text: `${plant}, only {{1}}.`,
									example: { body_text: [['€9.99']] },
								},
								{
									type: 'BUTTONS',
									buttons: [
										{ type: 'QUICK_REPLY', text: 'Yes' },
										{ type: 'URL', text: 'Shop', url: 'https://example.com' },
									],
								},
							],
						})),
					},
				],
			},
		},
	},
	{
		name: 'carousel of products',
		parameters: {
			...marketing,
			cards: {
				card: [1, 2].map(() => ({
					header: { header: { headerType: 'product' } },
					buttons: buttons({ buttonType: 'singleProduct', buttonText: 'View' }),
				})),
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'BODY', text: 'Your order is on its way.' },
					{
						type: 'CAROUSEL',
						cards: [1, 2].map(() => ({
							components: [
								{ type: 'HEADER', format: 'PRODUCT' },
								{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
							],
						})),
					},
				],
			},
		},
	},
	{
		name: 'authentication with one tap',
		parameters: {
			...authentication,
			otpType: 'ONE_TAP',
			supportedApps: { app: [app, { ...app, packageName: 'com.example.luckyshrub.beta' }] },
			options: {
				autofillText: 'Fill in',
				codeExpirationMinutes: 5,
				copyCodeText: 'Copy',
				securityRecommendation: false,
				messageSendTtlSeconds: 300,
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'AUTHENTICATION',
				message_send_ttl_seconds: 300,
				components: [
					{ type: 'BODY', add_security_recommendation: false },
					{ type: 'FOOTER', code_expiration_minutes: 5 },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'OTP',
								otp_type: 'ONE_TAP',
								text: 'Copy',
								autofill_text: 'Fill in',
								supported_apps: [
									{ package_name: 'com.example.luckyshrub', signature_hash: 'K8a/AINcGX7' },
									{ package_name: 'com.example.luckyshrub.beta', signature_hash: 'K8a/AINcGX7' },
								],
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'authentication without a tap',
		parameters: {
			...authentication,
			otpType: 'ZERO_TAP',
			supportedApps: { app: [app] },
			zeroTapTermsAccepted: true,
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'OTP',
								otp_type: 'ZERO_TAP',
								zero_tap_terms_accepted: true,
								supported_apps: [
									{ package_name: 'com.example.luckyshrub', signature_hash: 'K8a/AINcGX7' },
								],
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'JSON with named variables',
		parameters: {
			...named,
			specifyContent: 'json',
			components:
				'[{ "type": "body", "text": "Hi {{first_name}}, welcome.", "example": { "body_text_named_params": [{ "param_name": "first_name", "example": "Pablo" }] } }]',
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				parameter_format: 'NAMED',
				components: [
					{
						type: 'body',
						text: 'Hi {{first_name}}, welcome.',
						example: {
							body_text_named_params: [{ param_name: 'first_name', example: 'Pablo' }],
						},
					},
				],
			},
		},
	},
	{
		name: 'from the template library',
		parameters: {
			...named,
			specifyContent: 'library',
			libraryTemplateName: 'delivery_update_1',
			libraryButtonInputs:
				'[{ "type": "URL", "url": { "base_url": "https://www.example.com/{{1}}", "url_suffix_example": "https://www.example.com/demo" } }]',
			libraryBodyInputs: '{ "add_track_package_link": true }',
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_template',
				language: 'en_US',
				category: 'UTILITY',
				library_template_name: 'delivery_update_1',
				library_template_button_inputs: [
					{
						type: 'URL',
						url: {
							base_url: 'https://www.example.com/{{1}}',
							url_suffix_example: 'https://www.example.com/demo',
						},
					},
				],
				library_template_body_inputs: { add_track_package_link: true },
			},
		},
	},
	{
		name: 'example: copy code',
		example: metas('Create authentication template w/ OTP copy code button'),
		parameters: {
			templateName: 'authentication_code_copy_code_button',
			languageCode: 'en_US',
			category: 'AUTHENTICATION',
			options: {
				securityRecommendation: true,
				codeExpirationMinutes: 10,
				copyCodeText: 'Copy Code',
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'authentication_code_copy_code_button',
				language: 'en_US',
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 10 },
					{
						type: 'BUTTONS',
						buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy Code' }],
					},
				],
			},
		},
	},
	{
		name: 'example: text header and quick replies',
		example: metas(
			'Create template w/ text header, text body, text footer, and 2 quick reply buttons',
		),
		parameters: {
			templateName: 'seasonal_promotion_text_only',
			languageCode: 'en',
			category: 'MARKETING',
			header: {
				header: {
					headerType: 'text',
					headerText: 'Our {{1}} is on!',
					headerExample: 'Summer Sale',
				},
			},
			bodyText: 'Shop now through {{1}} and use code {{2}} to get {{3}} off of all merchandise.',
			bodyExamples: examples('the end of August', '25OFF', '25%'),
			footerText: 'Use the buttons below to manage your subscriptions',
			buttons: buttons(
				{ buttonType: 'quickReply', buttonText: 'Unsubscribe from Promos' },
				{ buttonType: 'quickReply', buttonText: 'Unsubscribe from All' },
			),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'seasonal_promotion_text_only',
				language: 'en',
				category: 'MARKETING',
				components: [
					{
						type: 'HEADER',
						format: 'TEXT',
						text: 'Our {{1}} is on!',
						example: { header_text: ['Summer Sale'] },
					},
					{
						type: 'BODY',
						text: 'Shop now through {{1}} and use code {{2}} to get {{3}} off of all merchandise.',
						example: { body_text: [['the end of August', '25OFF', '25%']] },
					},
					{ type: 'FOOTER', text: 'Use the buttons below to manage your subscriptions' },
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'QUICK_REPLY', text: 'Unsubscribe from Promos' },
							{ type: 'QUICK_REPLY', text: 'Unsubscribe from All' },
						],
					},
				],
			},
		},
	},
	{
		name: 'example: image header and call-to-action buttons',
		example: metas(
			'Create template w/ image header, text body, text footer, and 2 call-to-action buttons',
		),
		parameters: {
			templateName: 'limited_time_offer_tuscan_getaway_2023',
			languageCode: 'en_US',
			category: 'MARKETING',
			header: handleHeader('image'),
			bodyText: 'Hi {{1}}! For a limited time you get our {{2}} for as low as {{3}}. Tap below.',
			bodyExamples: examples('Mark', 'Tuscan Getaway package', '800'),
			footerText: 'Offer valid until May 31, 2023',
			buttons: buttons(
				{ buttonType: 'phoneNumber', buttonText: 'Call', phoneNumber: '16467043595' },
				{
					buttonType: 'url',
					buttonText: 'Shop Now',
					url: 'https://example.com/shop?promo={{1}}',
					urlExample: 'summer2023',
				},
			),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'limited_time_offer_tuscan_getaway_2023',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					withExample('IMAGE'),
					{
						type: 'BODY',
						text: 'Hi {{1}}! For a limited time you get our {{2}} for as low as {{3}}. Tap below.',
						example: { body_text: [['Mark', 'Tuscan Getaway package', '800']] },
					},
					{ type: 'FOOTER', text: 'Offer valid until May 31, 2023' },
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+16467043595' },
							{
								type: 'URL',
								text: 'Shop Now',
								url: 'https://example.com/shop?promo={{1}}',
								example: ['summer2023'],
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'example: document header',
		example: metas(
			'Create template w/ document header, text body, a phone number button, and a URL button',
		),
		parameters: {
			templateName: 'order_confirmation_2023',
			languageCode: 'en_US',
			category: 'UTILITY',
			header: handleHeader('document'),
			bodyText: 'Thank you for your order, {{1}}! Your order number is {{2}}. Thanks again!',
			bodyExamples: examples('Mark', '860198-230332'),
			buttons: buttons(
				{ buttonType: 'phoneNumber', buttonText: 'Call', phoneNumber: '16467043595' },
				{ ...url, buttonText: 'Contact Support', url: 'https://www.examplesite.com/support' },
			),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'order_confirmation_2023',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					withExample('DOCUMENT'),
					{
						type: 'BODY',
						text: 'Thank you for your order, {{1}}! Your order number is {{2}}. Thanks again!',
						example: { body_text: [['Mark', '860198-230332']] },
					},
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+16467043595' },
							{
								type: 'URL',
								text: 'Contact Support',
								url: 'https://www.examplesite.com/support',
							},
						],
					},
				],
			},
		},
	},
	{
		name: 'example: location header',
		example: metas(
			'Create template w/ location header, text body, text footer, and a website buttons',
		),
		parameters: {
			templateName: 'order_delivery_update',
			languageCode: 'en_US',
			category: 'UTILITY',
			header: { header: { headerType: 'location' } },
			bodyText: 'Good news {{1}}! Your order #{{2}} is on its way to the location above.',
			bodyExamples: examples('Mark', '566701'),
			footerText: 'To stop receiving delivery updates, tap the button below.',
			buttons: buttons({ buttonType: 'quickReply', buttonText: 'Stop Delivery Updates' }),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'order_delivery_update',
				language: 'en_US',
				category: 'UTILITY',
				components: [
					{ type: 'HEADER', format: 'LOCATION' },
					{
						type: 'BODY',
						text: 'Good news {{1}}! Your order #{{2}} is on its way to the location above.',
						example: { body_text: [['Mark', '566701']] },
					},
					{ type: 'FOOTER', text: 'To stop receiving delivery updates, tap the button below.' },
					{
						type: 'BUTTONS',
						buttons: [{ type: 'QUICK_REPLY', text: 'Stop Delivery Updates' }],
					},
				],
			},
		},
	},
	{
		name: 'example: multi-product message',
		example: metas('Create multi-product message template'),
		parameters: {
			templateName: 'abandoned_cart_2023',
			languageCode: 'en_US',
			category: 'MARKETING',
			header: {
				header: {
					headerType: 'text',
					headerText: 'Forget something {{1}}?',
					headerExample: 'Pablo',
				},
			},
			bodyText: 'You left some items in your cart! Use code {{1}} to get 10% off of all of them!',
			bodyExamples: examples('10OFF'),
			buttons: buttons({ buttonType: 'multiProduct', buttonText: 'View items' }),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'abandoned_cart_2023',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{
						type: 'HEADER',
						format: 'TEXT',
						text: 'Forget something {{1}}?',
						example: { header_text: ['Pablo'] },
					},
					{
						type: 'BODY',
						text: 'You left some items in your cart! Use code {{1}} to get 10% off of all of them!',
						example: { body_text: [['10OFF']] },
					},
					{ type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] },
				],
			},
		},
	},
	...(
		[
			['ID', { flow: byId(flow.id) }, { flow_id: flow.id }],
			['Name', { flow: { __rl: true, mode: 'name', value: flow.name } }, { flow_name: flow.name }],
			[
				'Flow JSON',
				{ flowSource: 'json', flowJson: '{ "version": "5.0", "screens": [] }' },
				{ flow_json: '{"version":"5.0","screens":[]}' },
			],
		] as const
	).map(([kind, parameters, sent]): RequestCase => ({
		name: `example: Flow by ${kind}`,
		example: metas(`Create Flow Template Message by ${kind}`),
		parameters: {
			templateName: 'new_offer',
			languageCode: 'en_US',
			category: 'MARKETING',
			bodyText: 'Check out this new offer',
			buttons: buttons({
				buttonType: 'flow',
				buttonText: 'Check out this offer!',
				...parameters,
				firstScreen: 'APPOINTMENT',
			}),
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'new_offer',
				language: 'en_US',
				category: 'MARKETING',
				components: [
					{ type: 'BODY', text: 'Check out this new offer' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'FLOW',
								text: 'Check out this offer!',
								...sent,
								flow_action: 'navigate',
								navigate_screen: 'APPOINTMENT',
							},
						],
					},
				],
			},
		},
	})),
];

const refuse = (
	name: string,
	parameters: RejectedCase['parameters'],
	message: RegExp,
	binary?: RejectedCase['binary'],
): RejectedCase => ({ name, parameters: { ...hello, ...parameters }, message, binary });
const header = (values: object) => ({ header: { header: values } }) as RejectedCase['parameters'];
const headerText = (text: string, headerExample = '') =>
	header({ headerType: 'text', headerText: text, headerExample });
const cards = (...card: object[]) =>
	({ category: 'MARKETING', cards: { card } }) as unknown as RejectedCase['parameters'];
const offer = { limitedTimeOffer: { offer: { text: 'Expiring offer!', hasExpiration: true } } };

export const rejected: RejectedCase[] = [
	refuse('no name', { templateName: '' }, /'Template Name' is empty/),
	refuse(
		'capitals in the name',
		{ templateName: 'Offer' },
		/'Template Name' is not a valid template name/,
	),
	refuse(
		'a name too long',
		{ templateName: 'x'.repeat(513) },
		/'Template Name' is not a valid template name/,
	),
	refuse(
		'no language code',
		{ languageCode: 'English' },
		/'Language Code' is not a valid language code/,
	),
	refuse('no body', { bodyText: '' }, /'Body Text' is empty/),
	refuse('a body too long', { bodyText: 'x'.repeat(1025) }, /'Body Text' has 1025 characters/),
	refuse(
		'a variable at the beginning',
		{ bodyText: '{{1}} is here.', bodyExamples: examples('Pablo') },
		/'Body Text' begins or ends with a variable/,
	),
	refuse(
		'a variable at the end',
		{ bodyText: 'Here is {{1}} ', bodyExamples: examples('Pablo') },
		/'Body Text' begins or ends with a variable/,
	),
	refuse(
		'a gap in the numbers',
		{ bodyText: 'Hi {{1}}, {{3}} is here.' },
		/'Body Text' has no variable \{\{2\}\}/,
	),
	refuse(
		'numbers that begin with 2',
		{ bodyText: 'Hi {{2}}, here.' },
		/'Body Text' has no variable \{\{1\}\}/,
	),
	refuse(
		'numbers and names',
		{ bodyText: 'Hi {{1}}, {{name}} is here.' },
		/'Body Text' has both numbered and named variables/,
	),
	refuse(
		'a name with a space',
		{ bodyText: 'Hi {{first name}}, hello.' },
		/'Body Text' has an invalid variable/,
	),
	refuse(
		'braces that are not closed',
		{ bodyText: 'Hi {{1}, hello.' },
		/'Body Text' has an invalid variable/,
	),
	refuse(
		'no example',
		{ bodyText: 'Hi {{1}}, hello.' },
		/'Body Examples' has 0 examples, but the body has 1 variable/,
	),
	refuse(
		'one example too many',
		{ bodyExamples: examples('Pablo') },
		/'Body Examples' has 1 example, but the body has 0 variables/,
	),
	refuse(
		'an example without a name',
		{ bodyText: 'Hi {{first_name}}, hello.', bodyExamples: examples('Pablo') },
		/'Body Example 1 → Variable Name' is empty/,
	),
	refuse(
		'an example for another name',
		{
			bodyText: 'Hi {{first_name}}, hello.',
			bodyExamples: { example: [{ example: 'Pablo', variableName: 'name' }] },
		},
		/'Body Example 1 → Variable Name' is not a variable of the body/,
	),
	refuse(
		'two examples for one name',
		{
			bodyText: 'Hi {{first_name}} and {{last_name}}, hello.',
			bodyExamples: {
				example: [
					{ example: 'Pablo', variableName: 'first_name' },
					{ example: 'Ada', variableName: 'first_name' },
				],
			},
		},
		/'Body Example 2 → Variable Name' is the same/,
	),
	refuse('a header too long', headerText('x'.repeat(61)), /'Header Text' has 61 characters/),
	refuse('two variables in the header', headerText('{{1}} and {{2}}'), /'Header Text' has 2/),
	refuse('a header with an emoji', headerText('Sale 🎉'), /'Header Text' has a line break/),
	refuse('a header with formatting', headerText('*Sale*'), /'Header Text' has a line break/),
	refuse('no header example', headerText('Our {{1}}!'), /'Header Example' is empty/),
	refuse('a header example without a variable', headerText('Sale', 'x'), /'Header Example' is set/),
	refuse(
		'numbers in the header, names in the body',
		{
			...headerText('Order {{1}}', '860198'),
			bodyText: 'Hi {{first_name}}, hello.',
			bodyExamples: { example: [{ example: 'Pablo', variableName: 'first_name' }] },
		},
		/'Body Text' and the header mix numbered and named variables/,
	),
	refuse(
		'no header handle',
		header({ headerType: 'image', sampleSource: 'handle' }),
		/'Header Handle' is empty/,
	),
	refuse(
		'a sample of a wrong type',
		header({ headerType: 'document' }),
		/'Input Binary Field' contains a file of the type image\/png/,
		{ data: files.png },
	),
	refuse('a footer too long', { footerText: 'x'.repeat(61) }, /'Footer Text' has 61 characters/),
	refuse('a variable in the footer', { footerText: 'Hi {{1}}' }, /'Footer Text' has a variable/),
	refuse('a footer of two lines', { footerText: 'a\nb' }, /'Footer Text' has a line break/),
	...['*Bold* move', 'All _new_', '_all new_', '(~old~)', '`code`', 'Hi 🌻', '*a* b_c'].map(
		(text) =>
			refuse(
				`a footer with formatting or an emoji: ${text}`,
				{ footerText: text },
				/^'Footer Text' has a line break, an emoji or formatting$/,
			),
	),
	refuse(
		'a formatted variable in the header',
		headerText('Order *{{1}}*', '860198'),
		/^'Header Text' has a line break, an emoji or formatting$/,
	),
	refuse(
		'an order template without a button for it',
		{ options: { orderTemplate: 'orderDetails' } },
		/^'Order Template' is set, but the template has no button 'Order Details'$/,
	),
	refuse(
		'a maximum price for a utility template',
		{ options: { maxPrice: 5000 } },
		/^'Max Price per 1,000 Deliveries' is set, but the template is not a marketing template$/,
	),
	refuse(
		'a maximum price of nothing',
		{ category: 'MARKETING', options: { maxPrice: 0 } },
		/^'Max Price per 1,000 Deliveries' is out of range$/,
	),
	refuse(
		'a deep link without an app',
		{
			buttons: buttons({
				...url,
				urlOptions: {
					appDeepLink: {
						link: { androidDeepLink: 'shrub://', androidFallbackUrl: 'https://example.com' },
					},
				},
			}),
		},
		/^'Button 1 → Meta App ID' is empty$/,
	),
	refuse(
		'two buttons for Pix',
		{
			buttons: buttons(
				{ buttonType: 'pixCode', pixCode: '0002' },
				{ buttonType: 'pixCode', pixCode: '0003' },
			),
		},
		/^'Button 2 → Button Type' is 'Pix \(Brazil\)' more often than allowed/,
	),
	refuse(
		'a boleto without its code',
		{ buttons: buttons({ buttonType: 'boleto' }) },
		/^'Button 1 → Digitable Line Example' is empty/,
	),
	refuse(
		'eleven buttons',
		{ buttons: buttons(...Array.from({ length: 11 }, () => quickReply)) },
		/'Buttons' has 11 entries/,
	),
	refuse(
		'quick replies around another button',
		{ buttons: buttons(quickReply, url, quickReply) },
		/'Buttons' mixes quick replies with other buttons/,
	),
	refuse(
		'a quick reply between other buttons',
		{ buttons: buttons(url, quickReply, url) },
		/'Buttons' mixes quick replies with other buttons/,
	),
	refuse(
		'three URL buttons',
		{ buttons: buttons(url, url, url) },
		/'Button 3 → Button Type' is 'URL' more often than allowed/,
	),
	refuse(
		'a catalog button beside another',
		{ buttons: buttons(url, { buttonType: 'catalog', buttonText: 'View' }) },
		/'Button 2 → Button Type' is 'Catalog', which must be the only button/,
	),
	refuse(
		'no button text',
		{ buttons: buttons({ buttonType: 'quickReply' }) },
		/'Button 1 → Button Text' is empty/,
	),
	refuse(
		'a button text too long',
		{ buttons: buttons({ ...quickReply, buttonText: 'x'.repeat(26) }) },
		/'Button 1 → Button Text' has 26 characters/,
	),
	refuse(
		'a URL variable in the middle',
		{ buttons: buttons({ ...url, url: 'https://example.com/{{1}}/shop', urlExample: 'x' }) },
		/'Button 1 → URL' has a variable that is not at its end/,
	),
	refuse(
		'two URL variables',
		{ buttons: buttons({ ...url, url: 'https://example.com/{{1}}{{2}}', urlExample: 'x' }) },
		/'Button 1 → URL' has a variable that is not at its end/,
	),
	refuse(
		'a URL variable without example',
		{ buttons: buttons({ ...url, url: 'https://example.com/{{1}}' }) },
		/'Button 1 → URL Example' is empty/,
	),
	refuse(
		'a URL example without variable',
		{ buttons: buttons({ ...url, urlExample: 'x' }) },
		/'Button 1 → URL Example' is set/,
	),
	refuse(
		'a URL too long',
		{ buttons: buttons({ ...url, url: `https://example.com/${'x'.repeat(1981)}` }) },
		/'Button 1 → URL' has 2001 characters/,
	),
	refuse(
		'a phone number without country code',
		{
			buttons: buttons({
				buttonType: 'phoneNumber',
				buttonText: 'Call',
				phoneNumber: '0171 123456',
			}),
		},
		/'Button 1 → Phone Number' has no country code/,
	),
	refuse(
		'a coupon code too long',
		{ buttons: buttons({ buttonType: 'couponCode', couponCodeExample: 'x'.repeat(21) }) },
		/'Button 1 → Coupon Code Example' has 21 characters/,
	),
	refuse(
		'a Flow button without Flow',
		{ buttons: buttons({ buttonType: 'flow', buttonText: 'Book' }) },
		/'Button 1 → Flow' is empty/,
	),
	refuse(
		'a call permission request beside a button',
		{ buttons: buttons(quickReply), options: { callPermissionRequest: true } },
		/'Call Permission Request' is on, but the template has buttons or cards/,
	),
	refuse(
		'an offer in a utility template',
		{ options: offer },
		/'Limited-Time Offer' is set, but the template is not a marketing template/,
	),
	refuse(
		'an offer with a footer',
		{ category: 'MARKETING', footerText: 'Bye', options: offer },
		/'Footer Text' is set, but the template has a limited-time offer/,
	),
	refuse(
		'an offer below a text',
		{ category: 'MARKETING', ...headerText('Sale'), options: offer },
		/'Header' is not an image or video/,
	),
	refuse(
		'an offer with a long body',
		{ category: 'MARKETING', bodyText: 'x'.repeat(601), options: offer },
		/'Body Text' has 601 characters/,
	),
	refuse(
		'an offer text too long',
		{
			category: 'MARKETING',
			options: { limitedTimeOffer: { offer: { text: 'x'.repeat(17) } } },
		},
		/'Offer Text' has 17 characters/,
	),
	refuse(
		'cards in a utility template',
		{ ...cards({ header: handleHeader('image') }), category: 'UTILITY' },
		/'Carousel Cards' is set, but the template is not a marketing template/,
	),
	refuse(
		'cards and a footer',
		{ ...cards({ header: handleHeader('image') }), footerText: 'Bye' },
		/'Footer Text' is set, but the template has carousel cards/,
	),
	refuse('a card without header', cards({}), /'Card 1 → Header' is empty/),
	refuse(
		'cards that differ',
		cards(
			{ header: handleHeader('image') },
			{ header: handleHeader('image'), buttons: buttons(quickReply) },
		),
		/'Card 2 → Header' and the parts below it differ from the first card/,
	),
	refuse(
		'a card with a long body',
		cards({ header: handleHeader('image'), bodyText: 'x'.repeat(161) }),
		/'Card 1 → Body Text' has 161 characters/,
	),
	refuse(
		'a card with three buttons',
		cards({ header: handleHeader('image'), buttons: buttons(quickReply, quickReply, quickReply) }),
		/'Card 1 → Buttons' has 3 entries/,
	),
	refuse(
		'eleven cards',
		cards(...Array.from({ length: 11 }, () => ({ header: handleHeader('image') }))),
		/'Carousel Cards' has 11 entries/,
	),
	refuse(
		'one tap without an app',
		{ category: 'AUTHENTICATION', otpType: 'ONE_TAP' },
		/'Android Apps' is empty/,
	),
	refuse(
		'a package name of one part',
		{
			category: 'AUTHENTICATION',
			otpType: 'ONE_TAP',
			supportedApps: { app: [{ ...app, packageName: 'luckyshrub' }] },
		},
		/'App 1 → Package Name' has the wrong format/,
	),
	refuse(
		'a signature hash that is too short',
		{
			category: 'AUTHENTICATION',
			otpType: 'ONE_TAP',
			supportedApps: { app: [{ ...app, signatureHash: 'K8a' }] },
		},
		/'App 1 → Signature Hash' has the wrong format/,
	),
	refuse(
		'zero tap without its terms',
		{ category: 'AUTHENTICATION', otpType: 'ZERO_TAP', supportedApps: { app: [app] } },
		/'Accept Zero-Tap Terms' is off/,
	),
	refuse(
		'a code valid for two hours',
		{ category: 'AUTHENTICATION', options: { codeExpirationMinutes: 120 } },
		/'Code Expiration \(Minutes\)' is out of range/,
	),
	refuse(
		'a lifetime of another category',
		{ options: { messageSendTtlSeconds: 86_400 } },
		/'Message Lifetime \(Seconds\)' is out of range/,
	),
	refuse(
		'a lifetime of 30 days for marketing, written as -1',
		{ category: 'MARKETING', options: { messageSendTtlSeconds: -1 } },
		/'Message Lifetime \(Seconds\)' is out of range/,
	),
	refuse('JSON without components', { specifyContent: 'json' }, /'Components' is empty/),
	refuse(
		'JSON that is not a list',
		{ specifyContent: 'json', components: '{}' },
		/'Components' is not a JSON list/,
	),
	refuse(
		'a library template without its name',
		{ specifyContent: 'library' },
		/'Library Template Name' is empty/,
	),
];
