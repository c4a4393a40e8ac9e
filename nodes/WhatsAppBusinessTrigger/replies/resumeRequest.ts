import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

import type { IWebhookFunctions } from 'n8n-workflow';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';

import { asText } from '../../graphApi/coerce';
import { parseJson } from '../../graphApi/json';
import { pool } from '../../graphApi/pool';
import type { TokenPayload } from '../../shared/replyToken';
import type { ChatReply, ChatReplyResult } from '../../shared/chatReply';
import { signatureHeader, signatureOf } from '../../shared/signature';

/** Milliseconds. n8n answers before the workflow goes on. */
const headersTimeout = 10_000;
/** Milliseconds to wait while the execution is not yet stored as waiting: together 6 seconds. */
const storingPauses: readonly number[] = [50, 150, 300, 500, 1000, 2000, 2000];

/**
 * Hands an answer to the execution that waits for it, through the address at which n8n resumes executions,
 * in this very process: a proxy in front of n8n or a name it can't look up don't matter.
 * @returns whether the execution goes on with it.
 * @throws Error when that can't be told, because n8n can't be reached or is out of order.
 */
export async function resume(
	context: IWebhookFunctions,
	claims: TokenPayload,
	answer: ChatReply,
	appSecret: string,
	pauses = storingPauses,
): Promise<boolean> {
	const { url, host, dispatcher } = resumeTarget(context, claims);
	const body = Buffer.from(JSON.stringify(answer));
	for (const pause of [...pauses, undefined]) {
		const response = await request(url, {
			method: 'POST',
			headers: {
				host,
				'content-type': 'application/json',
				[signatureHeader]: signatureOf(body, appSecret),
			},
			body,
			dispatcher,
			headersTimeout,
		});
		const text = await response.body.text();
		if (response.statusCode >= 500) {
			throw new Error(`An answer could not be handed on: n8n answered ${response.statusCode}`);
		}
		// The execution is running: it has not stopped to wait yet, or it goes on already. A cancelled one gets the
		// same status, and only in words n8n says so.
		if (response.statusCode !== 409 || text.includes('has finished')) {
			const result = parseJson(text) as ChatReplyResult | undefined;
			return response.statusCode === 200 && result?.resumed === true;
		}
		if (pause === undefined) return false;
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return false;
}

/** The address as n8n signed it, and where in this process it is served. */
function resumeTarget(
	context: IWebhookFunctions,
	{ executionId, nodeId, resumeSignature }: TokenPayload,
): { url: URL; host: string; dispatcher: Dispatcher } {
	// Of no execution, but the base of all: n8n tells it nowhere else.
	const example = new URL(asText(context.evaluateExpression('{{ $execution.resumeUrl }}')) ?? '');
	const base = example.pathname.replace(/\/[^/]*$/, '');
	const path = `${base}/${encodeURIComponent(executionId)}/${encodeURIComponent(nodeId)}`;
	const own = originOfThisProcess(context.getRequestObject().socket);
	const url = new URL(path, own ?? example.origin);
	url.searchParams.set('signature', resumeSignature);
	return { url, host: example.host, dispatcher: own === undefined ? pool() : direct };
}

/** Past any proxy, which could not reach this process. */
const direct = new Agent();

/** Where the request that is being answered came in; undefined behind a certificate, which has a name. */
function originOfThisProcess(socket: Socket): string | undefined {
	const { localAddress, localPort, localFamily } = socket;
	if ((socket as Partial<TLSSocket>).encrypted === true || localAddress === undefined) {
		return undefined;
	}
	return `http://${localFamily === 'IPv6' ? `[${localAddress}]` : localAddress}:${localPort}`;
}
