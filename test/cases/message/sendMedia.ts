import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import { files } from '../../support/files';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;
const to = '+16505551234';
const replyTo = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';
const mediaId = '1037543291543636';
const uploaded = "<ID of the uploaded binary 'data'>";

function body(type: string, content: IDataObject, more: IDataObject = {}): IDataObject {
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to,
		...more,
		type,
		[type]: content,
	};
}

/** Two of Meta's examples, alone and as a reply: the same content by ID and by URL. */
function examples(
	kind: string,
	mediaType: string,
	options: INodeParameters,
	content: IDataObject,
): RequestCase[] {
	const link = `https://example.com/${mediaType}`;
	const byId = { mediaSource: 'id', mediaId };
	const byUrl = { mediaSource: 'url', mediaUrl: link };
	return [
		{ way: 'ID', source: byId, media: { id: mediaId } },
		{ way: 'URL', source: byUrl, media: { link } },
	].flatMap(({ way, source, media }) => {
		// Of Meta's examples, only the documents by ID have a file name.
		const fileName = way === 'ID' && mediaType === 'document' ? { fileName: 'file.pdf' } : {};
		const filename = way === 'ID' && mediaType === 'document' ? { filename: 'file.pdf' } : {};
		return [
			{
				name: `example: ${mediaType} by ${way}`,
				example: `Send ${kind} Message by ${way}`,
				parameters: { to, mediaType, ...source, options: { ...options, ...fileName } },
				request: {
					method: 'POST',
					path,
					body: body(mediaType, { ...media, ...content, ...filename }),
				},
			},
			{
				name: `example: reply with ${mediaType} by ${way}`,
				example: `Send Reply to ${kind} Message by ${way}`,
				parameters: {
					to,
					mediaType,
					...source,
					options: { ...options, ...fileName, replyToMessageId: replyTo },
				},
				request: {
					method: 'POST',
					path,
					body: body(
						mediaType,
						{ ...media, ...content, ...filename },
						{ context: { message_id: replyTo } },
					),
				},
			},
		] satisfies RequestCase[];
	});
}

export const cases: RequestCase[] = [
	{
		name: 'with a long caption in Markdown, whose rest follows as text',
		parameters: {
			to,
			mediaType: 'image',
			mediaSource: 'id',
			mediaId,
			options: {
				caption: `**Ferns**\n\n${'a'.repeat(900)}\n\n${'b'.repeat(900)}`,
				textIsMarkdown: true,
				splitLongTexts: true,
				replyToMessageId: replyTo,
			},
		},
		request: {
			method: 'POST',
			path,
			body: body(
				'image',
				{ id: mediaId, caption: `*Ferns*\n\n${'a'.repeat(900)}` },
				{ context: { message_id: replyTo } },
			),
		},
		following: [body('text', { body: 'b'.repeat(900) })],
	},
	{
		name: 'smallest',
		parameters: { to, mediaSource: 'url', mediaUrl: 'https://example.com/plant.jpg' },
		request: {
			method: 'POST',
			path,
			body: body('image', { link: 'https://example.com/plant.jpg' }),
		},
	},
	{
		name: 'fullest',
		parameters: {
			to,
			mediaType: 'document',
			binaryPropertyName: 'data',
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			options: {
				caption: 'Your invoice of March',
				fileName: 'invoice-march.pdf',
				replyToMessageId: replyTo,
				callbackData: 'order-4711',
				omittedKeys: [],
			},
		},
		binary: { data: files.pdf },
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: body(
				'document',
				{ id: uploaded, caption: 'Your invoice of March', filename: 'invoice-march.pdf' },
				{ context: { message_id: replyTo }, biz_opaque_callback_data: 'order-4711' },
			),
		},
	},
	{
		name: 'binary document keeps its own name',
		parameters: { to, mediaType: 'document' },
		binary: { data: files.pdf },
		request: {
			method: 'POST',
			path,
			body: body('document', { id: uploaded, filename: 'document.pdf' }),
		},
	},
	{
		name: 'document by URL has no name of its own',
		parameters: {
			to,
			mediaType: 'document',
			mediaSource: 'url',
			mediaUrl: ' https://example.com/a.pdf ',
		},
		request: {
			method: 'POST',
			path,
			body: body('document', { link: 'https://example.com/a.pdf' }),
		},
	},
	{
		name: 'binary image',
		parameters: { to, mediaType: 'image', options: { caption: 'Aloe vera' } },
		binary: { data: files.jpeg },
		request: { method: 'POST', path, body: body('image', { id: uploaded, caption: 'Aloe vera' }) },
	},
	{
		name: 'binary video',
		parameters: { to, mediaType: 'video', options: { caption: 'How to water' } },
		binary: { data: files.mp4 },
		request: {
			method: 'POST',
			path,
			body: body('video', { id: uploaded, caption: 'How to water' }),
		},
	},
	{
		name: 'binary sticker',
		parameters: { to, mediaType: 'sticker', binaryPropertyName: 'picture' },
		binary: { picture: files.webp },
		request: {
			method: 'POST',
			path,
			body: body('sticker', { id: "<ID of the uploaded binary 'picture'>" }),
		},
	},
	{
		name: 'voice message',
		parameters: { to, mediaType: 'audio', options: { voiceMessage: true } },
		binary: { data: files.ogg },
		request: { method: 'POST', path, body: body('audio', { id: uploaded, voice: true }) },
	},
	{
		name: 'audio that is not a voice message',
		parameters: {
			to,
			mediaType: 'audio',
			mediaSource: 'url',
			mediaUrl: 'https://example.com/song.mp3',
			options: { voiceMessage: false },
		},
		request: {
			method: 'POST',
			path,
			body: body('audio', { link: 'https://example.com/song.mp3', voice: false }),
		},
	},
	{
		name: 'to a group',
		parameters: {
			recipientType: 'group',
			groupId: business.group.id,
			mediaType: 'image',
			mediaSource: 'id',
			mediaId: ` ${mediaId} `,
		},
		request: {
			method: 'POST',
			path,
			body: body('image', { id: mediaId }, { recipient_type: 'group', to: business.group.id }),
		},
	},
	...[
		{ kind: 'image', file: files.jpeg, content: { caption: 'Look' } },
		{ kind: 'video', file: files.mp4, content: { caption: 'Look' } },
		{ kind: 'audio', file: files.ogg, content: { voice: true } },
		{ kind: 'sticker', file: files.webp, content: {} },
		{ kind: 'document', file: files.pdf, content: { filename: 'document.pdf', caption: 'Look' } },
	].map(({ kind, file, content }) => ({
		name: `automatic: a file of the type ${file.mimeType}`,
		parameters: { to, options: { caption: 'Look', voiceMessage: true } },
		binary: { data: file },
		request: { method: 'POST' as const, path, body: body(kind, { id: uploaded, ...content }) },
	})),
	{
		name: 'automatic: a file that n8n knows only by its name',
		parameters: { to },
		binary: {
			data: { ...files.mp4, mimeType: 'application/octet-stream', fileName: 'How To.MP4' },
		},
		request: { method: 'POST', path, body: body('video', { id: uploaded }) },
	},
	{
		name: 'automatic: a URL by its extension',
		parameters: {
			to,
			mediaSource: 'url',
			mediaUrl: 'https://example.com/a/Photo.JPEG?size=large.mp4',
		},
		request: {
			method: 'POST',
			path,
			body: body('image', { link: 'https://example.com/a/Photo.JPEG?size=large.mp4' }),
		},
	},
	{
		name: 'automatic: a media ID is an image, as it was before',
		parameters: { to, mediaSource: 'id', mediaId, options: { caption: 'Look' } },
		request: { method: 'POST', path, body: body('image', { id: mediaId, caption: 'Look' }) },
	},
	{
		name: 'automatic: a URL without an extension is an image, as it was before',
		parameters: { to, mediaSource: 'url', mediaUrl: 'https://example.com/files/4711' },
		request: {
			method: 'POST',
			path,
			body: body('image', { link: 'https://example.com/files/4711' }),
		},
	},
	{
		name: 'automatic: a file of unknown type is an image, as it was before',
		parameters: { to },
		binary: { data: { ...files.jpeg, mimeType: 'application/octet-stream', fileName: undefined } },
		request: { method: 'POST', path, body: body('image', { id: uploaded }) },
	},
	...examples('Audio', 'audio', {}, {}),
	...examples('Document', 'document', { caption: 'Invoice' }, { caption: 'Invoice' }),
	...examples('Image', 'image', {}, {}),
	...examples('Sticker', 'sticker', {}, {}),
	...examples('Video', 'video', { caption: 'How to water' }, { caption: 'How to water' }),
];

