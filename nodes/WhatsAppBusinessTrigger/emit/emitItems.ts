import type {
	IBinaryData,
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { graphApi } from '../../graphApi/graphApi';
import type { GraphApi } from '../../graphApi/graphApi';
import { egressFilterOf } from '../../shared/egressFilter';
import { megabyte } from '../../shared/fileSize';
import { storeFile } from '../../shared/storeFile';
import { afterResponse } from '../n8n/afterResponse';
import { logError } from '../n8n/trigger';
import { respond } from '../n8n/respond';
import { requestTimeout } from '../n8n/ways';
import { defaultMaximumFileSize } from '../parameters/fields';
import type { TriggerOptions } from '../parameters/fields';
import type { EventItem } from '../../shared/items/toItem';
import { withChat } from '../items/withChat';
import { markAsRead } from './markAsRead';
import { mediaFile } from './mediaFile';
import { triggerRules as rules } from './triggerRules';

/** Milliseconds for downloading the files of one delivery. */
const downloadTime = requestTimeout - 30_000;
/** Files downloaded at once. */
const downloadsAtOnce = 8;

/** An item, and its downloaded file. */
export interface ItemWithFile {
	item: EventItem;
	file?: IBinaryData;
}

/** Starts the workflow with the items. Without items, only responds to Meta. */
export async function emitItems(
	items: readonly EventItem[],
	context: IWebhookFunctions,
	options: TriggerOptions,
	credential: CredentialData,
): Promise<IWebhookResponseData> {
	if (items.length === 0) return {};
	if (options.markAsRead === true || options.typingIndicator === true) {
		const { send } = graphApi(credential, { rules, egress: egressFilterOf(context) });
		const read = () => markAsRead(send, items, options.typingIndicator === true);
		afterResponse(context.getResponseObject(), read, (what) =>
			logError(context)(`A message could not be marked as read: ${what}`),
		);
	}
	const output = (entry: ItemWithFile) => itemOutput(entry, options);
	if (!hasFiles(items, options)) return { workflowData: [items.map((item) => output({ item }))] };
	const download = downloadOf(items, context, options, credential);
	// Respond first: downloading a large file takes longer than Meta waits.
	const responded = respond(context, { status: 200, text: 'Received' });
	const files = await download();
	return { ...responded, workflowData: [files.map(output)] };
}

/** The output for one event. */
export function itemOutput(
	{ item, file }: ItemWithFile,
	{ outputRaw }: Pick<TriggerOptions, 'outputRaw'>,
): INodeExecutionData {
	return {
		json: (outputRaw === true ? item.raw : withChat(item)) as IDataObject,
		...(file && { binary: { data: file } }),
	};
}

function hasFiles(items: readonly EventItem[], { downloadMedia }: TriggerOptions): boolean {
	return downloadMedia === true && items.some(({ media }) => media !== null);
}

/**
 * Returns what downloads the files of the events, if they are wanted. That may take longer than Meta waits.
 * @throws RequestError for a credential with which nothing can be downloaded.
 */
export function downloadOf(
	items: readonly EventItem[],
	context: IWebhookFunctions,
	options: TriggerOptions,
	credential: CredentialData,
): () => Promise<ItemWithFile[]> {
	if (!hasFiles(items, options)) return () => Promise.resolve(items.map((item) => ({ item })));
	const signal = AbortSignal.timeout(downloadTime);
	const api = graphApi(credential, { signal, rules, egress: egressFilterOf(context) });
	return () => downloadFiles(items, context, options, api);
}

async function downloadFiles(
	items: readonly EventItem[],
	context: IWebhookFunctions,
	{ maximumFileSize = defaultMaximumFileSize }: TriggerOptions,
	api: GraphApi,
): Promise<ItemWithFile[]> {
	const done: ItemWithFile[] = [];
	for (let index = 0; index < items.length; index += downloadsAtOnce) {
		const part = items.slice(index, index + downloadsAtOnce);
		const downloads = part.map((item) =>
			downloadFile(item, context, api, maximumFileSize * megabyte),
		);
		done.push(...(await Promise.all(downloads)));
	}
	return done;
}

async function downloadFile(
	item: EventItem,
	{ helpers }: IWebhookFunctions,
	api: GraphApi,
	maximumBytes: number,
): Promise<ItemWithFile> {
	const { media, phoneNumberId } = item;
	if (media === null) return { item };
	const result = await mediaFile(media, phoneNumberId, api, maximumBytes, (content, name, type) =>
		storeFile(helpers, content, name, type),
	);
	return 'file' in result
		? { item, file: result.file }
		: { item: { ...item, media: { ...media, error: result.error } } };
}
