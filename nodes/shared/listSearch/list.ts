import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { allPages, readPage } from '../../graphApi/pages';
import { asObjects, asTextOrNumber } from '../../graphApi/coerce';
import type { Endpoint, GraphRequest, Query, Send } from '../../graphApi/types';
import type { GraphApi } from '../../graphApi/graphApi';
import { credentialId, MissingIdError } from '../account/credentialId';
import { KnownAccount } from '../account/knownAccount';
import { nodeError, textDescription } from '../nodeErrors';
import { editorApi } from './editorApi';
import { path } from '../../graphApi/path';

/** https://business.facebook.com/wa/manage/home */
type ManagerPage = 'flows' | 'message-templates' | 'phone-numbers';

type ListEndpoint = Endpoint & Pick<GraphRequest, 'base'>;

/** A list of the Graph API for a 'From List' field. */
export interface PickerList<Entry extends object> {
	/**
	 * Where the list is. Some paths need an ID that a call tells.
	 * @throws InputError when the account lacks an ID that the path needs.
	 */
	endpoint: (account: Account, send: Send) => ListEndpoint | Promise<ListEndpoint>;
	query: Query;
	/** The shown name and the stored value of an entry. */
	item: (entry: Entry) => INodeListSearchItems;
	/** The page of WhatsApp Manager that shows the entries. */
	manager?: ManagerPage;
	/** All items at a host that is not the Graph API and lists them by itself. */
	ofOtherHost?: (api: GraphApi) => Promise<INodeListSearchItems[]>;
	/** All items, if the path lacks an ID because the token can use several accounts. */
	ofSeveral?: (api: GraphApi) => Promise<INodeListSearchItems[]>;
}

/**
 * One page of a list that Meta can't search. When the user types, all pages are searched for names that contain the
 * text.
 * @param page the pagination token of the previous result.
 * @throws NodeOperationError or NodeApiError.
 */
export async function pickFrom<Entry extends object>(
	context: ILoadOptionsFunctions,
	list: PickerList<Entry>,
	filter = '',
	page?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	if (wanted === '') return await pickPage(context, list, page);
	const { results } = await withApi(context, list, async (send, request) => {
		const entries = asObjects<Entry>(await allPages(send, request));
		return { results: entries.map(list.item) };
	});
	return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

/** One page of a list, unfiltered. Parameters and errors as `pickFrom`. */
export async function pickPage<Entry extends object>(
	context: ILoadOptionsFunctions,
	list: PickerList<Entry>,
	page?: string,
): Promise<INodeListSearchResult> {
	return await withApi(context, list, async (send, request) => {
		const { entries, next } = await readPage(send, request, {}, page);
		return { results: asObjects<Entry>(entries).map(list.item), paginationToken: next };
	});
}

async function withApi<Entry extends object>(
	context: ILoadOptionsFunctions,
	{ endpoint, query, manager, ofOtherHost, ofSeveral }: PickerList<Entry>,
	read: (send: Send, request: GraphRequest) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	try {
		const api = await editorApi(context);
		const isMeta = api.connection.account.ids === undefined;
		if (!isMeta && ofOtherHost) return { results: sorted(await ofOtherHost(api)) };
		const listed = new KnownAccount(api).use(async (account) => {
			const where = await endpoint(account, api.send);
			const found = await read(api.send, { method: 'GET', ...where, query });
			const url = manager && isMeta ? managerUrl(manager, account) : undefined;
			return { ...found, results: sorted(found.results).map((item) => ({ ...item, url })) };
		});
		return await listed.catch(async (error: unknown) => {
			const results = error instanceof MissingIdError ? await ofSeveral?.(api) : undefined;
			if (results && results.length > 0) return { results: sorted(results) };
			throw error;
		});
	} catch (error) {
		const shown = nodeError(error, context.getNode());
		// Unlike an error of a run, the editor does not show this as HTML.
		shown.description = textDescription(shown);
		throw shown;
	}
}

/** Whether there is something to show and to store. A host may leave out what it documents. */
function isChoosable({ name, value }: INodeListSearchItems): boolean {
	return typeof name === 'string' && asTextOrNumber(value) !== null;
}

function sorted(items: INodeListSearchItems[]): INodeListSearchItems[] {
	return items
		.filter(isChoosable)
		.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function managerUrl(page: ManagerPage, { wabaId }: Account): string {
	const account = wabaId ? `?waba_id=${encodeURIComponent(wabaId)}` : '';
	return `https://business.facebook.com/wa/manage/${page}/${account}`;
}

/** Where a list of the credential's WABA is, e.g. "phone_numbers". */
export function ofWaba(edge: string): (account: Account) => Endpoint {
	return (account) => {
		const todo = 'Fill it in to see the list, or switch the field to another mode.';
		return { path: path`/${credentialId(account, 'wabaId', todo)}/${edge}`, on: 'waba' };
	};
}
