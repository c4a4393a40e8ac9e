import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatedGraphErrorBody } from '../../simulator/graph/errors';
import type { SendResponse } from '../../simulator/messages/send';
import { business, startSimulator, type SimulatorSettings, type Simulator } from '../../simulator';

export const [firstNumber, secondNumber] = business.phoneNumbers;
export const [pablo, ada] = business.customers;

/** Short delays and no rate limits. */
export const quickSettings: Partial<SimulatorSettings> = {
	statusDelaysMs: { sent: 1, delivered: 5, read: 10 },
	webhookRetryDelaysMs: [5, 10, 20],
	messagesPerSecond: null,
	pairLimit: null,
};

/** Starts a simulator on a free port. */
export function start(settings: Partial<SimulatorSettings> = {}): Promise<Simulator> {
	return startSimulator({ port: 0, settings: { ...quickSettings, ...settings } });
}

/** A response. `error` is set if the call was rejected. */
export interface ApiResponse<Body = Record<string, unknown>> {
	status: number;
	body: Body;
	error: SimulatedGraphErrorBody['error'];
}

/** Calls the simulator as a client of the Graph API would. With the token `null`, sends none. */
export async function call<Body = Record<string, unknown>>(
	simulator: Simulator,
	method: string,
	path: string,
	body?: unknown,
	token: string | null = business.accessToken,
): Promise<ApiResponse<Body>> {
	const isForm = body instanceof FormData;
	const response = await fetch(`${simulator.url}${path}`, {
		method,
		headers: {
			...(token !== null && { authorization: `Bearer ${token}` }),
			...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
		},
		body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : { text };
	return { status: response.status, body: json, error: json.error };
}

/** Sends a message from the first number. */
export function send(
	simulator: Simulator,
	message: Record<string, unknown>,
): Promise<ApiResponse<SendResponse>> {
	return call(simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, {
		messaging_product: 'whatsapp',
		to: pablo.waId,
		...message,
	});
}

/** The wamid of an accepted message. */
export function idOf({ body }: ApiResponse<SendResponse>): string {
	return body.messages[0]?.id ?? '';
}

/** Sends a template from the first number. */
export function sendTemplate(
	simulator: Simulator,
	name: string,
	components: unknown[] = [],
	more: Record<string, unknown> = {},
): Promise<ApiResponse<SendResponse>> {
	const template = { name, language: { code: 'en_US' }, components };
	return send(simulator, { type: 'template', template, ...more });
}

export interface ReceivedWebhook {
	/** Path and query. */
	path: string;
	headers: IncomingHttpHeaders;
	raw: string;
	body: WebhookBody;
}

/** A message or status in a webhook. */
export type Event = Record<string, unknown>;

interface WebhookBody {
	entry: Array<{
		id: string;
		changes: Array<{
			field: string;
			value: {
				contacts?: Event[];
				messages?: Event[];
				statuses?: Event[];
			};
		}>;
	}>;
}

/** A webhook endpoint of the business. It verifies, records webhooks and responds with the given statuses. */
export class Receiver {
	static readonly verifyToken = 'a verify token/ü';
	readonly webhooks: ReceivedWebhook[] = [];
	/** HTTP statuses of the next responses. 200 if empty. */
	readonly statuses: number[] = [];
	/** Response to the verification request instead of the challenge. */
	challenge?: string;
	private readonly server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		if (request.method === 'GET') {
			const valid = url.searchParams.get('hub.verify_token') === Receiver.verifyToken;
			response
				.writeHead(valid ? 200 : 403)
				.end(this.challenge ?? url.searchParams.get('hub.challenge'));
			return;
		}
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const raw = Buffer.concat(chunks).toString();
			this.webhooks.push({
				path: request.url ?? '/',
				headers: request.headers,
				raw,
				body: JSON.parse(raw),
			});
			response.writeHead(this.statuses.shift() ?? 200).end();
		});
	});

	async start(): Promise<this> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		return this;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook`;
	}

	/** All received messages and statuses, in order. */
	get events(): Event[] {
		return this.webhooks.flatMap(({ body }) =>
			body.entry.flatMap(({ changes }) =>
				changes.flatMap(({ value }) => [...(value.messages ?? []), ...(value.statuses ?? [])]),
			),
		);
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}
}

/** Subscribes the app to webhook fields, with the receiver as its callback URL. */
export async function subscribeToFields(
	simulator: Simulator,
	receiver: Receiver,
	fields: string[],
): Promise<void> {
	const response = await call(
		simulator,
		'POST',
		`/v26.0/${business.app.id}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: receiver.url,
			verify_token: Receiver.verifyToken,
			fields: fields.join(','),
		},
		`${business.app.id}|${business.app.secret}`,
	);
	expect(response.body).toEqual({ success: true });
}

/** Subscribes the app to the WABA and to fields, and sets the receiver as override of the first number. */
export async function subscribe(
	simulator: Simulator,
	receiver: Receiver,
	fields = ['messages'],
): Promise<void> {
	await subscribeToFields(simulator, receiver, fields);
	await call(simulator, 'POST', `/v26.0/${business.waba.id}/subscribed_apps`);
	const response = await call(simulator, 'POST', `/v26.0/${firstNumber.id}`, {
		webhook_configuration: {
			override_callback_uri: receiver.url,
			verify_token: Receiver.verifyToken,
		},
	});
	expect(response).toMatchObject({ status: 200, body: { success: true } });
}
