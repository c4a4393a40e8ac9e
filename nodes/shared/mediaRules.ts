import { kilobyte, megabyte } from './fileSize';

/** The files that WhatsApp accepts as one kind of media. */
export interface MediaRule {
	/** For error texts, e.g. "an image". */
	what: string;
	mimeTypes: readonly string[];
	maxBytes: number;
	/** For a picture that is not animated, if that limit is lower. */
	maxStaticBytes?: number;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#supported-media-types */
export const mediaRules = {
	image: { what: 'an image', mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * megabyte },
	video: { what: 'a video', mimeTypes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * megabyte },
	// Of template headers. Above 3.5 MB WhatsApp shows it as a video.
	gif: { what: 'a GIF', mimeTypes: ['video/mp4'], maxBytes: 16 * megabyte },
	audio: {
		what: 'an audio message',
		mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
		maxBytes: 16 * megabyte,
	},
	document: {
		what: 'a document',
		mimeTypes: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.ms-excel',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
		maxBytes: 100 * megabyte,
	},
	sticker: {
		what: 'a sticker',
		mimeTypes: ['image/webp'],
		maxBytes: 500 * kilobyte,
		maxStaticBytes: 100 * kilobyte,
	},
	// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
	profilePicture: {
		what: 'a profile picture',
		mimeTypes: ['image/jpeg', 'image/png'],
		maxBytes: 5 * megabyte,
	},
	// https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#update-group-settings
	groupPicture: { what: 'a group picture', mimeTypes: ['image/jpeg'], maxBytes: 5 * megabyte },
} as const satisfies Record<string, MediaRule>;

export type MediaKind = keyof typeof mediaRules;

/**
 * What can be uploaded for a handle: samples for the headers of templates, by the kind of header.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 */
export const sampleRules = {
	document: { ...mediaRules.document, mimeTypes: ['application/pdf'] },
	gif: mediaRules.gif,
	image: mediaRules.image,
	video: { ...mediaRules.video, mimeTypes: ['video/mp4'] },
} satisfies Record<string, MediaRule>;
