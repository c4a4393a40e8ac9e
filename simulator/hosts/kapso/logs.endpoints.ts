import { randomUUID } from 'node:crypto';
import type { RequestRecord } from '../../graph/requestRecord';
import { kapsoEndpoint } from './endpoint';
import { filtered } from './filters';
import { iso } from './messageJson';
import { cursorPage } from './paging';
import { invalid } from './refusal';

const periods: Record<string, number> = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 };
const hourMs = 3_600_000;

/** IDs of the records, which have none. */
const ids = new WeakMap<object, string>();

/** Calls of Kapso's APIs, the newest first. The names of its fields are not documented in full. */
export const listApiLogs = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/api_logs',
	handle({ simulator, query }) {
		const requests = simulator.state.requests
			.all()
			.filter(({ path, status }) => path.startsWith('/kapso/') && status !== 0)
			.map((record) => ({ id: idOf(record), record }))
			.reverse();
		const found = filtered(requests, query, {
			period: ({ record }, value) => isWithin(record.at, value),
			status: ({ record }, value) => String(record.status) === value,
			errors_only: ({ record }, value) => value !== 'true' || record.status >= 400,
		});
		const page = cursorPage(found, query);
		return { ...page, data: page.data.map(({ id, record }) => logJson(id, record)) };
	},
});

/** Deliveries to webhooks, the newest first. */
export const listWebhookDeliveries = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: '/webhook_deliveries',
	handle({ kapso, query }) {
		const deliveries = kapso.deliveries
			.map(({ webhookId, event, delivery }) => ({
				id: delivery.id,
				webhook_id: webhookId,
				event,
				status: statusOf(delivery.state),
				url: delivery.url,
				response_status: delivery.attempts.at(-1)?.status ?? null,
				error: delivery.attempts.at(-1)?.error ?? null,
				attempts: delivery.attempts.length,
				created_at: iso(delivery.at),
			}))
			.reverse();
		const found = filtered(deliveries, query, {
			period: ({ created_at }, value) => isWithin(Date.parse(created_at), value),
			status: ({ status }, value) => status === value,
			event: ({ event }, value) => event === value,
			webhook_id: ({ webhook_id }, value) => webhook_id === value,
			errors_only: ({ status }, value) => value !== 'true' || status === 'failed',
		});
		return cursorPage(found, query);
	},
});

function logJson(id: string, { at, method, path, status }: RequestRecord) {
	return { id, method, path: path.slice('/kapso'.length), status, created_at: iso(at) };
}

function statusOf(state: string): 'pending' | 'delivered' | 'failed' {
	return state === 'pending' ? 'pending' : state === 'delivered' ? 'delivered' : 'failed';
}

function idOf(record: object): string {
	const id = ids.get(record) ?? randomUUID();
	ids.set(record, id);
	return id;
}

function isWithin(at: number, period: string): boolean {
	const hours = periods[period];
	if (hours === undefined)
		throw invalid(`period must be one of ${Object.keys(periods).join(', ')}`);
	return Date.now() - at <= hours * hourMs;
}
