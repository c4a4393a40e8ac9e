import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { invalidParameter } from '../graph/errors';
import { validate } from '../graph/validation';

const plainText = (maxLength: number) =>
	z
		.string()
		.min(1)
		.max(maxLength)
		.refine((text) => !/[\p{Emoji_Presentation}\u{fe0f}]/u.test(text), 'Emojis are not supported');

const schema = z.looseObject({
	prompts: z.array(plainText(80)).max(4).optional(),
	commands: z
		.array(z.object({ command_name: plainText(32), command_description: plainText(256) }))
		.max(30)
		.optional(),
});

/**
 * Changes the given fields only. Unknown ones, such as the former `enable_welcome_message`, are ignored. `GET /{phoneNumber}?fields=conversational_automation` returns them.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components
 */
export const setConversationalAutomation = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'conversational_automation',
	handle: ({ node, body }) => {
		const { prompts, commands } = validate(schema, body);
		const names = commands?.map(({ command_name }) => command_name) ?? [];
		const duplicate = names.find((name, index) => names.indexOf(name) < index);
		if (duplicate !== undefined) {
			throw invalidParameter(
				`Command names must be unique. Duplicate command name found: ${duplicate}`,
			);
		}
		node.conversationalAutomation = {
			...node.conversationalAutomation,
			...(prompts && { prompts }),
			...(commands && { commands }),
		};
		return { success: true };
	},
});
