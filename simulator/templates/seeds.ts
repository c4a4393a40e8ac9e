import type { Template } from './template';

type Seed = Pick<Template, 'name' | 'category' | 'components'> &
	Partial<Omit<Template, 'name' | 'category' | 'components'>>;

const sampleImage = { header_handle: ['https://scontent.whatsapp.net/v/sample.jpg'] };

/** One template for each template feature, and one for each status. */
const seeds: Seed[] = [
	{
		name: 'hello_world',
		category: 'UTILITY',
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'Hello World' },
			{
				type: 'BODY',
				text: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API.',
			},
			{ type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
		],
	},
	{
		name: 'order_confirmation',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: 'Thank you, {{1}}! Your order {{2}} over {{3}} is confirmed.',
				example: { body_text: [['Pablo', '860198-230332', '€99.99']] },
			},
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Contact support' }] },
		],
	},
	{
		name: 'order_confirmation',
		language: 'es_ES',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: '¡Gracias, {{1}}! Tu pedido {{2}} por {{3}} está confirmado.',
				example: { body_text: [['Pablo', '860198-230332', '99,99 €']] },
			},
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Contactar' }] },
		],
	},
	{
		name: 'delivery_update',
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
			{
				type: 'BODY',
				text: 'Hi {{first_name}}, your parcel comes on {{delivery_date}}.',
				example: {
					body_text_named_params: [
						{ param_name: 'first_name', example: 'Pablo' },
						{ param_name: 'delivery_date', example: 'Monday' },
					],
				},
			},
		],
	},
	{
		name: 'seasonal_promotion',
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
					{ type: 'QUICK_REPLY', text: 'Unsubscribe from promos' },
					{ type: 'QUICK_REPLY', text: 'Unsubscribe from all' },
				],
			},
		],
	},
	{
		name: 'new_arrivals_image',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'IMAGE', example: sampleImage },
			{
				type: 'BODY',
				text: 'New plants for you, {{1}}.',
				example: { body_text: [['Pablo']] },
			},
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'Shop now',
						url: 'https://www.luckyshrub.com/shop?promo={{1}}',
						example: ['https://www.luckyshrub.com/shop?promo=summer2026'],
					},
					{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550783881' },
				],
			},
		],
	},
	{
		name: 'care_guide_video',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'VIDEO', example: sampleImage },
			{ type: 'BODY', text: 'This is how to water your new plant.' },
			{
				type: 'BUTTONS',
				buttons: [{ type: 'URL', text: 'Read more', url: 'https://www.luckyshrub.com/care' }],
			},
		],
	},
	{
		name: 'invoice_document',
		category: 'UTILITY',
		components: [
			{ type: 'HEADER', format: 'DOCUMENT', example: sampleImage },
			{
				type: 'BODY',
				text: 'Your invoice over {{1}} is due on {{2}}.',
				example: { body_text: [['€99.99', 'March 1, 2026']] },
			},
		],
	},
	{
		name: 'courier_location',
		category: 'UTILITY',
		components: [
			{ type: 'HEADER', format: 'LOCATION' },
			{
				type: 'BODY',
				text: 'Good news {{1}}! Your order is on its way to this place.',
				example: { body_text: [['Pablo']] },
			},
		],
	},
	{
		name: 'coupon_code',
		category: 'MARKETING',
		components: [
			{
				type: 'BODY',
				text: 'Our sale starts {{1}}. Use the code below.',
				example: { body_text: [['today']] },
			},
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Unsubscribe' },
					{ type: 'COPY_CODE', text: 'Copy offer code', example: ['25OFF'] },
				],
			},
		],
	},
	{
		name: 'limited_time_offer',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'IMAGE', example: sampleImage },
			{
				type: 'LIMITED_TIME_OFFER',
				limited_time_offer: { text: 'Expiring offer!', has_expiration: true },
			},
			{
				type: 'BODY',
				text: 'Good news, {{1}}! Use code {{2}} to get 25% off.',
				example: { body_text: [['Pablo', 'CARIBE25']] },
			},
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'COPY_CODE', text: 'Copy offer code', example: ['CARIBE25'] },
					{
						type: 'URL',
						text: 'Book now',
						url: 'https://www.luckyshrub.com/offers?code={{1}}',
						example: ['https://www.luckyshrub.com/offers?code=n3mtql'],
					},
				],
			},
		],
	},
	{
		name: 'verification_code',
		category: 'AUTHENTICATION',
		components: [
			{
				type: 'BODY',
				text: '*{{1}}* is your verification code. For your security, do not share this code.',
				add_security_recommendation: true,
				example: { body_text: [['123456']] },
			},
			{
				type: 'FOOTER',
				text: 'This code expires in 10 minutes.',
				code_expiration_minutes: 10,
			},
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'Copy code',
						url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp{{1}}',
						example: [
							'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp123456',
						],
					},
				],
			},
		],
	},
	{
		name: 'intro_catalog_offer',
		category: 'MARKETING',
		components: [
			{
				type: 'BODY',
				text: 'Now shop for your favourite products right here on WhatsApp! Get Rs {{1}} off on all orders above {{2}}Rs! Valid for your first {{3}} orders placed on WhatsApp!',
				example: { body_text: [['100', '400', '3']] },
			},
			{ type: 'FOOTER', text: 'Best grocery deals on WhatsApp!' },
			{ type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
		],
	},
	{
		name: 'abandoned_cart',
		category: 'MARKETING',
		components: [
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Forget something, {{1}}?',
				example: { header_text: ['Pablo'] },
			},
			{
				type: 'BODY',
				text: 'Looks like you left these items in your cart. Use code {{1}} to get 10% off!',
				example: { body_text: [['10OFF']] },
			},
			{ type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] },
		],
	},
	{
		name: 'book_appointment_flow',
		category: 'UTILITY',
		components: [
			{ type: 'BODY', text: 'Choose a time for your visit to our garden centre.' },
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'FLOW',
						text: 'Book now',
						flow_id: '594425479261596',
						flow_action: 'NAVIGATE',
						navigate_screen: 'APPOINTMENT',
					},
				],
			},
		],
	},
	{
		name: 'plants_carousel',
		category: 'MARKETING',
		components: [
			{
				type: 'BODY',
				text: 'Rare succulents for sale! {{1}}, use code {{2}} to get 20% off.',
				example: { body_text: [['Pablo', '20OFF']] },
			},
			{
				type: 'CAROUSEL',
				cards: ['Aloe', 'Agave'].map((plant) => ({
					components: [
						{ type: 'HEADER', format: 'IMAGE', example: sampleImage },
						{
							type: 'BODY',
							text: `${plant}, only {{1}}.`,
							example: { body_text: [['€9.99']] },
						},
						{
							type: 'BUTTONS',
							buttons: [
								{ type: 'QUICK_REPLY', text: 'Send me more' },
								{
									type: 'URL',
									text: 'Shop',
									url: 'https://www.luckyshrub.com/plants/{{1}}',
									example: [`https://www.luckyshrub.com/plants/${plant.toLowerCase()}`],
								},
							],
						},
					],
				})),
			},
		],
	},
	{
		name: 'payment_due',
		category: 'UTILITY',
		parameter_format: 'NAMED',
		components: [
			{
				type: 'BODY',
				text: 'Please pay {{amount}} by {{due_date}}. Thank you!',
				example: {
					body_text_named_params: [
						{ param_name: 'amount', example: '€99.99' },
						{ param_name: 'due_date', example: 'March 1, 2026' },
					],
				},
			},
		],
	},
	{
		name: 'newsletter',
		category: 'MARKETING',
		components: [
			{
				type: 'BODY',
				text: 'News from the garden: {{1}} See you soon!',
				example: { body_text: [['The roses bloom.']] },
			},
		],
	},
	{
		name: 'summer_gif',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'GIF', example: sampleImage },
			{ type: 'BODY', text: 'Summer is here.' },
		],
	},
	{
		name: 'ticket_purchase',
		category: 'UTILITY',
		components: [
			{ type: 'HEADER', format: 'IMAGE', example: sampleImage },
			{
				type: 'BODY',
				text: 'Your ticket for {{1}} over {{2}} is valid on {{3}}.',
				example: { body_text: [['the plant fair', '€9.99', 'March 1, 2026']] },
			},
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Show ticket' },
					{ type: 'QUICK_REPLY', text: 'Cancel' },
				],
			},
		],
	},
	{
		name: 'shipping_confirmation',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: 'Your parcel {{1}} worth {{2}} comes on {{3}}.',
				example: { body_text: [['860198', '€99.99', 'March 1, 2026']] },
			},
		],
	},
	{
		name: 'sample_issue_resolution',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: 'Hi {{1}}, were we able to solve the issue that you had?',
				example: { body_text: [['Pablo']] },
			},
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Yes' },
					{ type: 'QUICK_REPLY', text: 'No' },
				],
			},
		],
	},
	{
		name: 'single_product',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'PRODUCT' },
			{ type: 'BODY', text: 'This one would look good on your windowsill.' },
			{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
		],
	},
	{
		name: 'product_carousel',
		category: 'MARKETING',
		components: [
			{ type: 'BODY', text: 'Two that would look good on your windowsill.' },
			{
				type: 'CAROUSEL',
				cards: [0, 1].map(() => ({
					components: [
						{ type: 'HEADER', format: 'PRODUCT' },
						{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
					],
				})),
			},
		],
	},
	{
		name: 'order_update',
		category: 'UTILITY',
		sub_category: 'ORDER_STATUS',
		components: [{ type: 'BODY', text: 'There is news about your order.' }],
	},
	{
		name: 'order_payment',
		category: 'UTILITY',
		sub_category: 'ORDER_DETAILS',
		components: [
			{ type: 'BODY', text: 'Your order is ready. Please pay to have it sent.' },
			{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and pay' }] },
		],
	},
	{
		name: 'call_us',
		category: 'UTILITY',
		components: [
			{ type: 'BODY', text: 'Questions about your order? Call us on WhatsApp.' },
			{ type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL', text: 'Call now' }] },
		],
	},
	{
		name: 'paused_promotion',
		category: 'MARKETING',
		status: 'PAUSED',
		components: [{ type: 'BODY', text: 'People tapped Block too often on this one.' }],
	},
	{
		name: 'disabled_promotion',
		category: 'MARKETING',
		status: 'DISABLED',
		components: [{ type: 'BODY', text: 'People kept tapping Block on this one.' }],
	},
	{
		name: 'pending_promotion',
		category: 'MARKETING',
		status: 'PENDING',
		components: [{ type: 'BODY', text: 'Meta has not looked at this one yet.' }],
	},
	{
		name: 'rejected_promotion',
		category: 'MARKETING',
		status: 'REJECTED',
		rejected_reason: 'PROMOTIONAL',
		components: [{ type: 'BODY', text: 'Meta did not like this one.' }],
	},
	{
		name: 'archived_promotion',
		category: 'MARKETING',
		status: 'ARCHIVED',
		components: [{ type: 'BODY', text: 'Nobody has sent this one for a year.' }],
	},
	{
		name: 'invoice_payment',
		language: 'pt_BR',
		category: 'UTILITY',
		components: [
			{ type: 'BODY', text: 'Sua fatura chegou. Escolha como pagar.' },
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'PAYMENT_REQUEST',
						text: 'Copy Boleto code',
						payment_setting: { type: 'boleto' },
					},
					{
						type: 'PAYMENT_REQUEST',
						text: 'Copy Pix code',
						payment_setting: { type: 'pix_dynamic_code' },
					},
					{
						type: 'PAYMENT_REQUEST',
						text: 'Open payment link',
						payment_setting: { type: 'payment_link' },
					},
				],
			},
		],
	},
	{
		name: 'group_invitation',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: 'Here is the link to the group you asked for: {{1}} Tap it to join.',
				example: { body_text: [['https://chat.whatsapp.com/AbCdEf']] },
			},
		],
	},
	{
		name: 'max_price_promotion',
		category: 'MARKETING',
		optimization_spec: { bid_amount: 5000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
		components: [{ type: 'BODY', text: 'Our summer plants are here.' }],
	},
	{
		name: 'auto_generated_text_e22a3ec4_7c4a_4097_ae40_56ed1e89941c',
		category: 'UTILITY',
		source: 'AUTO_GENERATED',
		components: [{ type: 'BODY', text: 'Your order has been delivered.' }],
	},
	{
		name: 'connect_your_number',
		category: 'UTILITY',
		parameter_format: 'NAMED',
		components: [
			{
				type: 'BODY',
				text: 'Hi {{first_name}}, connect your WhatsApp number here: {{setup_link}} The link is valid for 30 days.',
				example: {
					body_text_named_params: [
						{ param_name: 'first_name', example: 'Pablo' },
						{ param_name: 'setup_link', example: 'https://example.com/connect' },
					],
				},
			},
		],
	},
];

/** The templates of the simulated business. */
export const templates: readonly Template[] = seeds.map((seed, index) => ({
	id: String(1_689_556_908_129_832 + index),
	language: 'en_US',
	status: 'APPROVED',
	parameter_format: 'POSITIONAL',
	quality_score: {
		score: seed.status === 'PAUSED' || seed.status === 'DISABLED' ? 'RED' : 'GREEN',
		date: 1_767_225_600,
	},
	...seed,
}));
