import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { graphApi } from '../../graphApi/graphApi';
import { allPages } from '../../graphApi/pages';
import { InputError } from '../inputError';
import { nodeError } from '../nodeErrors';

interface PhoneNumber {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
}

/** The numbers of the credential's WABA, for the 'Sender Number' list. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const credential = await this.getCredentials<CredentialData & Record<string, string>>(
			'whatsAppBusinessApi',
		);
		const { connection, send } = graphApi(credential);
		const { wabaId } = connection.account;
		if (wabaId === '') {
			throw new InputError(
				'WhatsApp Business Account ID',
				'is empty in the credential',
				'Fill it in there to choose from a list, or enter the phone-number ID by hand.',
			);
		}
		const numbers = (await allPages(send, {
			method: 'GET',
			path: `/${wabaId}/phone_numbers`,
			query: { fields: 'id,display_phone_number,verified_name' },
		})) as unknown as PhoneNumber[];
		const results = numbers.map(({ id, display_phone_number, verified_name }) => ({
			name: [display_phone_number ?? id, verified_name].filter(Boolean).join(' · '),
			value: id,
		}));
		return { results: results.filter(({ name }) => matches(name, filter)) };
	} catch (error) {
		throw nodeError(error, this.getNode());
	}
}

function matches(name: string, filter: string): boolean {
	return name.toLowerCase().includes(filter.trim().toLowerCase());
}
