import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { isEmpty } from '../../../fields/isEmpty';
import { status } from './status';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/sip */
export const sipFields: INodeProperties[] = [
	{
		displayName: 'SIP',
		name: 'sip',
		type: 'boolean',
		default: true,
		description: 'Whether calls are signalled over SIP instead of through the Call operations',
	},
	{
		displayName: 'SIP Server',
		name: 'sipServer',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add SIP Server',
		description: 'Your SIP server, which WhatsApp connects to over TLS',
		options: [
			{
				displayName: 'Server',
				name: 'server',
				values: [
					{
						displayName: 'Host Name',
						name: 'hostname',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. sip.example.com',
					},
					{
						displayName: 'Port',
						name: 'port',
						type: 'number',
						typeOptions: { minValue: 1, maxValue: 65535 },
						default: 5061,
					},
					{
						displayName: 'URI Parameters',
						name: 'requestUriParameters',
						type: 'json',
						default: '{}',
						description: 'Names and values to add to the URI of each SIP request',
					},
				],
			},
		],
	},
	{
		displayName: 'SIP Webhooks',
		name: 'sipWebhooks',
		type: 'boolean',
		default: true,
		description: 'Whether calls over SIP start the trigger, too',
	},
	{
		displayName: 'SRTP Key Exchange',
		name: 'srtpKeyExchange',
		type: 'options',
		options: [
			{ name: 'DTLS', value: 'DTLS', description: 'Standard and more secure' },
			{ name: 'SDES', value: 'SDES', description: 'Only with SIP' },
		],
		default: 'DTLS',
		description: 'How to exchange the keys of a call',
	},
];

/** @throws InputError for an invalid server. */
export function readSip(options: Parameters) {
	const enabled = options.optionalBoolean('sip');
	const webhooks = options.optionalBoolean('sipWebhooks');
	const server = options.entry('sipServer', 'server');
	const servers = server && [
		{
			hostname: server
				.text('hostname', {
					pattern: {
						regex: /^\s*[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\s*$/,
						description: "a host name without 'sip:' in front, e.g. sip.example.com",
					},
				})
				.trim(),
			port: server.number('port', { min: 1, max: 65535, integer: true }),
			request_uri_user_params: server.optionalJsonObject('requestUriParameters'),
		},
	];
	const sip = {
		status: enabled === undefined && servers === undefined ? undefined : status(enabled ?? true),
		webhook_delivery: webhooks === undefined ? undefined : status(webhooks),
		servers,
	};
	return {
		sip: isEmpty(sip) ? undefined : sip,
		srtp_key_exchange_protocol: options.optionalChoice('srtpKeyExchange'),
	};
}
