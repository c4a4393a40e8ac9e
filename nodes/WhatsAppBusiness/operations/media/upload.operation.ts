import { FileContent, FileFact } from '../../files/placeholders';
import { mediaUpload } from '../../files/mediaUploads';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { inputBinaryField } from '../../fields/media';
import { limits } from '../../../shared/limits';
import { mediaRules } from '../../../shared/mediaRules';
import { optionsField } from '../../fields/options';
import { automaticNumberField, readSender } from '../../fields/sender';
import { senderField } from '../../../shared/phoneNumberId';
import type { BinaryFile } from '../../files/binaryFile';
import { UrlFile } from '../../files/urlFile';
import { path } from '../../../graphApi/path';
import { readMediaUrl } from '../../fields/mediaUrl';

const { image, video, audio, document, sticker } = mediaRules;
const { min, max } = limits.mediaMinutes;
const anyMedia = [image, video, audio, document, sticker];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage#override-outgoing-media-ttl
 */
export const operation: Operation = {
	displayName: 'Upload',
	action: 'Upload a media file',
	description:
		'Upload a file and get a media ID to send it with for 30 days. WhatsApp accepts images, videos, audio, documents and stickers.',
	fields: [
		{
			displayName: 'File Source',
			name: 'fileSource',
			type: 'options',
			options: [
				{ name: 'Binary File', value: 'binary', description: 'A file from the previous node' },
				{ name: 'URL', value: 'url', description: 'A URL that this n8n fetches' },
			],
			default: 'binary',
		},
		{ ...inputBinaryField, displayOptions: { show: { fileSource: ['binary'] } } },
		{
			displayName: 'URL',
			name: 'fileUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { fileSource: ['url'] } },
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			description: 'URL of the file. It is streamed to WhatsApp.',
		},
		optionsField([
			{ ...automaticNumberField, displayName: senderField.displayName },
			{
				displayName: 'Keep For (Minutes)',
				name: 'ttlMinutes',
				type: 'number',
				typeOptions: { minValue: min, maxValue: max },
				default: max,
				description: `How long Meta keeps the file, ${min} to ${max}, for a number that stores no messages`,
			},
		]),
	],
	request(parameters, account) {
		const file = readFile(parameters);
		const request = mediaUpload(
			path`/${readSender(parameters, account, senderField)}/media`,
			file.mimeType ?? new FileFact(file, 'mimeType'),
			new FileContent(file),
		);
		const minutes = parameters
			.group('options')
			.optionalNumber('ttlMinutes', { min, max, integer: true });
		if (minutes === undefined) return request;
		return { ...request, form: { ...request.form, ttl_minutes: String(minutes) } };
	},
};

function readFile(parameters: Parameters): BinaryFile | UrlFile {
	if (parameters.choice('fileSource') === 'binary') {
		return parameters.binary('binaryPropertyName', anyMedia);
	}
	return new UrlFile(readMediaUrl(parameters, 'fileUrl'), 'URL', anyMedia);
}
