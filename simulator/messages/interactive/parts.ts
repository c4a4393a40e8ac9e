import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { headerMedia, limitedText } from '../parts';

/** `body` of an interactive message. */
export function body(maximum = 1024) {
	return z.strictObject({ text: limitedText('Body text', maximum) });
}

export const footer = z.strictObject({ text: limitedText('Footer text', 60) });

/** `header` of an interactive message, limited to the kinds this message type allows. */
export function header(...kinds: Array<'text' | keyof ReturnType<typeof headerMedia>>) {
	return z
		.strictObject({
			type: z.string(),
			text: limitedText('Header text', 60).optional(),
			sub_text: limitedText('Header sub text', 60).optional(),
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
