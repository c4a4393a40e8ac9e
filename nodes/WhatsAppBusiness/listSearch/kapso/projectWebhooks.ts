import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { GraphApi } from '../../../graphApi/graphApi';
import { allPages } from '../../../graphApi/pages';
import { path } from '../../../graphApi/path';
import type { Path } from '../../../graphApi/path';
import { pickFrom } from '../../../shared/listSearch/list';
import { onPlatform } from '../../fields/kapsoPlatform';
import { webhookItem } from './webhooks';
import type { Webhook } from './webhooks';

/** The webhooks of the project and of all of its numbers. Kapso lists them number by number. */
export async function searchKapsoProjectWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const endpoint = () => ({ path: ofProject, ...onPlatform });
	return await pickFrom<Webhook>(
		this,
		{ endpoint, query: {}, item: webhookItem, ofOtherHost: allWebhooks },
		filter,
	);
}

const ofProject = path`/whatsapp/webhooks`;

/**
 * A key of Kapso's free plan may make 100 calls a minute, and n8n asks again while a person types. A webhook of any further
 * number is chosen by its ID.
 */
const mostNumbers = 30;
const numbersAtOnce = 5;

async function allWebhooks({ send, connection }: GraphApi) {
	const listed = async (list: Path) => {
		const query = { limit: undefined, per_page: 100 };
		return asObjects<Webhook>(
			await allPages(send, { method: 'GET', path: list, ...onPlatform, query }),
		);
	};
	const webhooks = await listed(ofProject);
	const numbers = ((await connection.account.ids?.numbers?.(send)) ?? []).slice(0, mostNumbers);
	for (let index = 0; index < numbers.length; index += numbersAtOnce) {
		const part = numbers.slice(index, index + numbersAtOnce);
		const lists = part.map(({ id }) => listed(path`/whatsapp/phone_numbers/${id}/webhooks`));
		webhooks.push(...(await Promise.all(lists)).flat());
	}
	// That of the project may have those of its numbers, too.
	return [...new Map(webhooks.map((webhook) => [webhook.id, webhook])).values()].map(webhookItem);
}
