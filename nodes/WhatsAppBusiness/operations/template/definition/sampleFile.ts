import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import { FileHandle } from '../../../files/placeholders';
import { InputError } from '../../../../shared/inputError';
import type { Parameters } from '../../../parameters/parameters';
import { inputBinaryField } from '../../../fields/media';
import { sampleRules } from '../../../../shared/mediaRules';

/** Headers that need a sample file, for the people who review the template. */
export type SampleType = keyof typeof sampleRules;

export function isSampleType(type: string): type is SampleType {
	return type in sampleRules;
}

/** Where the sample comes from, shown for the header types given. */
export function sampleFields(types: string[]): INodeProperties[] {
	const shownFor = (source: string) => ({ show: { headerType: types, sampleSource: [source] } });
	return [
		{
			displayName: 'Sample File',
			name: 'sampleSource',
			type: 'options',
			displayOptions: { show: { headerType: types } },
			options: [
				{ name: 'Binary File', value: 'binary', description: 'A file from the previous node' },
				{
					name: 'Header Handle',
					value: 'handle',
					description: "A file uploaded with 'Media: Create Header Handle'",
				},
			],
			default: 'binary',
			description: 'An example of the file, for the people who review the template',
		},
		{ ...inputBinaryField, displayOptions: shownFor('binary') },
		{
			displayName: 'Header Handle',
			name: 'headerHandle',
			type: 'string',
			required: true,
			displayOptions: shownFor('handle'),
			default: '',
			placeholder: 'e.g. 4::aW1hZ2UvanBlZw==:ARYy…',
		},
	];
}

/**
 * The handle of the sample, or the file that is uploaded to get one.
 * @throws InputError when the file or handle is missing, the file is of a type Meta does not take, or the
 * credential has no app to upload it to.
 */
export function readSample(
	header: Parameters,
	type: SampleType,
	{ appId }: Account,
): FileHandle | string {
	if (header.choice('sampleSource') === 'handle') return header.text('headerHandle').trim();
	const file = header.binary('binaryPropertyName', sampleRules[type]);
	if (appId === '') {
		throw new InputError(
			'App ID',
			'is empty in the credential',
			"Fill it in there: the sample file is uploaded to the app. Or choose 'Header Handle' as the sample.",
		);
	}
	return new FileHandle(file, appId);
}
