import { sizeText } from '../../../shared/fileSize';
import { mediaRules } from '../../../shared/mediaRules';
import { checkChanges } from '../../fields/checkChanges';
import { groupField, readGroupId } from '../../fields/group';
import type { Operation } from '../../operation';
import { FileContent } from '../../files/placeholders';
import type { Parameters } from '../../parameters/parameters';
import {
	groupDescriptionField,
	groupSubjectField,
	readDescription,
	readSubject,
} from './groupFields';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#update-group-settings */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a group',
	description: 'Change the subject, the description or the picture of a group',
	fields: [
		groupField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				groupDescriptionField,
				{
					displayName: 'Picture Binary Field',
					name: 'binaryPropertyName',
					type: 'string',
					default: 'data',
					placeholder: 'e.g. data',
					hint: 'The name of the input binary field that contains the picture',
					description: `A square JPEG of at least 192 by 192 pixels and at most ${sizeText(mediaRules.groupPicture.maxBytes)}`,
				},
				groupSubjectField,
			],
		},
	],
	request(parameters) {
		const id = readGroupId(parameters);
		const update = parameters.group('updateFields');
		const texts = readTexts(update);
		const picture = update.hasValue('binaryPropertyName')
			? update.binary('binaryPropertyName', mediaRules.groupPicture)
			: undefined;
		if (picture) {
			const form = { messaging_product: 'whatsapp', ...texts, file: new FileContent(picture) };
			return { method: 'POST', path: path`/${id}`, on: 'group', form };
		}
		checkChanges(parameters, 'updateFields', texts);
		return {
			method: 'POST',
			path: path`/${id}`,
			on: 'group',
			body: { messaging_product: 'whatsapp', ...texts },
		};
	},
};

function readTexts(update: Parameters): Record<string, string> {
	const description = readDescription(update);
	return {
		...(update.hasValue('subject') && { subject: readSubject(update) }),
		...(description !== undefined && { description }),
	};
}
