import type { Account } from '../../connection';
import { NotOfferedError } from '../../errors/notOfferedError';
import { path } from '../../path';
import type { GraphRequest } from '../../types';
import { edgeOf, firstId } from '../edge';

/**
 * Kapso finds the WhatsApp account of a call by the phone number ID or account ID with which its path begins. Where it
 * begins with another ID, one of them is in the query; templates and messages are below them.
 * - https://docs.kapso.ai/api-reference/meta-proxy
 * - https://github.com/gokapso/whatsapp-cloud-api-js
 * @throws NotOfferedError if the credential does not have the ID.
 */
export function translate(request: GraphRequest, account: Account): GraphRequest {
	const { on, query, ofNumber: owner } = request;
	const id = decodeURIComponent(firstId(request));
	const ofAccount = (needed: string) =>
		idOf(account.wabaId, 'WhatsApp Business Account ID', needed);
	const ofNumber = (needed: string) => idOf(account.phoneNumberId, 'Phone Number ID', needed);
	if (on === 'media') {
		const number = query?.phone_number_id ?? owner ?? ofNumber('a media file');
		return { ...request, query: { ...query, phone_number_id: number } };
	}
	if (on === 'flow') {
		const ids =
			account.wabaId === ''
				? { phone_number_id: ofNumber('a Flow') }
				: { business_account_id: account.wabaId };
		return { ...request, query: { ...query, ...ids } };
	}
	if (on === 'message') {
		return { ...request, path: path`/${ofNumber('a message')}/messages/${id}` };
	}
	const edge = edgeOf(request);
	if (edge === 'GET template/') {
		return { ...request, path: path`/${ofAccount('a template')}/message_templates/${id}` };
	}
	if (edge === 'POST template/') {
		return {
			...request,
			path: path`/${ofAccount('a template')}/message_templates`,
			query: { ...query, hsm_id: id },
		};
	}
	return request;
}

function idOf(id: string, field: string, needed: string): string {
	if (id !== '') return id;
	throw NotOfferedError.from({
		what: `Kapso finds ${needed} only by the ID of its owner, and '${field}' is empty in the credential.`,
		todo: `Fill in '${field}' there.`,
	});
}
