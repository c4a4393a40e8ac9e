import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { Account, CredentialData } from '../../graphApi/connection';
import { graphApi } from '../../graphApi/graphApi';
import { allPages } from '../../graphApi/pages';
import type { Query } from '../../graphApi/types';
import { InputError } from '../inputError';
import { nodeError } from '../nodeErrors';

/**
 * A list of the credential's WABA as a 'From List' field shows it.
 * @param edge the list's name in the Graph API, e.g. "phone_numbers".
 * @param item what is shown for an entry, and the value that is stored.
 * @param filter what the user typed: entries whose name does not contain it are left out.
 * @throws NodeOperationError or NodeApiError, in plain words.
 */
export async function wabaList<Entry>(
	context: ILoadOptionsFunctions,
	edge: string,
	query: Query,
	item: (entry: Entry) => INodeListSearchItems,
	filter = '',
): Promise<INodeListSearchResult> {
	const path = ({ wabaId }: Account) => {
		if (wabaId === '') {
			throw new InputError(
				'WhatsApp Business Account ID',
				'is empty in the credential',
				'Fill it in there to choose from a list, or enter the value by hand.',
			);
		}
		return `/${wabaId}/${edge}`;
	};
	return await accountList(context, path, query, item, filter);
}

/** The same for any list that the credential can read. */
export async function accountList<Entry>(
	context: ILoadOptionsFunctions,
	path: (account: Account) => string,
	query: Query,
	item: (entry: Entry) => INodeListSearchItems,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const credential = await context.getCredentials<CredentialData & Record<string, string>>(
			'whatsAppBusinessApi',
		);
		const { connection, send } = graphApi(credential);
		const entries = (await allPages(send, {
			method: 'GET',
			path: path(connection.account),
			query,
		})) as unknown as Entry[];
		return { results: entries.map(item).filter(({ name }) => matches(name, filter)) };
	} catch (error) {
		throw nodeError(error, context.getNode());
	}
}

function matches(name: string, filter: string): boolean {
	return name.toLowerCase().includes(filter.trim().toLowerCase());
}
