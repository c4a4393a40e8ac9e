import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asTextOrNumber } from '../../../graphApi/coerce';
import { errorFromUnexpectedResponse } from '../../../graphApi/errors/apiError';
import { path } from '../../../graphApi/path';
import type { Endpoint, Send } from '../../../graphApi/types';
import { pickPage } from '../../../shared/listSearch/list';
import { kapsoNumberField, readKapsoNumber } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { currentParameters } from '../currentParameters';
import { templatesById } from '../templates';

/** The approved templates of the account that the chosen number belongs to, which may be a customer's. */
export async function searchKapsoTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	const number = () => readKapsoNumber(currentParameters(this, [kapsoNumberField]));
	const list = templatesById((_account, send) => templatesOf(number(), send), filter);
	return await pickPage(this, { ...list, query: { ...list.query, status: 'APPROVED' } }, page);
}

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/get-phone-number */
async function templatesOf(number: string, send: Send): Promise<Endpoint> {
	const { body } = await send({
		method: 'GET',
		path: path`/whatsapp/phone_numbers/${number}`,
		...onPlatform,
	});
	const wabaId = asTextOrNumber(body.business_account_id);
	if (wabaId === null) throw errorFromUnexpectedResponse();
	return { path: path`/${wabaId}/message_templates`, on: 'waba' };
}
