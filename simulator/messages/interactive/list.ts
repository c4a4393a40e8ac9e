import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { limitedList, limitedText } from '../parts';
import { body, footer, header, interactive } from './parts';

const row = z.strictObject({
	id: limitedText('Row id', 200),
	title: limitedText('Row title', 24),
	description: z
		.string()
		.refine(
			(text) => text.length <= 72,
			metaIssue(131009, 'Row description length invalid. Max length: 72'),
		)
		.optional(),
});

const section = z.strictObject({
	title: limitedText('Section title', 24).optional(),
	rows: z.array(row).min(1),
});

const maximumRows = 10;

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
export const list = interactive('list', {
	header: header('text').optional(),
	body: body(4096),
	footer: footer.optional(),
	action: z.strictObject({
		button: limitedText('Button text', 20),
		sections: limitedList('sections', section, 1, 10)
			.refine(
				(sections) => sections.length === 1 || sections.every(({ title }) => title !== undefined),
				metaIssue(131009, 'Section title is required when there is more than one section'),
			)
			.refine(
				(sections) => sections.flatMap(({ rows }) => rows).length <= maximumRows,
				metaIssue(131009, `Total row count exceed max allowed count: ${maximumRows}`),
			)
			.refine(
				(sections) => {
					const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
					return new Set(ids).size === ids.length;
				},
				metaIssue(131009, 'Duplicated row id. Ids must be unique within a message'),
			),
	}),
});
