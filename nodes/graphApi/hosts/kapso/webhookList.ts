import { asNumber, asObject, asObjects } from '../../coerce';
import type { Path } from '../../path';
import { onPlatform } from '../../platform';
import type { JsonObject, Query, Send } from '../../types';

/** Pages are counted: https://docs.kapso.ai/api/introduction */
const perPage = 100;
const mostPages = 10;

/** The webhooks of a number or of the project, page by page. */
export async function* webhooksAt(
	send: Send,
	path: Path,
	filter: Query = {},
): AsyncGenerator<JsonObject> {
	for (let page = 1; page <= mostPages; page++) {
		const query = { ...filter, page, per_page: perPage };
		const { body } = await send({ method: 'GET', path, ...onPlatform, query });
		yield* asObjects<JsonObject>(body.data);
		const pages = asNumber(asObject<JsonObject>(body.meta).total_pages) ?? 1;
		if (page >= pages) return;
	}
}

/** The first webhook that is the one. */
export async function findWebhook(
	send: Send,
	path: Path,
	isIt: (webhook: JsonObject) => boolean,
	filter?: Query,
): Promise<JsonObject | undefined> {
	for await (const webhook of webhooksAt(send, path, filter)) if (isIt(webhook)) return webhook;
	return undefined;
}
