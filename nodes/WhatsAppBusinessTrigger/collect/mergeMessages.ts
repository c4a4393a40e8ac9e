import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { itemOutput } from '../emit/emitItems';
import type { ItemWithFile } from '../emit/emitItems';
import type { EventItem } from '../../shared/items/toItem';
import { withChat } from '../items/withChat';
import type { ChatItem } from '../items/withChat';
import type { CollectOutput } from '../parameters/collectFields';

/** What the workflow gets for several messages of a customer: the last message, with what the others say. */
export type CollectedItem = ChatItem & {
	/** All messages, oldest first. */
	messages: ChatItem[];
};

/**
 * Returns the output for messages that were collected.
 * @param messages oldest first. Not empty.
 */
export function collectedOutput(
	messages: readonly ItemWithFile[],
	output: CollectOutput,
	options: { outputRaw?: boolean },
): INodeExecutionData[] {
	if (output === 'itemPerMessage' || options.outputRaw === true) {
		return messages.map((message) => itemOutput(message, options));
	}
	const binary = filesOf(messages);
	return [
		{
			json: mergedItem(messages.map(({ item }) => item)) as unknown as IDataObject,
			...(Object.keys(binary).length > 0 && { binary }),
		},
	];
}

/** The last message, with the texts of all, and the ad and the opt-out of whichever message has them. */
export function mergedItem(items: readonly EventItem[]): CollectedItem {
	const messages = items.map(withChat);
	const { raw, ...last } = messages.at(-1) as ChatItem;
	const texts = messages.flatMap(({ text }) => text ?? []);
	return {
		...last,
		text: texts.length === 0 ? null : texts.join('\n'),
		chatInput: messages.flatMap(({ chatInput }) => chatInput ?? []).join('\n'),
		referral: messages.findLast(({ referral }) => referral !== null)?.referral ?? null,
		preference: messages.findLast(({ preference }) => preference !== null)?.preference ?? null,
		messages,
		raw,
	};
}

/** The files are numbered as n8n does it: `data`, `data_1`, … A file that is missing leaves its number out. */
function filesOf(messages: readonly ItemWithFile[]): IBinaryKeyData {
	const files = messages
		.filter(({ item }) => item.media !== null)
		.map(({ file }, index) => ({ name: index === 0 ? 'data' : `data_${index}`, file }));
	return Object.fromEntries(files.flatMap(({ name, file }) => (file ? [[name, file]] : [])));
}
