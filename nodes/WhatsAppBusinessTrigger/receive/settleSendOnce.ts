import type { IWebhookFunctions } from 'n8n-workflow';

import { asText, getPath } from '../../graphApi/coerce';
import { connectionFromCredential } from '../../graphApi/hosts';
import type { CredentialData } from '../../graphApi/connection';
import { memoryOf } from '../../memory/memoryOf';
import { isReplyToken } from '../../shared/replyToken';
import { readRecord, recipientDigest, recordKeyOf, writeRecord } from '../../shared/sendOnceRecord';
import type { EventItem, EventWithItem } from '../../shared/items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { logError } from '../n8n/trigger';

/**
 * Notes after the response to Meta which messages with a Send Once Key were sent: a status of a message proves that
 * WhatsApp accepted it, even if the response to it was lost. The key is in the status as callback data.
 */
export function settleSendOnce(
	received: readonly EventWithItem[],
	context: IWebhookFunctions,
	credential: CredentialData,
): void {
	const statuses = received.flatMap(({ event, item }) => {
		const key = asText(getPath(event.raw, 'biz_opaque_callback_data'));
		return item.event === 'status' && key !== null && !isReplyToken(key) ? [{ item, key }] : [];
	});
	if (statuses.length === 0) return;
	const report = (what: string) =>
		logError(context)(`The status of a message with a Send Once Key was not noted: ${what}`);
	const settleAll = async () => {
		const { host } = connectionFromCredential(credential);
		const memory = memoryOf(credential);
		await Promise.all(statuses.map(({ item, key }) => settle(memory, host, key, item)));
	};
	afterResponse(context.getResponseObject(), settleAll, report);
}

async function settle(
	memory: ReturnType<typeof memoryOf>,
	host: string,
	key: string,
	{ id, phoneNumberId, recipient, userId, group }: EventItem,
): Promise<void> {
	if (id === null || phoneNumberId === null) return;
	const recordKey = recordKeyOf(host, phoneNumberId, key.trim());
	const text = await memory.get(recordKey);
	if (text === undefined) return;
	const record = readRecord(text);
	if (record.state === 'sent') return;
	const recipients = [recipient, userId, group?.id ?? null].filter((known) => known !== null);
	// The callback data of another message may happen to be the same.
	if (!recipients.some((known) => recipientDigest(recordKey, known) === record.recipient)) return;
	const { until, ...attempt } = record;
	const response = {
		messaging_product: 'whatsapp',
		contacts: recipients.slice(0, 1).map((input) => ({ input, wa_id: recipient ?? undefined })),
		messages: [{ id }],
	};
	const sent = writeRecord({ ...attempt, until, state: 'sent', response });
	// If the message is settled otherwise at this moment, that holds.
	await memory.replace(recordKey, text, sent, Math.max(1, until - Date.now()));
}
