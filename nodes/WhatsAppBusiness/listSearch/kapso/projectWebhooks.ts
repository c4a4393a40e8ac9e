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

async function allWebhooks({ send, connection }: GraphApi) {
	const listed = async (list: Path) => {
		const query = { limit: undefined, per_page: 100 };
		return asObjects<Webhook>(
			await allPages(send, { method: 'GET', path: list, ...onPlatform, query }),
		);
	};
	const webhooks = await listed(ofProject);
	for (const { id } of (await connection.account.ids?.numbers?.(send)) ?? []) {
		webhooks.push(...(await listed(path`/whatsapp/phone_numbers/${id}/webhooks`)));
	}
	// That of the project may have those of its numbers, too.
	return [...new Map(webhooks.map((webhook) => [webhook.id, webhook])).values()].map(webhookItem);
}
