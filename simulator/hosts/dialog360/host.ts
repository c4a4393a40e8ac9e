import type { FastifyReply, FastifyRequest } from 'fastify';
import { business } from '../../business';
import type { SimulatorContext } from '../../context';
import { handleCall, handleGraphCall, type HandedOn } from '../../graph/handleCall';
import type { SimulatedHost } from '../host';
import { hosts } from '../names';
import { unknownPath } from './errors';
import { numberOfKey } from './key';
import { attachment, checkMediaReads, noteFailedRead, withLookaside } from './media';
import { metaUrlOf } from './paths';
import { dialog360Of } from './state';
import { templateCall, templatePage, templatesPath } from './templates';
import { delivery, getWebhook, setWebhook } from './webhook';

/**
 * 360dialog's Messaging API: Meta's bodies and errors, one key for each number, no version and no IDs in the paths.
 *
 * @see https://docs.360dialog.com/docs/messaging-api
 */
export const host: SimulatedHost = {
	name: '360dialog',
	handleOther: handle,
	receive(simulator, change, body) {
		const { webhook } = dialog360Of(simulator.state);
		if (webhook && isOfKey(simulator, change.phoneNumberId)) {
			simulator.webhooks.deliver(delivery(simulator, change, body, webhook));
		}
	},
	forged(simulator, change, body, proof) {
		const { webhook } = dialog360Of(simulator.state);
		if (!webhook) return undefined;
		const names = proof === 'missing' ? [] : Object.keys(webhook.headers);
		const headers = Object.fromEntries(names.map((name) => [name, 'not-the-secret']));
		return delivery(simulator, change, body, { ...webhook, headers });
	},
	keepCallbacks(before, after) {
		dialog360Of(after).webhook = dialog360Of(before).webhook;
	},
};

/** What concerns the whole account has no number. That the number's webhook gets it, too, is not documented. */
function isOfKey({ state }: SimulatorContext, phoneNumberId: string | undefined): boolean {
	return phoneNumberId === undefined || phoneNumberId === state.phoneNumbers[0]?.id;
}

function handle(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { method } = request;
	const url = new URL(`${simulator.url}${request.originalUrl}`);
	url.pathname = url.pathname.slice(hosts['360dialog'].path.length).replace(/(?<=.)\/$/, '');
	const path = url.pathname;
	const numberOfCaller = () => numberOfKey(request, path, simulator.state);
	const meta = handedOn(simulator, request, url);
	if (!meta) {
		return handleCall(simulator, request, reply, {
			method,
			path,
			authenticate: numberOfCaller,
			respond: () => ownResponse(simulator, request, reply, url),
		});
	}
	const { check, ...call } = meta;
	return handleGraphCall(simulator, request, reply, {
		...call,
		authenticate: () => {
			numberOfCaller();
			check?.();
			// 360dialog has a token of its own, which may do all that a user's may.
			request.headers.authorization = `OAuth ${business.accessToken}`;
			return 'user';
		},
	});
}

/** What 360dialog responds itself. */
function ownResponse(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
	{ pathname: path, searchParams: query }: URL,
): unknown {
	switch (`${request.method} ${path}`) {
		case 'GET /v1/configs/templates':
			return templatePage(simulator, path, query);
		case 'GET /v1/configs/webhook':
			return getWebhook(simulator);
		case 'POST /v1/configs/webhook':
			return setWebhook(simulator, path, request.body);
		case 'GET /whatsapp_business/attachments':
			checkMediaReads(simulator, path);
			return attachment(simulator, path, query.get('hash'), reply);
	}
	throw unknownPath(path);
}

/** How a call is forwarded to Meta, and what is checked first. */
type Call = Omit<HandedOn, 'authenticate'> & { check?(): void };

/** The call as Meta gets it, or undefined if 360dialog responds itself. */
function handedOn(
	simulator: SimulatorContext,
	{ method }: FastifyRequest,
	url: URL,
): Call | undefined {
	const { state } = simulator;
	const path = url.pathname;
	if (path.startsWith(templatesPath)) return templateCall(state, method, path);
	const [number] = state.phoneNumbers;
	const metaUrl = number && metaUrlOf(state, number, method, url);
	if (!metaUrl) return undefined;
	if (method !== 'GET' || !/^\/\d+$/.test(path)) return { url: metaUrl };
	return {
		url: metaUrl,
		check: () => checkMediaReads(simulator, path),
		convert: (response) => withLookaside(response, simulator),
		convertError: (error) => {
			noteFailedRead(simulator);
			return error;
		},
	};
}
