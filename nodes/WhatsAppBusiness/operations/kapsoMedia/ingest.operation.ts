import { path } from '../../../graphApi/path';
import { kapsoNumberField, readKapsoNumber } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { readMediaUrl } from '../../fields/mediaUrl';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/media/ingest-media */
export const operation: Operation = {
	displayName: 'Ingest',
	action: 'Ingest media with Kapso',
	description:
		'Upload a file from a public URL. Images may have 5 MB, audio and video 16 MB, documents 100 MB.',
	fields: [
		kapsoNumberField,
		{
			displayName: 'File URL',
			name: 'fileUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/photo.jpg',
			description: 'Public URL of the file',
		},
		{
			displayName: 'Upload As',
			name: 'uploadAs',
			type: 'options',
			options: [
				{
					name: 'Header Handle',
					value: 'meta_resumable_asset',
					description: 'For the header of a template, or a profile picture',
				},
				{ name: 'Media', value: 'meta_media', description: 'For messages, as a media ID' },
			],
			default: 'meta_media',
			description: 'What to make of the file',
		},
		optionsField([
			{
				displayName: 'File Name',
				name: 'ingestedName',
				type: 'string',
				default: '',
				placeholder: 'e.g. photo.jpg',
				description: 'By default, as in the URL',
			},
			{
				displayName: 'MIME Type',
				name: 'ingestedType',
				type: 'string',
				default: '',
				placeholder: 'e.g. image/jpeg',
				description: 'By default, as the server of the file says',
			},
		]),
	],
	request(parameters) {
		const options = parameters.group('options');
		return {
			method: 'POST',
			path: path`/whatsapp/media`,
			...onPlatform,
			body: {
				media_ingest: {
					phone_number_id: readKapsoNumber(parameters),
					source: readMediaUrl(parameters, 'fileUrl'),
					delivery: parameters.choice('uploadAs'),
					filename: options.optionalText('ingestedName')?.trim(),
					mime_type: options.optionalText('ingestedType')?.trim(),
				},
			},
		};
	},
};
