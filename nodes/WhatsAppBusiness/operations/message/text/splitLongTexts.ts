import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import type { OperationRequest } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { splitText } from './splitText';

/** An option of messages with a text that may be long. Read with `splitsLongTexts`. */
export const splitLongTextsField: INodeProperties = {
	displayName: 'Split Long Texts',
	name: 'splitLongTexts',
	type: 'boolean',
	default: true,
	description:
		'Whether to send a text that is too long as several messages, cut between paragraphs, sentences or words. The output has their IDs as messageIds.',
};

export function splitsLongTexts(options: Parameters): boolean {
	return options.hasField(splitLongTextsField.name) && options.boolean(splitLongTextsField.name);
}

/**
 * Splits the text of a message if the option is on.
 * @param longest what the message takes. The others are text messages.
 * @param others what each of these takes.
 */
export function splitIfLong(
	text: string,
	options: Parameters,
	longest: number,
	others: number = limits.textBody,
): string[] {
	if (!splitsLongTexts(options)) return [text];
	return splitText(text, { first: longest, others });
}

/**
 * A message and text messages with the rest of its text. Only the first quotes a message, and only the first is replaced
 * if the customer service window is closed.
 * @param type Meta's type of the first message.
 */
export function withFollowingTexts(
	first: OperationRequest,
	type: string,
	texts: readonly string[],
): OperationRequest {
	const { body, ...request } = first;
	const following = texts.map((text) => ({
		request: {
			...request,
			ifWindowClosed: undefined,
			body: {
				...body,
				context: undefined,
				[type]: undefined,
				type: body?.type === undefined ? undefined : 'text',
				text: { body: text },
			},
		},
	}));
	return { ...first, following };
}
