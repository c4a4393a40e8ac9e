import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { headerMedia, limitedText, markdown } from '../parts';

/** `body` of an interactive message. */
export function body(maximum = 1024) {
	return z.strictObject({ text: limitedText('Body text', maximum) });
}

export const footer = z.strictObject({ text: limitedText('Footer text', 60) });

/**
 * A text of a header. Meta documents that it takes emojis but no Markdown, and refuses it with 131009; it does not
 * document the words of the details.
 */
function headerText(name: string) {
	return limitedText(name, 60).refine(
		(text) => !markdown.test(text),
		metaIssue(131009, `${name} invalid. Markdown is not supported`),
	);
}

/** `header` of an interactive message, limited to the kinds this message type allows. */
export function header(...kinds: Array<'text' | keyof ReturnType<typeof headerMedia>>) {
	return z
		.strictObject({
			type: z.string(),
			text: headerText('Header text').optional(),
			sub_text: headerText('Header sub text').optional(),
			...headerMedia(),
		})
		.refine(
			({ type }) => (kinds as string[]).includes(type),
			metaIssue(131009, `Header type invalid. Allowed types: ${kinds.join(', ')}`),
		)
		.superRefine((value, context) => {
			if ((kinds as string[]).includes(value.type) && value[value.type as 'text'] === undefined) {
				context.addIssue({
					code: 'custom',
					message: `Header of type ${value.type} requires ${value.type}`,
					params: { metaCode: 131008 },
				});
			}
		});
}

/** The schema of an interactive message of this type. */
export function interactive<Name extends string, Shape extends z.ZodRawShape>(
	type: Name,
	shape: Shape,
) {
	return z.strictObject({ type: z.literal(type), ...shape });
}
