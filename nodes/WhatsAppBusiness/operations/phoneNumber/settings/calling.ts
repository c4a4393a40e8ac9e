import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { readCountryCodes } from '../../../fields/countryCodes';
import { alphabetical } from '../../../fields/options';
import { callHoursFields, readCallHours } from './callHours';
import { readSip, sipFields } from './sip';
import { status } from './status';
import { readVoicemail, voicemailFields } from './voicemail';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings */
export const callingFields: INodeProperties[] = [
	{
		displayName: 'Calls Enabled',
		name: 'callingEnabled',
		type: 'boolean',
		displayOptions: { show: { setting: ['calling'] } },
		default: true,
		description: 'Whether people and the business can call each other on this number',
	},
	{
		displayName: 'Calling Options',
		name: 'calling',
		type: 'collection',
		placeholder: 'Add Option',
		displayOptions: { show: { setting: ['calling'] } },
		default: {},
		options: alphabetical([
			{
				displayName: 'Additional Audio Codecs',
				name: 'audioCodecs',
				type: 'multiOptions',
				options: [
					{ name: 'G.711 A-Law (PCMA)', value: 'PCMA' },
					{ name: 'G.711 µ-Law (PCMU)', value: 'PCMU' },
				],
				default: [],
				description: 'Codecs in addition to Opus, for phone systems without Opus',
			},
			{
				displayName: 'Ask Callers for Call Permission',
				name: 'callbackPermission',
				type: 'boolean',
				default: true,
				description: 'Whether callers are asked to let the business call back',
			},
			{
				displayName: 'Call Icon Countries',
				name: 'callIconCountries',
				type: 'string',
				default: '',
				placeholder: 'e.g. US, BR',
				description:
					'Two-letter codes of the countries whose phone numbers see the call button. Leave empty for all.',
			},
			{
				displayName: 'Call Icon Visibility',
				name: 'callIconVisibility',
				type: 'options',
				options: [
					{ name: 'Shown', value: 'DEFAULT' },
					{ name: 'Hidden', value: 'DISABLE_ALL' },
				],
				default: 'DEFAULT',
				description: 'Whether the chat and the profile show the call button',
			},
			...callHoursFields,
			...sipFields,
			...voicemailFields,
			{
				displayName: 'Video Calls',
				name: 'video',
				type: 'boolean',
				default: true,
				description: 'Whether calls can have video',
			},
		]),
	},
];

/** @throws InputError for an invalid option. */
export function readCalling(parameters: Parameters) {
	const options = parameters.group('calling');
	const video = options.optionalBoolean('video');
	const callback = options.optionalBoolean('callbackPermission');
	return {
		status: status(parameters.requiredBoolean('callingEnabled')),
		call_icon_visibility: options.optionalChoice('callIconVisibility'),
		call_icons: readCallIcons(options),
		call_hours: readCallHours(options),
		callback_permission_status: callback === undefined ? undefined : status(callback),
		...readSip(options),
		audio: options.hasValue('audioCodecs')
			? { additional_codecs: options.choices('audioCodecs') }
			: undefined,
		video: video === undefined ? undefined : { status: status(video) },
		voicemail: readVoicemail(options),
	};
}

// An option that is added but left empty removes the restriction.
function readCallIcons(options: Parameters) {
	if (!options.isAdded('callIconCountries')) return undefined;
	return { restrict_to_user_countries: readCountryCodes(options, 'callIconCountries', {}) };
}
