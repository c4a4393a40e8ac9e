import { z } from 'zod';
import { metaIssue } from '../graph/validation';

/** A pair of the markers for bold, italic, struck through or monospaced, around words. */
export const markdown =
	/(?<!\w)\*\S[^*]*(?<!\s)\*(?!\w)|(?<!\w)_\S[^_]*(?<!\s)_(?!\w)|(?<!\w)~\S[^~]*(?<!\s)~(?!\w)|`[^`]+`/;

/** A text with a length limit, reported as 131009: `Button title length invalid. Min length: 1, Max length: 20`. */
export function limitedText(name: string, maximum: number) {
	return z
		.string()
		.refine(
			(text) => text.length >= 1 && text.length <= maximum,
			metaIssue(131009, `${name} length invalid. Min length: 1, Max length: ${maximum}`),
		);
}

/** A list with a length limit, reported as 131009. */
export function limitedList<Item extends z.ZodType>(
	name: string,
	item: Item,
	minimum: number,
	maximum: number,
) {
	return z
		.array(item)
		.refine(
			(list) => list.length >= minimum && list.length <= maximum,
			metaIssue(
				131009,
				`Invalid ${name} count. Min allowed ${name}: ${minimum}, Max allowed ${name}: ${maximum}`,
			),
		);
}

/** A URL that Meta fetches or a customer opens. */
export const webUrl = z
	.string()
	.refine(
		(url) => /^https?:\/\/[^\s]+$/i.test(url),
		metaIssue(131009, 'URL is not valid. It must start with http:// or https://'),
	);

const mediaReference = {
	id: z.string().optional(),
	link: webUrl.optional(),
};

/**
 * Exactly one of `id` and `link`, and further fields of the media type.
 *
 * @param missingCode the error code if both are missing; templates have a different one
 */
export function media<Extra extends z.ZodRawShape>(extra: Extra, missingCode = 131008) {
	return z.strictObject({ ...mediaReference, ...extra }).superRefine((value, context) => {
		const { id, link } = value as { id?: string; link?: string };
		if (id === undefined && link === undefined) {
			context.addIssue({
				code: 'custom',
				message: 'Either one of media ID or link must be present',
				params: { metaCode: missingCode },
			});
		}
		if (id !== undefined && link !== undefined) {
			context.addIssue({
				code: 'custom',
				message: 'Only one of media ID or link can be present',
				params: { metaCode: 131009 },
			});
		}
	});
}

/** Media of a header. A document may have a file name. */
export function headerMedia(missingCode?: number) {
	return {
		image: media({}, missingCode).optional(),
		video: media({}, missingCode).optional(),
		document: media(
			{ filename: z.string().optional(), caption: z.string().optional() },
			missingCode,
		).optional(),
		gif: media({}, missingCode).optional(),
	};
}

/** Caption of an image, a video or a document. */
export const caption = z.string().max(1024).optional();

/** Graph accepts a number or boolean as a string. */
export const looseString = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Graph accepts an index as a number or digits. */
export const looseIndex = z
	.union([z.number().int().min(0), z.string().regex(/^\d+$/)])
	.transform(Number);
