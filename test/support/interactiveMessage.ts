import type { IDataObject } from 'n8n-workflow';

import { business } from '../../simulator/business';
import type { RequestCase } from '../cases/requestCase';

/** The recipient of the recorded interactive messages. */
export const to = '+16505551234';

/**
 * The request that sends an interactive message to `to`.
 * @param interactive Meta's `interactive` object.
 * @param envelope additional or replaced keys of the message.
 */
export function interactiveMessage(
	interactive: IDataObject,
	envelope: IDataObject = {},
	sender: string = business.phoneNumbers[0].id,
): RequestCase['request'] {
	return {
		method: 'POST',
		path: `/${sender}/messages`,
		body: {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to,
			type: 'interactive',
			interactive,
			...envelope,
		},
	};
}

/** Every option that all messages have, as a saved node contains them. */
export const commonOptions = {
	replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC',
	callbackData: 'order-4711',
};

/** The second number as the sender, as a saved node contains it. */
export const otherSender = { __rl: true, mode: 'id', value: business.phoneNumbers[1].id };

/** A request with `commonOptions` from `otherSender`. */
export function interactiveMessageWithCommonOptions(
	interactive: IDataObject,
): RequestCase['request'] {
	return interactiveMessage(
		interactive,
		{
			context: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' },
			biz_opaque_callback_data: 'order-4711',
		},
		business.phoneNumbers[1].id,
	);
}
