import { asText } from '../../../graphApi/coerce';
import { sendToSession, uploadSession } from '../../../graphApi/resumableUpload';
import { FileFact } from '../../files/placeholders';
import type { BinaryFile } from '../../files/binaryFile';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { appField, readApp } from '../../fields/app';
import { inputBinaryField } from '../../fields/media';
import { sampleRules } from '../../../shared/mediaRules';
import { optionsField } from '../../fields/options';

/** https://developers.facebook.com/docs/graph-api/guides/upload */
export const operation: Operation = {
	displayName: 'Create Header Handle',
	action: 'Create a header handle',
	description:
		'Upload a sample file and get the handle that the header of a new template or a profile picture needs',
	fields: [
		inputBinaryField,
		optionsField([
			appField,
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. sample.jpg',
				description: 'New name for the file; by default it keeps its name',
			},
		]),
	],
	request(parameters, account) {
		const file = readSample(parameters);
		return uploadSession(readApp(parameters, account), {
			fileName: parameters.group('options').optionalText('fileName') ?? file.data.fileName,
			size: new FileFact(file, 'size'),
			mimeType: file.mimeType ?? new FileFact(file, 'mimeType'),
		});
	},
	async finish({ id }, { parameters, open, ...api }) {
		const sessionId = asText(id);
		if (sessionId === null) throw new TypeError('The response has no upload session');
		const file = readSample(parameters);
		return [{ json: { handle: await sendToSession(sessionId, () => open(file), api) } }];
	},
};

function readSample(parameters: Parameters): BinaryFile {
	return parameters.binary('binaryPropertyName', Object.values(sampleRules));
}
