import { z } from 'zod';
import { healthStatus } from '../../account/healthStatus';
import { kapsoEndpoint, type KapsoCall } from './endpoint';
import { filtered } from './filters';
import { numberOf } from './lookup';
import { iso } from './messageJson';
import { numberJson } from './numberJson';
import { numberedPage } from './paging';
import { read } from './read';
import type { ConnectedNumber } from './state';
import { reportToProject } from './webhooks/projectEvents';

const path = '/whatsapp/phone_numbers/:phone';

export const listPhoneNumbers = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/whatsapp/phone_numbers',
	handle({ kapso, query }) {
		const numbers = filtered(kapso.numbers(), query, {
			phone_number_id: ({ phoneNumber }, value) => phoneNumber.id === value,
			business_account_id: ({ phoneNumber }, value) => phoneNumber.wabaId === value,
			customer_id: ({ customerId }, value) => customerId === value,
			name_contains: ({ name }, value) => name.toLowerCase().includes(value.toLowerCase()),
		});
		const page = numberedPage(numbers, query);
		return { ...page, data: page.data.map(numberJson) };
	},
});

export const getPhoneNumber = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle: (call) => ({ data: numberJson(numberOf(call)) }),
});

const changes = z.object({
	whatsapp_phone_number: z
		.object({
			name: z.string().min(1),
			inbound_processing_enabled: z.boolean(),
			calls_enabled: z.boolean(),
			customer_id: z.string().nullable(),
		})
		.partial(),
});

/** Which fields can be changed is not documented in full. */
export const updatePhoneNumber = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path,
	handle(call) {
		const number = numberOf(call);
		const given = read(changes, call.body).whatsapp_phone_number;
		number.name = given.name ?? number.name;
		number.inboundProcessing = given.inbound_processing_enabled ?? number.inboundProcessing;
		number.calls = given.calls_enabled ?? number.calls;
		if (given.customer_id !== undefined) number.customerId = given.customer_id ?? undefined;
		return { data: numberJson(number) };
	},
});

/** Takes it out of the project. Meta keeps it. */
export const deletePhoneNumber = kapsoEndpoint({
	method: 'DELETE',
	api: 'platform',
	path,
	status: 204,
	handle(call) {
		const { phoneNumber, customerId } = numberOf(call);
		call.kapso.remove(phoneNumber.id);
		reportToProject(call.simulator, 'whatsapp.phone_number.deleted', {
			phoneNumberId: phoneNumber.id,
			customerId,
		});
		return undefined;
	},
});

/**
 * Not under `data`.
 *
 * @see https://docs.kapso.ai/api/platform/v1/phone-numbers/check-phone-health
 */
export const getHealth = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/health`,
	handle: (call) => healthOf(call, numberOf(call)),
});

function healthOf({ simulator }: KapsoCall, { phoneNumber, createdAt }: ConnectedNumber) {
	const messaging = healthStatus(simulator.state, phoneNumber);
	const canSend = messaging.can_send_message === 'AVAILABLE';
	const { registered } = phoneNumber;
	return {
		status: !registered ? 'unhealthy' : canSend ? 'healthy' : 'degraded',
		timestamp: iso(Date.now()),
		checks: {
			phone_number_access: {
				passed: registered,
				details: {
					verified_name: phoneNumber.verifiedName,
					display_phone_number: phoneNumber.displayPhoneNumber,
					quality_rating: 'GREEN',
					status: registered ? 'CONNECTED' : 'DISCONNECTED',
					throughput_tier: 'STANDARD',
					id: phoneNumber.id,
				},
			},
			token_validity: { passed: true },
			messaging_health: {
				passed: canSend,
				overall_status: messaging.can_send_message,
				details: messaging,
			},
			webhook_subscription: { passed: true, details: { subscribed: true } },
			webhook_verified: { passed: true, details: { verified_at: iso(createdAt) } },
		},
	};
}
