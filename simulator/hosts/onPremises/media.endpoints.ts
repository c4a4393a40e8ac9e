import { randomUUID } from 'node:crypto';
import type { MediaFile } from '../../media/mediaFile';
import { maximumSizeOf, uploadTypes } from '../../media/store';
import type { State } from '../../state';
import { bytesOf } from './bytes';
import { Content, onPremisesEndpoint } from './endpoint';
import { refusal } from './errors';

export const uploadMedia = onPremisesEndpoint({
	method: 'POST',
	path: '/media',
	access: 'user',
	handle: async (call) => {
		const { simulator, number } = call;
		const { type, content } = bytesOf(call, /^[\w.+-]+\/[\w.+-]+$/);
		if (!uploadTypes.includes(type)) throw refusal(1009, `Files of the type ${type} are not taken`);
		const maximum = maximumSizeOf(type, content);
		if (content.length > maximum) {
			throw refusal(1009, `A file of the type ${type} has at most ${maximum} bytes`);
		}
		const saved = await simulator.media.save(content, { phoneNumberId: number.id, mimeType: type });
		const media: MediaFile = { ...saved, id: randomUUID() };
		simulator.state.media.set(media.id, media);
		return { media: [{ id: media.id }] };
	},
});

export const getMedia = onPremisesEndpoint({
	method: 'GET',
	path: '/media/:media',
	access: 'user',
	handle: ({ simulator, params }) => {
		const media = found(simulator.state, params.media);
		return new Content(media.mimeType, simulator.media.open(media), {
			'content-length': media.size,
		});
	},
});

export const deleteMedia = onPremisesEndpoint({
	method: 'DELETE',
	path: '/media/:media',
	access: 'user',
	handle: async ({ simulator, params }) => {
		const media = found(simulator.state, params.media);
		simulator.state.media.delete(media.id);
		await simulator.media.remove(media);
		return {};
	},
});

function found({ media }: State, id = ''): MediaFile {
	const file = media.get(id);
	if (!file) throw refusal(1006, 'There is no such media');
	return file;
}
