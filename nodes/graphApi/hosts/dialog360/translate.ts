import { NotOfferedError } from '../../errors/notOfferedError';
import { path } from '../../path';
import { safePath } from '../../safePath';
import type { GraphRequest } from '../../types';
import { edgeOf } from '../edge';
import { fieldsOf, health } from './fields';
import { readOnce } from './media';
import { allTemplates, deletedTemplate, pageOfTemplates, templatesPath } from './templates';

/**
 * A key belongs to one number, so no path has a version, or the ID of a number, an account or an app. Where 360dialog
 * has another path than Meta, it is one of these.
 * - https://docs.360dialog.com/partner/integration/waba-integration
 * - https://docs.360dialog.com/docs/messaging-api
 */
const elsewhere: Readonly<Record<string, (request: GraphRequest) => GraphRequest>> = {
	'GET phoneNumber/': healthStatus,
	'POST phoneNumber/calls': (request) => ({ ...request, path: path`/calling/calls` }),
	'GET phoneNumber/call_permissions': callPermission,
	'GET phoneNumber/settings': callSettings,
	'POST phoneNumber/settings': callSettings,
	'GET waba/message_templates': pageOfTemplates,
	'POST waba/message_templates': (request) => ({ ...request, path: templatesPath }),
	'DELETE waba/message_templates': deletedTemplate,
	'GET template/': allTemplates,
	'GET media/': (request) => readOnce(ofKey(request)),
	'DELETE media/': ofKey,
};

/** @throws NotOfferedError for what only the query or the body shows. */
export function translate(request: GraphRequest): GraphRequest {
	const own = elsewhere[edgeOf(request)];
	if (own) return own(request);
	const [, , ...rest] = request.path.split('/');
	switch (request.on) {
		case 'phoneNumber':
		case 'waba':
		case 'app':
			return { ...request, path: safePath(rest.join('/')) };
		// https://docs.360dialog.com/docs/messaging-api/api-reference/groups
		case 'group':
			return { ...request, path: safePath(`/groups${request.path}`) };
		// The list is documented. That one Flow is below it, as a group is, is not.
		// https://docs.360dialog.com/docs/messaging-api/api-reference/flows
		case 'flow':
			return { ...request, path: safePath(`/flows${request.path}`) };
		default:
			return request;
	}
}

/** A file is found by the key, which adding a number could contradict. */
function ofKey(request: GraphRequest): GraphRequest {
	return { ...request, query: { ...request.query, phone_number_id: undefined } };
}

/**
 * The health comes in any case, and the fields of the number beside it.
 * https://docs.360dialog.com/docs/messaging-api/api-reference/health
 */
function healthStatus({ query = {}, ...request }: GraphRequest): GraphRequest {
	const fields = fieldsOf(query).filter((field) => field !== health);
	return {
		...request,
		path: path`/health_status`,
		query: { ...query, fields: fields.length === 0 ? undefined : fields.join(',') },
	};
}

/** https://docs.360dialog.com/docs/messaging-api/api-reference/calling */
function callPermission({ query = {}, ...request }: GraphRequest): GraphRequest {
	const { user_wa_id: person } = query;
	if (person !== undefined) {
		return { ...request, path: path`/calling/permissions/${String(person)}` };
	}
	throw NotOfferedError.from({
		what: '360dialog looks up call permissions by phone number only.',
		todo: 'Enter the phone number instead of the user ID.',
	});
}

/** https://docs.360dialog.com/docs/messaging/calling/how-to-configure-calling-api */
function callSettings(request: GraphRequest): GraphRequest {
	const settings =
		request.method === 'GET' ? fieldsOf(request.query ?? {}) : Object.keys(request.body ?? {});
	if (settings.every((setting) => setting === 'calling')) {
		return { ...request, path: path`/calling/settings` };
	}
	throw NotOfferedError.from({
		what: '360dialog offers only the call settings of a number.',
		todo: "Change the others in Meta's WhatsApp Manager.",
	});
}
