/** Why a WebM file cannot become an OGG file without being encoded anew. */
export type NotRepackaged =
	'a video' | 'no audio with the codec Opus' | 'nothing that can be played';

/** Where the header of Opus says for how many channels to decode, and how they are arranged. */
const channelCountAt = 9;
const arrangementAt = 18;

/**
 * Puts the audio of a WebM file, as browsers record it, into an OGG file. The audio itself stays as it is, but is played
 * as mono: WhatsApp takes no other OGG, and every decoder of Opus can mix two channels into one.
 * https://www.rfc-editor.org/rfc/rfc7845
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#supported-media-types
 * @param webm the whole file, some megabytes at most.
 * @returns the OGG file, or what the WebM file holds instead.
 */
export async function webmToOgg(webm: Buffer): Promise<Buffer | NotRepackaged> {
	// Loading it takes longer than most messages, and few need it.
	const media = await import('mediabunny');
	const input = new media.Input({
		formats: [media.WEBM],
		source: new media.BufferSource(webm),
	});
	try {
		if ((await input.getPrimaryVideoTrack()) !== null) return 'a video';
		const track = await input.getPrimaryAudioTrack();
		if (track === null || (await track.getCodec()) !== 'opus')
			return 'no audio with the codec Opus';
		const target = new media.BufferTarget();
		const output = new media.Output({ format: new media.OggOutputFormat(), target });
		const source = new media.EncodedAudioPacketSource('opus');
		output.addAudioTrack(source);
		await output.start();
		const decoderConfig = asMono((await track.getDecoderConfig()) ?? undefined);
		for await (const packet of new media.EncodedPacketSink(track).packets()) {
			await source.add(packet, { decoderConfig });
		}
		await output.finalize();
		return Buffer.from(target.buffer ?? new ArrayBuffer(0));
	} catch {
		return 'nothing that can be played';
	} finally {
		input.dispose();
	}
}

function asMono(config: AudioDecoderConfig | undefined): AudioDecoderConfig | undefined {
	if (!config?.description || !ArrayBuffer.isView(config.description)) return config;
	const { buffer, byteOffset, byteLength } = config.description;
	const header = Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength));
	if (header[arrangementAt] !== 0) return config;
	header[channelCountAt] = 1;
	return { ...config, numberOfChannels: 1, description: header };
}