export const rejected: RejectedCase[] = [
	{
		name: 'automatic with a type that WhatsApp does not take',
		parameters: { to },
		binary: { data: { ...files.pdf, mimeType: 'text/csv' } },
		message: /'Input Binary Field' contains a file of the type text\/csv/,
	},
	{
		name: 'a document as an image',
		parameters: { to, mediaType: 'image' },
		binary: { data: files.pdf },
		message: /'Input Binary Field' contains a file of the type application\/pdf/,
	},
	{
		name: 'binary data that does not exist',
		parameters: { to, mediaType: 'image', binaryPropertyName: 'photo' },
		binary: { data: files.png },
		message: /'Input Binary Field' names 'photo', but the item has no binary data/,
	},
	{
		name: 'an unsupported file type',
		parameters: { to, mediaType: 'image' },
		binary: { data: files.webp },
		message: /'Input Binary Field' contains a file of the type image\/webp/,
	},
	{
		name: 'a sticker that is not WebP',
		parameters: { to, mediaType: 'sticker' },
		binary: { data: files.png },
		message: /'Input Binary Field' contains a file of the type image\/png/,
	},
	{
		name: 'a missing URL',
		parameters: { to, mediaType: 'image', mediaSource: 'url', mediaUrl: '' },
		message: /'Media URL' is empty/,
	},
	{
		name: 'a URL that is not http',
		parameters: { to, mediaType: 'image', mediaSource: 'url', mediaUrl: 'file:///etc/passwd' },
		message: /'Media URL' is not a valid URL/,
	},
	{
		name: 'two URLs',
		parameters: {
			to,
			mediaType: 'image',
			mediaSource: 'url',
			mediaUrl: 'https://example.com/a.jpg\nhttps://example.com/b.jpg',
		},
		message: /'Media URL' contains a space or a line break/,
	},
	{
		name: 'a URL with a space',
		parameters: { to, mediaType: 'image', mediaSource: 'url', mediaUrl: 'https://e.com/a b.jpg' },
		message: /'Media URL' contains a space or a line break/,
	},
	{
		name: 'a missing media ID',
		parameters: { to, mediaType: 'image', mediaSource: 'id', mediaId: ' ' },
		message: /'Media ID' is empty/,
	},
	{
		name: 'a caption that is too long',
		parameters: {
			to,
			mediaType: 'video',
			mediaSource: 'id',
			mediaId,
			options: { caption: 'x'.repeat(1025) },
		},
		message: /'Caption' has 1025 characters/,
	},
	{
		name: 'a voice message that is not OGG',
		parameters: { to, mediaType: 'audio', options: { voiceMessage: true } },
		binary: { data: { ...files.mp4, mimeType: 'audio/mp4' } },
		message: /'Voice Message' is on, but the file is of the type audio\/mp4/,
	},
];
