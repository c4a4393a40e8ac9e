import { mediaUrl } from '../api.js';
import { el, icon } from '../dom.js';
import type { MediaContent } from '../wire.js';

/** Images smaller than this, in pixels, are samples too small to see. */
const speck = 4;

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker' | 'gif';

const names: Record<MediaKind, string> = {
	image: 'Photo',
	video: 'Video',
	audio: 'Audio',
	document: 'Document',
	sticker: 'Sticker',
	gif: 'GIF',
};

/** Draws media from the simulator. Media behind a link is named, not loaded. */
export function drawMedia(kind: MediaKind, media: MediaContent): HTMLElement {
	const { id, link } = media;
	if (kind === 'document') return drawDocument(media);
	if (!id) return placeholder(kind, link ? fileName(link) : 'No file', link);
	const src = mediaUrl(id);
	const broken = (element: HTMLElement) => () =>
		element.replaceWith(placeholder(kind, 'This file cannot be shown'));
	if (kind === 'audio') {
		const player = el('audio', { controls: true, preload: 'metadata', src });
		const box = el('div', { class: 'audio' }, icon('mic'), player);
		player.addEventListener('error', broken(box));
		return box;
	}
	if (kind === 'video' || kind === 'gif') {
		const isGif = kind === 'gif';
		const video = el('video', {
			class: 'media',
			controls: !isGif,
			loop: isGif,
			preload: 'metadata',
			'aria-label': media.caption ?? names[kind],
			src,
		});
		video.addEventListener('error', broken(video));
		return video;
	}
	const image = el('img', {
		class: kind === 'sticker' ? 'sticker' : 'media',
		alt: media.caption ?? names[kind],
		loading: 'lazy',
		src,
	});
	image.addEventListener('error', broken(image));
	image.addEventListener('load', () => {
		const isSpeck = image.naturalWidth < speck && image.naturalHeight < speck;
		if (isSpeck) image.replaceWith(placeholder(kind, 'A sample of one pixel'));
	});
	return image;
}

function drawDocument({ id, link, filename }: MediaContent): HTMLElement {
	const name = filename ?? (link ? fileName(link) : 'Document');
	const kind = /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? 'FILE';
	const parts = [
		el('span', { class: 'file-kind' }, icon('file'), el('b', {}, kind)),
		el('span', { class: 'file-name' }, name, link ? el('small', {}, link) : null),
	];
	if (!id) return el('div', { class: 'file' }, ...parts);
	const href = mediaUrl(id);
	return el('a', { class: 'file', href, download: name }, ...parts, icon('download'));
}

const placeholderIcons: Partial<Record<MediaKind, string>> = {
	audio: 'mic',
	image: 'image',
	sticker: 'sticker',
};

function placeholder(kind: MediaKind, text: string, link?: string): HTMLElement {
	return el(
		'div',
		{ class: 'media placeholder' },
		icon(placeholderIcons[kind] ?? 'video'),
		el('b', {}, names[kind]),
		el('span', {}, text),
		link ? el('small', {}, link) : null,
	);
}

function fileName(link: string): string {
	return decodeURI(link.split(/[?#]/)[0]?.split('/').at(-1) || link);
}
