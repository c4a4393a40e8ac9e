import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { isEmpty } from '../isEmpty';
import { limits } from '../../../shared/limits';

interface GatewayText {
	/** Parameter in the saved workflow. */
	name: string;
	/** Key of the request. */
	key: string;
	displayName: string;
	maxLength: number;
}

interface Gateway {
	name: string;
	/** Meta's name of the gateway, also the key of its fields. */
	value: string;
	texts: GatewayText[];
	/** Razorpay's notes are key-value pairs. */
	notes?: true;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
const gateways: Gateway[] = [
	{
		name: 'BillDesk',
		value: 'billdesk',
		texts: numbered(
			7,
			'Additional Info',
			'additionalInfo',
			'additional_info',
			limits.billDeskField,
		),
	},
	{
		name: 'PayU',
		value: 'payu',
		texts: numbered(4, 'User-Defined Field', 'udf', 'udf', limits.payUField),
	},
	{
		name: 'Razorpay',
		value: 'razorpay',
		texts: [
			{
				name: 'receipt',
				key: 'receipt',
				displayName: 'Receipt Number',
				maxLength: limits.razorpayReceipt,
			},
		],
		notes: true,
	},
	{
		name: 'Zaakpay',
		value: 'zaakpay',
		texts: numbered(2, 'Extra', 'extra', 'extra', limits.zaakpayField),
	},
];

function numbered(
	count: number,
	displayName: string,
	name: string,
	key: string,
	maxLength: number,
): GatewayText[] {
	return Array.from({ length: count }, (_, index) => ({
		name: `${name}${index + 1}`,
		key: `${key}${index + 1}`,
		displayName: `${displayName} ${index + 1}`,
		maxLength,
	}));
}

const notesField: INodeProperties = {
	displayName: 'Notes',
	name: 'notes',
	type: 'json',
	default: '{}',
	description: `Up to ${limits.razorpayNotes} texts of at most ${limits.razorpayNote} characters, such as { "branch": "North" }. They are returned in the payment status.`,
};

const gatewayOptions = gateways.map(({ name, value }) => ({ name, value }));

/** UPI apps, of which one can be shown first. */
const upiApps = [
	{ name: 'Amazon Pay', value: 'amazonpay' },
	{ name: 'BHIM', value: 'bhim' },
	{ name: 'CRED', value: 'cred' },
	{ name: 'Google Pay', value: 'gpay' },
	{ name: 'MobiKwik', value: 'mobikwik' },
	{ name: 'None', value: '' },
	{ name: 'Paytm', value: 'paytm' },
	{ name: 'PhonePe', value: 'phonepe' },
];

function fieldsName(gateway: Gateway): string {
	return `${gateway.value}Fields`;
}

/** The fields of the payment method 'Payment Gateway'. */
export const gatewayFields: INodeProperties[] = [
	{
		displayName: 'Gateway',
		name: 'gateway',
		type: 'options',
		options: gatewayOptions,
		default: 'razorpay',
	},
	{
		displayName: 'Gateway Configuration',
		name: 'gatewayConfiguration',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. my-razorpay',
		description: `Name of the payment configuration in WhatsApp Manager, at most ${limits.paymentConfiguration} characters`,
	},
	{
		displayName: 'Payment Options',
		name: 'paymentOptions',
		type: 'multiOptions',
		options: [
			{ name: 'UPI Apps', value: 'upi' },
			{ name: 'Web Page of the Gateway', value: 'web' },
		],
		default: [],
		description:
			'Which ways to pay to offer. By default, all of them. UPI allows at most 500,000 rupees.',
	},
	{
		displayName: 'Preferred UPI App',
		name: 'preferredUpiApp',
		type: 'options',
		options: upiApps,
		default: '',
		description: 'The UPI app to show first',
	},
	...gateways.map((gateway): INodeProperties => ({
		displayName: `${gateway.name} Fields`,
		name: fieldsName(gateway),
		type: 'collection',
		placeholder: 'Add Field',
		displayOptions: { show: { gateway: [gateway.value] } },
		default: {},
		description: 'Your texts that the gateway stores with the payment',
		options: [
			...(gateway.notes ? [notesField] : []),
			...gateway.texts.map(({ name, displayName, maxLength }): INodeProperties => ({
				displayName,
				name,
				type: 'string',
				default: '',
				description: `At most ${maxLength} characters`,
			})),
		],
	})),
];

/** @throws InputError when the configuration is missing or a field of the gateway is invalid. */
export function readGateway(method: Parameters): RequestBody {
	const type = method.choice('gateway');
	const gateway = gateways.find(({ value }) => value === type);
	const options = method.choices('paymentOptions');
	const app = method.choice('preferredUpiApp');
	return {
		type,
		configuration_name: method
			.text('gatewayConfiguration', { maxLength: limits.paymentConfiguration })
			.trim(),
		enabled_payment_options: options.length === 0 ? undefined : options,
		preferred_payment_methods: app === '' ? undefined : [{ method: app }],
		[type]: gateway && readGatewayFields(method.group(fieldsName(gateway)), gateway),
	};
}

function readGatewayFields(entry: Parameters, gateway: Gateway): RequestBody | undefined {
	const fields: RequestBody = gateway.notes ? { notes: readNotes(entry) } : {};
	for (const { name, key, maxLength } of gateway.texts) {
		fields[key] = entry.optionalText(name, { maxLength });
	}
	return isEmpty(fields) ? undefined : fields;
}

function readNotes(entry: Parameters): RequestBody | undefined {
	const notes = entry.optionalJsonObject('notes');
	if (notes === undefined) return undefined;
	const texts = Object.entries(notes).map(([key, value]) => {
		if (typeof value !== 'object') return [key, String(value)] as const;
		throw entry.error('notes', `has no text for '${key}'`, 'Enter a text for each note.');
	});
	if (texts.length > limits.razorpayNotes) {
		throw entry.error(
			'notes',
			`has ${texts.length} texts`,
			`Keep at most ${limits.razorpayNotes}.`,
		);
	}
	if (texts.some(([, text]) => text.length > limits.razorpayNote)) {
		throw entry.error(
			'notes',
			'has a text that is too long',
			`Shorten it to at most ${limits.razorpayNote} characters.`,
		);
	}
	return Object.fromEntries(texts);
}
