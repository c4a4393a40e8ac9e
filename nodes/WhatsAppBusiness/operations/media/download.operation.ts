import { asText, asTextOrNumber } from '../../../graphApi/coerce';
import { verifyChecksum } from '../../../graphApi/checksum';
import { FileError } from '../../../graphApi/errors/fileError';
import { limitSize } from '../../../graphApi/limitSize';
import { sizeText } from '../../../shared/fileSize';
import { downloadedType, nameForType } from '../../../shared/fileTypes';
import { mediaRules } from '../../../shared/mediaRules';
import { withExtension } from '../../../shared/storeFile';
import type { Operation } from '../../operation';
import { mediaIdField, outputBinaryField } from '../../fields/media';
import { mediaRequest, ownerField } from './mediaRequest';
import { optionsField } from '../../fields/options';

const largestFile = Math.max(...Object.values(mediaRules).map(({ maxBytes }) => maxBytes));

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#download-media */
export const operation: Operation = {
	displayName: 'Download',
	action: 'Download a media file',
	description: 'Download a media file, for example one a customer sent, and verify its checksum',
	fields: [
		mediaIdField,
		outputBinaryField,
		optionsField([
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. invoice.pdf',
				description:
					'New name for the file; by default it keeps its name, with the extension of its type',
			},
			ownerField,
		]),
	],
	request(parameters, account) {
		parameters.text('binaryPropertyName');
		return mediaRequest('GET', parameters, account);
	},
	async finish(media, { parameters, downloadFromMeta, store, retry }) {
		const stored = await retry(async () => {
			const file = await downloadFromMeta(asText(media.url) ?? '');
			const mimeType = downloadedType(asText(media.mime_type) ?? undefined, file.mimeType);
			const chosen = parameters.group('options').optionalText('fileName');
			const name = file.fileName ?? asTextOrNumber(media.id) ?? 'media';
			const content = verifyChecksum(limitSize(file.content, largestFile, tooLarge), media.sha256);
			if (chosen !== undefined) return await store(content, chosen, mimeType);
			return withExtension(await store(content, nameForType(name, mimeType), mimeType));
		});
		const property = parameters.text('binaryPropertyName').trim();
		return [{ json: media, binary: { [property]: stored } }];
	},
};

function tooLarge(): FileError {
	return FileError.final(
		`The file is larger than ${sizeText(largestFile)}, more than WhatsApp takes.`,
		'Check the media ID, and the host in the credential: something other than WhatsApp may have sent the file.',
	);
}
