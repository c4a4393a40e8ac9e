import type { Operation, OperationRequest, RequestBody } from '../../operation';
import { freeFormFields, freeFormRequest } from './freeForm';
import { personField } from '../../fields/person';
import { sentMessage } from './sentMessage';
import { messageKinds, optionsForAll } from './sequence/messageKinds';
import { pauseOptions, pauseReader, typingIndicatorField } from './sequence/pauses';
import { readSequence } from './sequence/readSequence';
import { sequenceFields } from './sequence/sequenceFields';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export const operation: Operation = {
	displayName: 'Send Sequence',
	action: 'Send several messages in order',
	description:
		'Send several messages to one person in order, with a typing indicator and pauses between them. WhatsApp delivers them only within 24 hours of the last message from the recipient.',
	sendsMessages: true,
	fields: freeFormFields(
		[...sequenceFields, typingIndicatorField],
		[...optionsForAll, ...pauseOptions],
		[personField],
	),
	request(parameters, account) {
		// Read first, so that an error in a field of the whole sequence does not name a message.
		const base = freeFormRequest(parameters, account, 'text', undefined);
		const pauseBefore = pauseReader(parameters, base);
		const [first, ...others] = readSequence(parameters, account, base);
		const requestFor = (content: RequestBody | undefined): OperationRequest => ({
			...base,
			body: {
				...base.body,
				...content,
				type: base.body?.type === undefined ? undefined : content?.type,
			},
		});
		const following = others.map((content) => {
			const { body, ...request } = requestFor(content);
			return {
				request: { ...request, ifWindowClosed: undefined, body: { ...body, context: undefined } },
				pause: pauseBefore(content),
			};
		});
		return { ...requestFor(first), following };
	},
	output: sentMessage,
	fieldOf(details, request) {
		const fields = [...messageKinds.values()].map(({ operation: one }) =>
			one.fieldOf?.(details, request),
		);
		return fields.find((field) => field !== undefined);
	},
};
