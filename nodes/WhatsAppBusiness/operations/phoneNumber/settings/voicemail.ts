import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { status } from './status';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings#voicemail */
export const voicemailFields: INodeProperties[] = [
	{
		displayName: 'Voicemail',
		name: 'voicemail',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Voicemail',
		description:
			'Lets callers leave a message when nobody answers. You receive it as an audio message.',
		options: [
			{
				displayName: 'Voicemail',
				name: 'settings',
				values: [
					{
						displayName: 'Enabled',
						name: 'enabled',
						type: 'boolean',
						default: true,
						description: 'Whether callers can leave a message',
					},
					{
						displayName: 'When',
						name: 'triggers',
						type: 'multiOptions',
						options: [
							{ name: 'Nobody Answers in Time', value: 'TIMEOUT' },
							{ name: 'The Call Is Rejected', value: 'REJECT' },
						],
						default: ['REJECT', 'TIMEOUT'],
						displayOptions: { show: { enabled: [true] } },
					},
					{
						displayName: 'Announcement ID',
						name: 'announcementMediaId',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. 938884519013664',
						displayOptions: { show: { enabled: [true] } },
						description: 'ID of an uploaded recording (OGG with Opus) that callers hear first',
					},
					{
						displayName: 'Wait (Seconds)',
						name: 'timeoutSeconds',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 20,
						displayOptions: { show: { enabled: [true] } },
						description: 'How long to ring before the announcement is played',
					},
				],
			},
		],
	},
];

/** The voicemail settings, or undefined when the option was not added. */
export function readVoicemail(options: Parameters) {
	const voicemail = options.entry('voicemail', 'settings');
	if (!voicemail) return undefined;
	if (!voicemail.requiredBoolean('enabled')) return { status: status(false) };
	return {
		status: status(true),
		triggers: voicemail.choices('triggers'),
		audio: {
			default: {
				announcement_media_id: voicemail
					.text('announcementMediaId', {
						pattern: { regex: /^\s*\d+\s*$/, description: 'a media ID, which has digits only' },
					})
					.trim(),
				timeout_seconds: voicemail.number('timeoutSeconds', { min: 1, integer: true }),
			},
		},
	};
}
