import { flows } from './flows/seeds';
import { templateGroup } from './templates/group';
import { templates } from './templates/seeds';

/**
 * The simulated business: its app, WABA, numbers, catalog and Flows.
 * Tests, the demo and the end-to-end run read these values instead of copying them.
 */
export const business = {
	app: {
		id: '670843887433847',
		name: 'Simulated App',
		secret: 'simulator-app-secret-0123456789abcdef',
	},
	/** The only valid user token. Any other gets Meta's error 190. */
	accessToken: 'EAASIMULATORTOKEN00000000000000000000000000',
	/** A token that gets error 190, subcode 463 (expired). */
	expiredAccessToken: 'EAASIMULATOREXPIRED000000000000000000000000',
	/** The token of a customer's business, which Embedded Signup gives. It works like the user token. */
	customerToken: 'EAASIMULATORCUSTOMER00000000000000000000000',
	/** Codes of Embedded Signup. Each can be exchanged once. */
	signupCodes: [
		'AQBSIMULATORCODE0000000000000000000000001',
		'AQBSIMULATORCODE0000000000000000000000002',
	],
	/** Kapso's key of the project that has all numbers. */
	kapsoApiKey: 'kapso-simulator-api-key-0123456789abcdef',
	/** 360dialog's key of the first number. */
	dialog360ApiKey: 'D360SimulatorApiKey0123456789AK',
	/** The server of the On-Premises API, which has the first number. */
	onPremises: {
		/** An administrator. */
		username: 'admin',
		password: 'Simulator-1234',
		/** Another one, whose first log-in must set a password. */
		newAdministrator: { username: 'newadmin', password: 'secret' },
		/** Never ends, as the token of Turn.io. */
		token: 'turn-simulator-token-0123456789abcdef',
		/** Signs the webhooks of Turn.io. */
		hookSecret: 'turn-simulator-hook-secret-0123456789',
	},
	user: { id: '122093411942000001', name: 'Simulated System User' },
	portfolio: {
		id: '506914307656634',
		/** Who can be assigned to an account. The first two are. */
		users: [
			{ id: '1972385232742142', name: 'Anna Flex' },
			{ id: '1972385232752545', name: 'Jasper Brown' },
			{ id: '1972555232742222', name: 'My System User' },
		],
		/** An account that a customer shares with the portfolio. */
		sharedWaba: {
			id: '112077945305052',
			name: 'Cool New Customer',
			currency: 'EUR',
			timezoneId: '7',
			messageTemplateNamespace: '93d3e793_8a4f_49c4_b903_fd72aac80f71',
			flows: [
				{ id: '594425479261701', name: 'appointment-booking' },
				{ id: '594425479261702', name: 'survey_draft' },
			],
		},
	},
	waba: {
		id: '102290129340398',
		name: 'Lucky Shrub',
		currency: 'EUR',
		timezoneId: '1',
		messageTemplateNamespace: '58e6d318_b627_4112_b9c7_2961197553ea',
	},
	/** Another account of the same business, from which templates can be copied. The token does not list it. */
	sourceWaba: { id: '104996122399160' },
	phoneNumbers: [
		{
			id: '106540352242922',
			displayPhoneNumber: '+1 555-078-3881',
			verifiedName: 'Lucky Shrub',
		},
		{
			id: '106540352242923',
			displayPhoneNumber: '+1 555-078-3882',
			verifiedName: 'Lucky Shrub Support',
		},
	],
	catalog: {
		id: '146265584024623',
		name: 'Lucky Shrub Plants',
		productRetailerIds: ['2lc20305pt', 'nqryix03ez', 'flxa9b2z8t', 'kx7u1m4q0w'],
	},
	flows,
	/** One for each template feature and one for each status; see templates/seeds.ts. */
	templates,
	templateGroup,
	/** An image uploaded for the first number. */
	media: {
		id: '1037543291543636',
		mimeType: 'image/png',
		fileName: 'plant.png',
		base64:
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPQqzUCAAG6AN7Eir+IAAAAAElFTkSuQmCC',
	},
	paymentConfiguration: 'simulated-payment-config',
	/** A payment configuration without payments. */
	upiConfiguration: 'simulated-upi-config',
	/** Reference IDs of orders that were paid with the payment configuration. */
	paidOrders: ['order-4711', 'order-4712'],
	/** The PIN of every number, and the code that verifies it. */
	pin: '123456',
	verificationCode: '654321',
	/** A QR code of the first number. */
	qrCode: { code: '4O4YGZEG3RIVE1', prefilledMessage: 'Cyber Monday' },
	usernames: {
		/** The first number's, and one that it has requested. */
		current: 'lucky.shrub',
		requested: 'luckyshrub_plants',
		/** For the portfolio. */
		reserved: ['luckyshrub', 'lucky_shrub'],
		/** What Meta refuses. */
		taken: 'plants',
		onFacebookPage: 'luckyshrub_page',
		onInstagram: 'luckyshrub_insta',
	},
	/** What each number sent before the simulator started. */
	pastMessageIds: [
		'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNEQTA2RjdGMEY4RTRGAA==',
		'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNEQTA2RjdGMEY4RTJHAA==',
	],
	/** A user the first number has blocked. */
	blockedUser: { waId: '16505559876' },
	/** Another company's app that is also subscribed to the WABA. */
	partnerApp: { id: '670843887433848', name: 'Simulated Partner App' },
	/** A callback URL that counts as verified without a call. */
	verifiedCallbackUrl: 'https://webhooks.example.com/whatsapp',
	group: {
		id: 'Y2FwaV9ncm91cDoxNTU1MDc4Mzg4MToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
		subject: 'Plant lovers',
		/** Pending join requests. */
		joinRequests: [
			{ id: 'MTY1MDU1NTAxMDE6MTIwMzYzNDA0Njk0MjMzODIw', waId: '16505550101' },
			{ id: 'MTY1MDU1NTAxMDI6MTIwMzYzNDA0Njk0MjMzODIw', waId: '16505550102' },
		],
	},
	/** Calls that come in, one at each number. */
	calls: [
		{
			id: 'wacid.HBgMNDQ3NzAwOTAwMTIzFQIAEhggMkQ1QjE',
			phoneNumberId: '106540352242922',
			waId: '447700900123',
		},
		{
			id: 'wacid.HBgMNDQ3NzAwOTAwMTIzFQIAEhggMkQ1QjI',
			phoneNumberId: '106540352242923',
			waId: '447700900123',
		},
	],
	/** Who may be called from which number, for 7 days. */
	callPermissions: [
		{ waId: '16505551234', phoneNumberId: '106540352242922' },
		{ waId: '16505551234', phoneNumberId: '106540352242923' },
	],
	/** Customers with an open 24-hour window when the simulator starts. */
	customers: [
		{
			waId: '16505551234',
			userId: 'US.13491208655302741918',
			username: 'pablo',
			profileName: 'Pablo Morales',
		},
		{
			waId: '447700900123',
			userId: 'GB.13491208655302741919',
			username: 'ada',
			profileName: 'Ada Byron',
		},
	],
} as const;
