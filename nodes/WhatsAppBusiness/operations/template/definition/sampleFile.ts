import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import { FileHandle } from '../../../files/placeholders';
import { credentialId } from '../../../../shared/account/credentialId';
import type { Parameters } from '../../../parameters/parameters';
import { inputBinaryField } from '../../../fields/media';
import { sampleRules } from '../../../../shared/mediaRules';

/** The header types that need a sample file for Meta's review. */
export type SampleType = keyof typeof sampleRules;

export function isSampleType(type: string): type is SampleType {
	return type in sampleRules;
}

/** Where the sample file comes from, shown for the given header types. */
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
					description:
						"A file uploaded with 'Media: Create Header Handle', or with Kapso by 'Kapso Media: Ingest'",
				},
			],
			default: 'binary',
			description: "An example of the file, for Meta's review",
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
 * The handle of the sample file, or the file that is uploaded to get one.
 * @throws InputError when the file or handle is missing or the type of the file is not supported, MissingIdError without an
 * app to upload it to.
 */
export function readSample(
	header: Parameters,
	type: SampleType,
	account: Account,
): FileHandle | string {
	if (header.choice('sampleSource') === 'handle') return header.text('headerHandle').trim();
	const file = header.binary('binaryPropertyName', sampleRules[type]);
	const todo =
		"Fill it in there: the sample file is uploaded to the app. Or set 'Sample File' to 'Header Handle'.";
	return new FileHandle(file, credentialId(account, 'appId', todo));
}
