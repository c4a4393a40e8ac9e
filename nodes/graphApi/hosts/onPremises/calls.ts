import { asObject, asObjects, asText, ownEntry } from '../../coerce';
import { NotOfferedError } from '../../errors/notOfferedError';
import { path } from '../../path';
import type { GraphRequest, JsonObject, Send } from '../../types';
import type { Call, LocalResponse } from '../host';
import { withoutSecret } from './callbackSecret';
import { firstGroup, groupBody, metasGroup, metasInviteLink } from './group';
import { participantIds, resetInviteLink, updateGroup } from './group';
import { bytesOf } from './media';
import { translateMessage } from './message';
import type { MessageRules } from './message';
import { pictureIsSet, readProfile, updateProfile } from './profile';
import { notInFormat, rawApiTodo, uploadRefusal } from './refuse';

/** What depends on the credential. */
export interface Server extends MessageRules {
	/** With the version, without a slash at the end. */
	baseUrl: string;
}

/** How one of Meta's calls is made here. `id`: the first segment of Meta's path. */
interface OwnCall {
	/** Errors as `HostTraits.translate`. */
	translate?(request: GraphRequest, id: string, server: Server): Own | LocalResponse;
	/** Errors as `HostTraits.several`. */
	several?(request: GraphRequest, id: string): (send: Send) => Promise<JsonObject>;
	/** Default: as it is. */
	readResponse?(body: JsonObject, id: string, request: GraphRequest): JsonObject;
}

/** What differs from Meta's request; of its content, nothing is kept. */
type Own = Pick<GraphRequest, 'method' | 'path'> &
	Partial<Pick<GraphRequest, 'body' | 'stream' | 'query'>>;

const success = (): JsonObject => ({ success: true });

/**
 * The calls that the format has, by method, first ID and the rest of Meta's path.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference
 */
const calls: Readonly<Record<string, OwnCall>> = {
	'POST phoneNumber /messages': {
		translate({ body = {} }, _id, server) {
			if (body.status !== undefined) return markAsRead(body);
			return { method: 'POST', path: path`/messages`, body: translateMessage(body, server) };
		},
		readResponse: (body, _id, request) => (request.body?.status === undefined ? body : success()),
	},
	'POST phoneNumber /media': {
		translate(request) {
			if (typeof request.form?.ttl_minutes === 'string') {
				throw notInFormat('Media lifetimes', "Remove the option 'Keep For (Minutes)'.");
			}
			return { method: 'POST', path: path`/media`, stream: bytesOf(request) };
		},
		readResponse: ({ media }) => ({ id: asObjects<JsonObject>(media)[0]?.id }),
	},
	'GET media': {
		translate: (_request, id, { baseUrl }) => ({
			response: { messaging_product: 'whatsapp', id, url: `${baseUrl}${path`/media/${id}`}` },
		}),
	},
	'DELETE media': {
		translate: (_request, id) => ({ method: 'DELETE', path: path`/media/${id}` }),
		readResponse: success,
	},
	'POST phoneNumber /contacts': {
		translate: ({ body }) => ({ method: 'POST', path: path`/contacts`, body }),
	},
	'POST app /uploads': {
		translate({ uploadedFor }) {
			if (uploadedFor !== 'profilePicture') throw uploadRefusal();
			return { response: { id: 'upload:photo' } };
		},
	},
	// The server asks for the bytes at once, so nothing is there of an upload that was cut.
	'GET upload': { translate: () => ({ response: { file_offset: 0 } }) },
	'POST upload': {
		translate: ({ stream }) => ({
			method: 'POST',
			path: path`/settings/profile/photo`,
			stream: stream && {
				...stream,
				headers: { 'content-type': stream.headers?.['content-type'] ?? '' },
			},
		}),
		readResponse: () => ({ h: pictureIsSet }),
	},
	'GET phoneNumber /whatsapp_business_profile': { several: readProfile },
	'POST phoneNumber /whatsapp_business_profile': { several: updateProfile },
	'GET phoneNumber /groups': {
		translate: () => ({ method: 'GET', path: path`/groups` }),
		readResponse: ({ groups }) => ({ data: Array.isArray(groups) ? groups : [] }),
	},
	'POST phoneNumber /groups': {
		translate: ({ body }) => ({ method: 'POST', path: path`/groups`, body: groupBody(body) }),
		readResponse: (body) => ({ messaging_product: 'whatsapp', ...firstGroup(body) }),
	},
	'GET group': {
		translate: (_request, id) => ({ method: 'GET', path: path`/groups/${id}` }),
		readResponse: metasGroup,
	},
	'POST group': { several: (request, id) => updateGroup(id, request) },
	'DELETE group': {
		translate: (_request, id) => ({ method: 'POST', path: path`/groups/${id}/leave` }),
		readResponse: success,
	},
	'GET group /invite_link': {
		translate: (_request, id) => ({ method: 'GET', path: path`/groups/${id}/invite` }),
		readResponse: metasInviteLink,
	},
	'POST group /invite_link': { several: (_request, id) => resetInviteLink(id) },
	'DELETE group /participants': {
		translate: ({ body = {} }, id) => ({
			method: 'DELETE',
			path: path`/groups/${id}/participants`,
			body: participantIds(body),
		}),
	},
	'POST phoneNumber /request_code': {
		translate: ({ body = {} }) => ({
			method: 'POST',
			path: path`/account`,
			body: registration(body),
		}),
	},
	'POST phoneNumber /verify_code': {
		translate: ({ body }) => ({ method: 'POST', path: path`/account/verify`, body }),
		readResponse: success,
	},
	'GET phoneNumber': {
		translate: () => ({ method: 'GET', path: path`/health` }),
		readResponse: ({ health }, id) => ({ id, health }),
	},
	'POST phoneNumber': {
		translate: ({ body = {} }) => changeNumber(body),
		readResponse: success,
	},
	'GET phoneNumber /settings': {
		translate: () => ({ method: 'GET', path: path`/settings/application` }),
		readResponse: ({ settings }) =>
			withoutUrlSecret(asObject<JsonObject>(asObject<JsonObject>(settings).application)),
	},
};

