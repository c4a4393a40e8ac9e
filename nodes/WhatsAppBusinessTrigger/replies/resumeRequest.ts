import type { IWebhookFunctions } from 'n8n-workflow';
import { FormData, request } from 'undici';
import type { Dispatcher } from 'undici';

import { asText } from '../../graphApi/coerce';
import { parseJson } from '../../graphApi/json';
import { poolToSelf } from '../../graphApi/pool';
import { direct, originOfThisProcess } from '../n8n/thisProcess';
import type { TokenPayload } from '../../shared/replyToken';
import { reportField } from '../../shared/chatReply';
import type { ChatReply, FailedQuestion } from '../../shared/chatReply';
import type { DeliveryReports } from '../../shared/deliveryReports';
import { ourselves, signatureHeaderOf } from '../../shared/signature';

/** Milliseconds. n8n responds before the workflow continues. */
const headersTimeout = 10_000;
/** Milliseconds between attempts while the execution is not yet stored as waiting; 6 seconds in total. */
const storingPauses: readonly number[] = [50, 150, 300, 500, 1000, 2000, 2000];

/** What became of a message to an execution; `running`: it does not wait yet, or has continued already. */
export type Resumption = 'refused' | 'resumed' | 'running';

/** What an execution is told. */
type Message = ChatReply | FailedQuestion | DeliveryReports;

/**
 * Hands a reply to the execution that waits for it, or tells it that its question failed, through n8n's resume URL. The
 * request goes directly to this process, so it needs neither a proxy in front of n8n nor DNS.
 * @throws Error if that is unknown because n8n cannot be reached or fails.
 */
export async function resume(
	context: IWebhookFunctions,
	payload: TokenPayload,
	message: ChatReply | FailedQuestion,
	secret: string,
	pauses = storingPauses,
): Promise<Resumption> {
	const target = resumeTarget(context, payload);
	const { resumption } = await tell(target, message, secret, pauses);
	return resumption;
}

/**
 * Sends a message to a waiting execution.
 * @param pauses milliseconds between tries while the execution does not wait.
 * @returns what became of it, and what the node responded.
 * @throws Error if that is unknown because n8n cannot be reached or fails.
 */
export async function tell<Result extends { resumed: boolean }>(
	{ url, host, dispatcher }: ResumeTarget,
	message: Message,
	secret: string,
	pauses: readonly number[],
): Promise<{ resumption: Resumption; result?: Result }> {
	const text = JSON.stringify(message);
	const signer = ourselves(secret, 'reply to a waiting execution');
	const signature = signatureHeaderOf(Buffer.from(text), signer);
	const content = 'failure' in message ? formContent(text) : jsonContent(text);
	for (const pause of [...pauses, undefined]) {
		const response = await request(url, {
			method: 'POST',
			headers: { host, ...content.headers, ...signature },
			body: content.body,
			dispatcher,
			headersTimeout,
		});
		const said = await response.body.text();
		if (response.statusCode >= 500) {
			throw new Error(
				`A reply could not be handed to its execution: n8n responded with ${response.statusCode}`,
			);
		}
		// 409: the execution does not wait yet, or has resumed. A cancelled execution has the same status, and
		// only the text differs.
		if (response.statusCode !== 409 || said.includes('has finished')) {
			const result = parseJson(said) as Result | undefined;
			const resumed = response.statusCode === 200 && result?.resumed === true;
			return { resumption: resumed ? 'resumed' : 'refused', result };
		}
		if (pause === undefined) break;
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return { resumption: 'running' };
}

interface Content {
	headers: Record<string, string>;
	body: string | FormData;
}

function jsonContent(text: string): Content {
	return { headers: { 'content-type': 'application/json' }, body: text };
}

/** A question may have a custom form, for which n8n takes only forms. */
function formContent(text: string): Content {
	const body = new FormData();
	body.set(reportField, text);
	return { headers: {}, body };
}

/** A signed resume URL, and how to reach it in this process. */
export interface ResumeTarget {
	url: URL;
	host: string;
	dispatcher: Dispatcher;
}

/** Returns where an execution is told something. n8n evaluates it only while the request lasts. */
export function resumeTarget(
	context: IWebhookFunctions,
	{ executionId, nodeId, resumeSignature }: TokenPayload,
): ResumeTarget {
	// Belongs to no waiting execution, but n8n provides the base URL nowhere else.
	const example = new URL(asText(context.evaluateExpression('{{ $execution.resumeUrl }}')) ?? '');
	const base = example.pathname.replace(/\/[^/]*$/, '');
	const path = `${base}/${encodeURIComponent(executionId)}/${encodeURIComponent(nodeId)}`;
	const origin = originOfThisProcess(context.getRequestObject().socket);
	const url = new URL(path, origin ?? example.origin);
	url.searchParams.set('signature', resumeSignature);
	return { url, host: example.host, dispatcher: origin === undefined ? poolToSelf() : direct };
}
