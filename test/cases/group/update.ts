import { chosenGroup, groupPath, rejectedGroups } from '../../support/group';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { group: chosenGroup, updateFields: { subject: 'Watch enthusiasts ' } },
		request: {
			method: 'POST',
			path: groupPath,
			body: { messaging_product: 'whatsapp', subject: 'Watch enthusiasts' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			group: chosenGroup,
			updateFields: {
				subject: 'Watch enthusiasts',
				description: 'Share what you have on your wrist',
				binaryPropertyName: 'picture',
			},
		},
		binary: { picture: files.groupPicture },
		request: {
			method: 'POST',
			path: groupPath,
			body: {
				messaging_product: 'whatsapp',
				subject: 'Watch enthusiasts',
				description: 'Share what you have on your wrist',
				file: "<ID of the uploaded binary 'picture'>",
			},
		},
	},
	{
		name: 'picture alone',
		parameters: { group: chosenGroup, updateFields: { binaryPropertyName: 'data' } },
		binary: { data: files.groupPicture },
		request: {
			method: 'POST',
			path: groupPath,
			body: { messaging_product: 'whatsapp', file: "<ID of the uploaded binary 'data'>" },
		},
	},
];

export const rejected: RejectedCase[] = [
	...rejectedGroups({ updateFields: { subject: 'x' } }),
	{
		name: 'nothing to change',
		parameters: { group: chosenGroup },
		message: /'Update Fields' is empty/,
	},
	{
		name: 'a subject that is too long',
		parameters: { group: chosenGroup, updateFields: { subject: 'x'.repeat(129) } },
		message: /'Subject' has 129 characters/,
	},
	{
		name: 'a subject of spaces',
		parameters: { group: chosenGroup, updateFields: { subject: ' ' } },
		message: /'Subject' is empty/,
	},
	{
		name: 'a description that is too long',
		parameters: { group: chosenGroup, updateFields: { description: 'x'.repeat(2049) } },
		message: /'Description' has 2049 characters/,
	},
	{
		name: 'a PNG',
		parameters: { group: chosenGroup, updateFields: { binaryPropertyName: 'data' } },
		binary: { data: files.png },
		message: /'Picture Binary Field' contains a file of the type image\/png/,
	},
	{
		name: 'a missing file',
		parameters: { group: chosenGroup, updateFields: { binaryPropertyName: 'data' } },
		message: /'Picture Binary Field' names 'data'/,
	},
];
