import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RequestRecord } from '../../graph/requestRecord';
import { kapsoEndpoint } from './endpoint';
import { filtered } from './filters';
import { iso } from './messageJson';
import { cursorPage } from './paging';
import { invalid } from './refusal';
import type { KapsoState, SentDelivery } from './state';
import { uuidFor } from './uuid';

const periods: Record<string, number> = { '24h': 24, '7d': 168, '30d': 720 };
const hourMs = 3_600_000;

/** IDs of the records, which have none. */
const ids = new WeakMap<object, string>();

/**
 * Calls of Kapso's APIs, the newest first.
 *
 * @see https://docs.kapso.ai/api/platform/v1/api-logs/list-api-logs
 */
export const listApiLogs = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/api_logs',
	handle({ simulator, kapso, query }) {
		const requests = simulator.state.requests
			.all()
			.filter(({ path, status }) => path.startsWith('/kapso/') && status !== 0)
			.reverse();
		const found = filtered(withPeriod(requests, query), query, {
			endpoint: ({ path }, value) => path.includes(value),
			status_code: ({ status }, value) => String(status) === value,
			errors_only: ({ status }, value) => value !== 'true' || status >= 400,
		});
		const keyId = uuidFor(kapso.projectId);
		return cursorPage(
			found.map((record) => logJson(record, keyId)),
			query,
		);
	},
});

/**
 * Deliveries to webhooks, the newest first.
 *
 * @see https://docs.kapso.ai/api/platform/v1/webhook-deliveries/list-webhook-deliveries
 */
export const listWebhookDeliveries = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/webhook_deliveries',
	handle({ kapso, query }) {
		const deliveries = kapso.deliveries
			.map((sent) => ({ ...sent, id: sent.delivery.id, at: sent.delivery.at }))
			.reverse();
		const found = filtered(withPeriod(deliveries, query), query, {
			status: ({ delivery }, value) => statusOf(delivery.state) === value,
			event: ({ event }, value) => event === value,
			webhook_id: ({ webhookId }, value) => webhookId === value,
			errors_only: ({ delivery }, value) =>
				value !== 'true' || statusOf(delivery.state) === 'failed',
		});
		const page = cursorPage(found, query);
		return { ...page, data: page.data.map((sent) => deliveryJson(kapso, sent)) };
	},
});

function logJson(record: RequestRecord, keyId: string) {
	const { at, method, path, status } = record;
	return {
		id: idOf(record),
		endpoint: path.slice('/kapso'.length),
		http_method: method,
		response_status: status,
		response_time_ms: 1,
		created_at: iso(at),
		ip_address: '127.0.0.1',
		error_message: status >= 400 ? `HTTP status ${status}` : null,
		api_key_id: keyId,
		api_key_name: 'n8n',
	};
}

/** Its status is a filter, but no field. */
function deliveryJson(kapso: KapsoState, { webhookId, event, delivery }: SentDelivery) {
	const { id, at, state, attempts, url, phoneNumberId } = delivery;
	const last = attempts.at(-1);
	const lastAt = last === undefined ? null : iso(last.at);
	return {
		id,
		event,
		attempt_count: attempts.length,
		created_at: iso(at),
		response_status: last?.status ?? null,
		delivered_at: statusOf(state) === 'delivered' ? lastAt : null,
		failed_at: statusOf(state) === 'failed' ? lastAt : null,
		last_attempt_at: lastAt,
		webhook_id: webhookId,
		webhook_url: url,
		whatsapp_config_id: kapso.number(phoneNumberId)?.internalId ?? null,
		phone_number_id: phoneNumberId ?? null,
		conversation_phone_number: numberIn(delivery.body),
	};
}

const aboutConversation = z.looseObject({
	conversation: z.looseObject({ phone_number: z.string() }),
});

function numberIn(body: unknown): string | null {
	return aboutConversation.safeParse(body).data?.conversation.phone_number ?? null;
}

function statusOf(state: string): 'pending' | 'delivered' | 'failed' {
	return state === 'pending' ? 'pending' : state === 'delivered' ? 'delivered' : 'failed';
}

function idOf(record: object): string {
	const id = ids.get(record) ?? randomUUID();
	ids.set(record, id);
	return id;
}

/** By default, of the last 24 hours. */
function withPeriod<Entry extends { at: number }>(entries: Entry[], query: URLSearchParams) {
	const hours = periods[query.get('period') ?? '24h'];
	if (hours === undefined)
		throw invalid(`period must be one of ${Object.keys(periods).join(', ')}`);
	return entries.filter(({ at }) => Date.now() - at <= hours * hourMs);
}
