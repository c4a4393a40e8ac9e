import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { metaSample } from '../../../webhooks/sample';
import { kapsoEndpoint, type KapsoCall } from '../endpoint';
import { filtered } from '../filters';
import { known, numberOf } from '../lookup';
import { numberedPage } from '../paging';
import { read } from '../read';
import { invalid } from '../refusal';
import { outgoing } from './deliver';
import { payloadOf } from './payload';
import { sampleBody, sampleEvent } from './sample';
import {
	changedWebhook,
	checkWebhook,
	projectEvents,
	webhookInput,
	webhookJson,
	type KapsoWebhook,
	type WebhookInput,
} from './webhook';

const ofNumber = '/whatsapp/phone_numbers/:phone/webhooks';
const ofProject = '/whatsapp/webhooks';

const createBody = z.object({ whatsapp_webhook: webhookInput.partial().required({ url: true }) });
const updateBody = z.object({ whatsapp_webhook: webhookInput.partial() });

/** @see https://docs.kapso.ai/api/platform/v1/webhooks/create-webhook */
export const createOfNumber = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: ofNumber,
	status: 201,
	handle: (call) => create(call, numberOf(call).phoneNumber.id),
});

/**
 * With `phone_number_id`, it is one of the number.
 *
 * @see https://docs.kapso.ai/api/platform/v1/webhooks/create-project-webhook
 */
export const createOfProject = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: ofProject,
	status: 201,
	handle(call) {
		const id = read(createBody, call.body).whatsapp_webhook.phone_number_id ?? undefined;
		if (id !== undefined) known(call.kapso.number(id), 'Phone number');
		return create(call, id);
	},
});

export const listOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: ofNumber,
	handle: (call) => list(call, numberOf(call).phoneNumber.id),
});

/**
 * Those of the project and of all its numbers, or, with `phone_number_id`, those of the number.
 *
 * @see https://docs.kapso.ai/api/platform/v1/webhooks/list-project-webhooks
 */
export const listOfProject = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: ofProject,
	handle: (call) => list(call, call.query.get('phone_number_id') ?? undefined),
});

export const getOfNumber = getAt(ofNumber);
export const getOfProject = getAt(ofProject);
export const updateOfNumber = updateAt(ofNumber);
export const updateOfProject = updateAt(ofProject);
export const deleteOfNumber = deleteAt(ofNumber);
export const deleteOfProject = deleteAt(ofProject);

function getAt(base: string) {
	return kapsoEndpoint({
		method: 'GET',
		api: 'platform',
		path: `${base}/:id`,
		handle: (call) => ({ data: webhookJson(webhookOf(call), call.kapso) }),
	});
}

function updateAt(base: string) {
	return kapsoEndpoint({
		method: 'PATCH',
		api: 'platform',
		path: `${base}/:id`,
		handle(call) {
			const { kapso, body } = call;
			const webhook = webhookOf(call);
			const changed = changedWebhook(webhook, read(updateBody, body).whatsapp_webhook);
			checkWebhook(changed, kapso);
			Object.assign(webhook, changed);
			return { data: webhookJson(webhook, kapso) };
		},
	});
}

function deleteAt(base: string) {
	return kapsoEndpoint({
		method: 'DELETE',
		api: 'platform',
		path: `${base}/:id`,
		status: 204,
		handle(call) {
			const webhook = webhookOf(call);
			call.kapso.webhooks = call.kapso.webhooks.filter((other) => other !== webhook);
			return undefined;
		},
	});
}

/** Sends a made-up event once. What the response says is not documented. */
export const test = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${ofProject}/:id/test`,
	async handle(call) {
		const { simulator, query } = call;
		const webhook = webhookOf(call);
		const event = query.get('event_type') ?? webhook.events[0] ?? 'whatsapp.message.received';
		const isOfProject = (projectEvents as readonly string[]).includes(event);
		if (webhook.kind === 'kapso' && isOfProject !== (webhook.phoneNumberId === undefined)) {
			throw invalid(`Event type '${event}' is not one of this webhook`);
		}
		const body =
			webhook.kind === 'meta'
				? metaSample('messages')
				: isOfProject
					? sampleBody(simulator, event)
					: payloadOf(simulator, webhook, sampleEvent(simulator, webhook, event));
		const sent = await simulator.webhooks.sendOnce(
			outgoing(simulator, webhook, { event, body }),
			'test, sent once',
		);
		const status = sent.attempts[0]?.status;
		return { data: { success: status === 200, status: status ?? null } };
	},
});

function create({ kapso, body }: KapsoCall, phoneNumberId: string | undefined) {
	const given: WebhookInput = read(createBody, body).whatsapp_webhook;
	const at = Date.now();
	const webhook = changedWebhook(
		{
			id: randomUUID(),
			phoneNumberId,
			url: '',
			kind: 'kapso',
			events: [],
			active: true,
			secretKey: randomBytes(32).toString('hex'),
			headers: {},
			bufferEnabled: false,
			bufferWindowSeconds: 5,
			maxBufferSize: 50,
			bufferEvents: [],
			inactivityMinutes: 60,
			payloadVersion: 'v2',
			createdAt: at,
			updatedAt: at,
		},
		given,
	);
	checkWebhook(webhook, kapso);
	kapso.webhooks.push(webhook);
	return { data: webhookJson(webhook, kapso) };
}

function list({ kapso, query }: KapsoCall, phoneNumberId: string | undefined) {
	const webhooks = filtered(
		kapso.webhooks
			.filter((webhook) => phoneNumberId === undefined || webhook.phoneNumberId === phoneNumberId)
			.reverse(),
		query,
		{
			kind: ({ kind }, value) => kind === value,
			active: ({ active }, value) => String(active) === value,
			url_contains: ({ url }, value) => url.includes(value),
			created_after: ({ createdAt }, value) => createdAt >= Date.parse(value),
			created_before: ({ createdAt }, value) => createdAt <= Date.parse(value),
		},
	);
	const page = numberedPage(webhooks, query);
	return { ...page, data: page.data.map((webhook) => webhookJson(webhook, kapso)) };
}

/** Below a number, only its own are found. */
function webhookOf({ kapso, params }: KapsoCall): KapsoWebhook {
	return known(
		kapso.webhooks.find(
			({ id, phoneNumberId }) =>
				id === params.id && (params.phone === undefined || params.phone === phoneNumberId),
		),
		'Webhook',
	);
}
