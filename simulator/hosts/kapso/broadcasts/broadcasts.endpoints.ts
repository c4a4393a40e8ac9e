import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from '../endpoint';
import { filtered } from '../filters';
import { known } from '../lookup';
import { numberedPage } from '../paging';
import { read } from '../read';
import { invalid } from '../refusal';
import { broadcastJson, recipientJson, type Broadcast } from './broadcast';
import { problemWith, startSending, startWhenDue } from './sending';

const path = '/whatsapp/broadcasts';
const maximumRecipients = 1000;

export const listBroadcasts = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle({ simulator, kapso, query }) {
		const broadcasts = filtered([...kapso.broadcasts].reverse(), query, {
			status: ({ status }, value) => status === value,
			phone_number_id: ({ phoneNumberId }, value) => phoneNumberId === value,
		});
		const page = numberedPage(broadcasts, query);
		return { ...page, data: page.data.map((broadcast) => broadcastJson(simulator, broadcast)) };
	},
});

const createSchema = z.object({
	whatsapp_broadcast: z.object({
		name: z.string().min(1),
		phone_number_id: z.string(),
		/** Whether it is Kapso's own ID or Meta's is not documented: clients send Meta's. */
		whatsapp_template_id: z.string(),
	}),
});

export const createBroadcast = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle({ simulator, kapso, body }) {
		const given = read(createSchema, body).whatsapp_broadcast;
		if (!kapso.number(given.phone_number_id)) throw invalid('Phone number must exist');
		const template = simulator.state.templates.find(({ id }) => id === given.whatsapp_template_id);
		if (!template) throw invalid('Whatsapp template must exist');
		if (template.status !== 'APPROVED') throw invalid('Whatsapp template must be approved');
		const at = Date.now();
		const broadcast: Broadcast = {
			id: randomUUID(),
			name: given.name,
			phoneNumberId: given.phone_number_id,
			templateId: template.id,
			status: 'draft',
			createdAt: at,
			updatedAt: at,
			recipients: [],
		};
		kapso.broadcasts.push(broadcast);
		return { data: broadcastJson(simulator, broadcast) };
	},
});

export const getBroadcast = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id`,
	handle: (call) => ({ data: broadcastJson(call.simulator, broadcastOf(call)) }),
});

export const listRecipients = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id/recipients`,
	handle(call) {
		const page = numberedPage(broadcastOf(call).recipients, call.query);
		return { ...page, data: page.data.map((one) => recipientJson(call.simulator, one)) };
	},
});

const recipientsSchema = z.object({
	whatsapp_broadcast: z.object({
		recipients: z
			.array(z.object({ phone_number: z.string(), components: z.array(z.unknown()).default([]) }))
			.min(1)
			.max(maximumRecipients),
	}),
});

/**
 * Adds those who can be sent to, and says why for each of the others.
 *
 * @see https://docs.kapso.ai/api/platform/v1/broadcasts/add-recipients
 */
export const addRecipients = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/recipients`,
	handle(call) {
		const broadcast = broadcastOf(call);
		checkStatus(broadcast, 'draft', 'scheduled');
		const given = read(recipientsSchema, call.body).whatsapp_broadcast.recipients;
		const template = call.simulator.state.templates.find(({ id }) => id === broadcast.templateId);
		const errors: string[] = [];
		let added = 0;
		let duplicates = 0;
		for (const [index, { phone_number, components }] of given.entries()) {
			const waId = phone_number.replace(/^\+/, '');
			const recipient = { id: randomUUID(), waId, components, addedAt: Date.now() };
			const problem = !/^\d{5,20}$/.test(waId)
				? 'invalid phone number format'
				: template && problemWith(recipient, template);
			if (problem !== undefined) {
				errors.push(`Recipient ${index + 1}: ${problem}`);
			} else if (broadcast.recipients.some((other) => other.waId === waId)) {
				duplicates += 1;
			} else {
				broadcast.recipients.push(recipient);
				added += 1;
			}
		}
		broadcast.updatedAt = Date.now();
		return { data: { added, duplicates, errors } };
	},
});

export const sendBroadcast = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/send`,
	handle(call) {
		const broadcast = broadcastOf(call);
		checkStatus(broadcast, 'draft', 'scheduled');
		if (broadcast.recipients.length === 0) throw invalid('Broadcast has no recipients');
		startSending(call.simulator, broadcast);
		return { data: broadcastJson(call.simulator, broadcast) };
	},
});

const scheduleSchema = z.object({ scheduled_at: z.iso.datetime({ offset: true }) });

/** @see https://docs.kapso.ai/api/platform/v1/broadcasts/schedule-broadcast */
export const scheduleBroadcast = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/schedule`,
	handle(call) {
		const broadcast = broadcastOf(call);
		checkStatus(broadcast, 'draft');
		if (broadcast.recipients.length === 0) throw invalid('Broadcast has no recipients');
		const { scheduled_at } = read(scheduleSchema, call.body);
		broadcast.scheduledAt = Date.parse(scheduled_at);
		if (broadcast.scheduledAt <= Date.now()) throw invalid('scheduled_at must be in the future');
		broadcast.status = 'scheduled';
		broadcast.updatedAt = Date.now();
		startWhenDue(call.simulator, broadcast);
		return { data: broadcastJson(call.simulator, broadcast) };
	},
});

/** Back to a draft. */
export const cancelBroadcast = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/cancel`,
	handle(call) {
		const broadcast = broadcastOf(call);
		checkStatus(broadcast, 'scheduled');
		broadcast.status = 'draft';
		broadcast.scheduledAt = undefined;
		return { data: broadcastJson(call.simulator, broadcast) };
	},
});

/** Who was not sent to stays pending. */
export const stopBroadcast = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/stop`,
	handle(call) {
		const broadcast = broadcastOf(call);
		checkStatus(broadcast, 'sending');
		broadcast.status = 'stopped';
		return { data: broadcastJson(call.simulator, broadcast) };
	},
});

function broadcastOf({ kapso, params }: KapsoCall): Broadcast {
	return known(
		kapso.broadcasts.find(({ id }) => id === params.id),
		'Broadcast',
	);
}

/** @see https://docs.kapso.ai/docs/platform/broadcasts/overview */
function checkStatus({ status }: Broadcast, ...allowed: Array<Broadcast['status']>): void {
	if (!allowed.includes(status)) {
		throw invalid(`Broadcast is ${status}; it must be ${allowed.join(' or ')}`);
	}
}