/** Whoever has the secret in the callback URL of a trigger could forge deliveries. */
function withoutUrlSecret(application: Partial<JsonObject>): JsonObject {
	const webhooks = asObject<JsonObject>(application.webhooks);
	const url = asText(webhooks.url);
	if (url === null) return { ...application };
	return { ...application, webhooks: { ...webhooks, url: withoutSecret(url).url } };
}

/** https://developers.facebook.com/docs/whatsapp/on-premises/reference/messages#mark-as-read */
function markAsRead({ message_id, typing_indicator }: JsonObject): Own {
	if (typing_indicator !== undefined) {
		throw notInFormat('Typing indicators', "Turn the option 'Typing Indicator' off.");
	}
	const id = asText(message_id) ?? '';
	return { method: 'PUT', path: path`/messages/${id}`, body: { status: 'read' } };
}

/** https://developers.facebook.com/docs/whatsapp/on-premises/reference/account */
function registration({ code_method, cc, phone_number, cert, pin }: JsonObject): JsonObject {
	if ([cc, phone_number, cert].some((value) => asText(value) === null)) {
		throw NotOfferedError.from({
			what: 'To request a code, this server needs the country code, the number and its certificate.',
			todo: `Add the options 'Country Code', 'Number Without Country Code' and 'Certificate'.`,
		});
	}
	return { cc, phone_number, method: (asText(code_method) ?? '').toLowerCase(), cert, pin };
}

/** Of what Meta keeps at the number itself, the format has the PIN and the callback URL. */
function changeNumber(body: JsonObject): Own {
	const { pin, webhook_configuration, ...others } = body;
	const given = Object.entries(others).find(([, value]) => value !== undefined);
	if (given) throw notInFormat(`Settings of a number such as '${given[0]}'`, rawApiTodo);
	if (webhook_configuration === undefined) {
		return { method: 'POST', path: path`/settings/account/two-step`, body: { pin } };
	}
	const url = asObject<JsonObject>(webhook_configuration).override_callback_uri ?? '';
	return { method: 'PATCH', path: path`/settings/application`, body: { webhooks: { url } } };
}

interface Found {
	call: OwnCall;
	id: string;
}

const found = new WeakMap<Call, Found | undefined>();

/** Each step of a request asks for the same call. */
function find(request: Call): Found | undefined {
	if (!found.has(request)) found.set(request, lookUp(request));
	return found.get(request);
}

function lookUp({ method, on, path: whole }: Call): Found | undefined {
	const [, id = '', ...edges] = whole.split('/');
	const key = [`${method} ${on}`, ...edges.map((edge) => `/${edge}`)].join(' ');
	const call = ownEntry(calls, key);
	return call && { call, id: decodeURIComponent(id) };
}

/** Whether the format has the call. What a user typed, and what is the format's own, is sent as it is. */
export function isOffered(call: Call): boolean {
	const isOwn = call.on === 'fixed' && ownPath.test(call.path);
	return call.on === 'typed' || isOwn || find(call) !== undefined;
}

const ownPath = /^\/(account|contacts|groups|health|media|messages|settings|users)(\/|$)/;

export function translate(request: GraphRequest, server: Server): GraphRequest | LocalResponse {
	const { call, id } = find(request) ?? {};
	const own = call?.translate?.(request, id ?? '', server);
	if (!own || 'response' in own) return own ?? request;
	const content = { form: undefined, body: undefined, query: undefined, tokenScheme: undefined };
	return { ...request, ...content, on: 'fixed', ...own };
}

export function several(
	request: GraphRequest,
): ReturnType<NonNullable<OwnCall['several']>> | undefined {
	const { call, id } = find(request) ?? {};
	return call?.several?.(request, id ?? '');
}

export function readResponse(body: JsonObject, request: GraphRequest): JsonObject {
	const { call, id } = find(request) ?? {};
	return call?.readResponse?.(body, id ?? '', request) ?? body;
}
