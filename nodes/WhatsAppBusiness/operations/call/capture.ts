import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { checkLanguageCode } from '../../fields/templateName';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

const announcement: INodePropertyCollection = {
	displayName: 'Announcement',
	name: 'announcement',
	values: [
		{
			displayName: 'Purpose',
			name: 'purpose',
			type: 'string',
			required: true,
			default: 'quality assurance',
			placeholder: 'e.g. quality assurance',
			description: 'The reason that both sides hear, in the language of the announcement',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			required: true,
			default: 'en_US',
			placeholder: 'e.g. pt_BR',
			description: 'Language code of the announcement',
		},
	],
};

/** What WhatsApp keeps of a call. Both sides hear an announcement first. Read with `readCapture`. */
export const captureFields: INodeProperties[] = [
	{
		displayName: 'Recording',
		name: 'recording',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Recording',
		description:
			'Records the call after an announcement to both sides. The file comes with an event of the trigger after the call.',
		options: [announcement],
	},
	{
		displayName: 'Transcription',
		name: 'transcription',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Transcription',
		description:
			'Writes down the call after an announcement to both sides. The file comes with an event of the trigger after the call.',
		options: [announcement],
	},
];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-recording
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-transcription
 * @throws InputError when a purpose is missing or a language is no language code.
 */
export function readCapture(parameters: Parameters): RequestBody {
	const options = parameters.group('options');
	return {
		recording: readAnnouncement(options, 'recording'),
		transcription: readAnnouncement(options, 'transcription'),
	};
}

function readAnnouncement(options: Parameters, name: string): RequestBody | undefined {
	const entry = options.addedEntry(name, announcement.name);
	if (entry === undefined) return undefined;
	const language = entry.text('language').trim();
	checkLanguageCode(entry, 'language', language);
	return {
		status: 'ENABLED',
		purpose: entry.text('purpose').trim(),
		announcement_language: language,
	};
}
