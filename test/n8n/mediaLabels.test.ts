import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { webmToOgg } from '../../nodes/WhatsAppBusiness/files/webmToOgg';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { fileSystemBinaryData, runNode } from '../support/engine';
import { fileContent, files } from '../support/files';

const [customer] = business.customers;
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const mp3 = base64('ID3\x04\0\0\0\0\0\0abc');
const m4a = base64('\0\0\0\x20ftypM4A abc');
const wav = base64('RIFF\x24\0\0\0WAVEfmt ');
const ogg = files.ogg.data;
const webm = files.webm.data;

let simulator: Simulator;
let store: Awaited<ReturnType<typeof fileSystemBinaryData>>;

async function send(binary: IBinaryData, parameters: INodeParameters = {}) {
	const { error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { operation: 'sendMedia', to: `+${customer.waId}`, ...parameters },
		credential: credentialFor(simulator.url),
		items: [{ json: {}, binary: { data: binary } }],
	});
	const [media] = [...simulator.state.media.values()].slice(1);
	return { error, media, message: simulator.messages().at(-1) };
}

describe('A file with a label', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		store = await fileSystemBinaryData();
	});
	afterAll(async () => {
		await simulator.stop();
		store.remove();
	});
	beforeEach(() => simulator.reset());

	describe.each(['memory', 'file system'])('in the %s', (place) => {
		const placed = async (binary: IBinaryData): Promise<IBinaryData> =>
			place === 'memory'
				? binary
				: await store.store(
						Buffer.from(binary.data, 'base64'),
						binary.mimeType,
						binary.fileName ?? '',
					);

		it.each([
			['audio/mp3', 'audio.mp3', mp3, 'audio', 'audio/mpeg', 'audio.mp3'],
			['audio/opus', 'audio.opus', ogg, 'audio', 'audio/ogg', 'audio.ogg'],
			['application/ogg', 'voice.ogg', ogg, 'audio', 'audio/ogg', 'voice.ogg'],
			['audio/x-m4a', 'a.m4a', m4a, 'audio', 'audio/mp4', 'a.m4a'],
			['image/jpg', 'picture.jpg', files.jpeg.data, 'image', 'image/jpeg', 'picture.jpg'],
			['audio/mpeg', 'voice.mp4', ogg, 'audio', 'audio/ogg', 'voice.ogg'],
			['audio/vnd.unheard-of', 'voice', ogg, 'audio', 'audio/ogg', 'voice.ogg'],
			['image/png', 'photo.png', files.jpeg.data, 'image', 'image/jpeg', 'photo.jpg'],
			['audio/webm;codecs=opus', 'voice.webm', webm, 'audio', 'audio/ogg', 'voice.ogg'],
			['video/webm', 'voice.webm', webm, 'audio', 'audio/ogg', 'voice.ogg'],
			['application/octet-stream', 'blob', webm, 'audio', 'audio/ogg', 'blob.ogg'],
			// n8n calls every file so whose type it does not know.
			['text/plain', 'voice', ogg, 'audio', 'audio/ogg', 'voice.ogg'],
			['text/plain', 'photo', files.jpeg.data, 'image', 'image/jpeg', 'photo.jpg'],
			// And so every file with this name.
			['video/mp4', 'voice.mp4', ogg, 'audio', 'audio/ogg', 'voice.ogg'],
			['video/mp4', 'voice.mp4', m4a, 'audio', 'audio/mp4', 'voice.m4a'],
		])('such as %s is sent (%s)', async (mimeType, fileName, data, kind, type, name) => {
			const binary = await placed({ mimeType, fileName, data });
			const { error, media, message } = await send(binary, { mediaType: kind });
			expect(error).toBeUndefined();
			expect(media).toMatchObject({ mimeType: type, fileName: name });
			expect(media?.processedAs).toBeUndefined();
			expect(message?.body.type).toBe(kind);
		});

		it('finds its media type by its name where the label says nothing', async () => {
			const binary = await placed({ mimeType: 'text/plain', fileName: 'voice.ogg', data: ogg });
			const { error, message } = await send(binary);
			expect(error).toBeUndefined();
			expect(message?.body.type).toBe('audio');
		});

		it.each([
			['text/plain', base64('Hello'), 'a document'],
			['video/mp4', base64('\0\0\0\x20ftypisom'), 'a video'],
		])('%s with such a content is no audio', async (mimeType, data, kind) => {
			const binary = await placed({ mimeType, fileName: 'a', data });
			const { error, media } = await send(binary, { mediaType: 'audio' });
			expect(error?.message).toContain(`contains a file of the type ${mimeType}`);
			expect(error?.description).toContain(`WhatsApp takes it as ${kind}: send it as one`);
			expect(media).toBeUndefined();
		});

		it.each([
			['audio/mpeg', wav, "'Input Binary Field' contains a file of the type audio/wav"],
			['audio/wav', wav, "'Input Binary Field' contains a file of the type audio/wav"],
			[
				'audio/webm',
				base64('\x1aE\xdf\xa3\x9fB\x82\x84webm'),
				"'Input Binary Field' contains a WebM file with nothing that can be played",
			],
		])('%s with another content is refused before it is uploaded', async (mimeType, data, what) => {
			const binary = await placed({ mimeType, fileName: 'a', data });
			const { error, media } = await send(binary, { mediaType: 'audio' });
			expect(error?.message).toContain(what);
			expect(error?.description).toContain('Convert it to MP3');
			expect(media).toBeUndefined();
		});
	});

	it.each(['audio/webm;codecs=opus', 'video/webm'])(
		'%s becomes a voice message by itself',
		async (mimeType) => {
			const options = { voiceMessage: true };
			const { error, message } = await send({ ...files.webm, mimeType }, { options });
			expect(error).toBeUndefined();
			expect(message?.body).toMatchObject({ type: 'audio', audio: { voice: true } });
		},
	);
});

describe('webmToOgg', () => {
	it('keeps every packet of the audio, as one channel', async () => {
		const made = await webmToOgg(fileContent(files.webm));
		if (!Buffer.isBuffer(made)) throw new Error(made);
		const pages = made.toString('latin1').split('OggS').slice(1);
		expect(pages[0]?.slice(24, 34)).toBe('OpusHead\x01\x01');
		// A packet of 60 ms each, for a second.
		const packets = pages.slice(2).flatMap((page) => segments(page));
		expect(packets.length).toBeGreaterThanOrEqual(15);
		for (const packet of packets) {
			expect(fileContent(files.webm).includes(Buffer.from(packet, 'latin1'))).toBe(true);
		}
	});
});

/** The packets of a page, each shorter than 255 bytes. https://www.rfc-editor.org/rfc/rfc3533#section-6 */
function segments(page: string): string[] {
	const count = page.charCodeAt(22);
	let at = 23 + count;
	return Array.from({ length: count }, (_segment, index) => {
		const length = page.charCodeAt(23 + index);
		at += length;
		return page.slice(at - length, at);
	});
}
