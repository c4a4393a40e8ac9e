import type { MultipartFile } from '@fastify/multipart';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import {
	SimulatedGraphError,
	invalidParameter,
	missingParameter,
	unknownObject,
} from '../graph/errors';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import { processedType, type MediaFile } from './mediaFile';
import { maximumSizeOf, uploadTypes } from './store';

/**
 * Uploads a file. The content is streamed to disk, never held in memory.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media
 */
export const uploadMedia = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'media',
	handle: async ({ simulator, node, raw }) => {
		if (!raw.isMultipart()) throw missingParameter('file');
		const fields: Record<string, string> = {};
		let media: MediaFile | undefined;
		for await (const part of raw.parts()) {
			if (part.type === 'field') fields[part.fieldname] = String(part.value);
			else if (part.fieldname === 'file') media = await receive(simulator, node, part);
			else part.file.resume();
		}
		try {
			if (fields.messaging_product !== 'whatsapp') throw missingParameter('messaging_product');
			if (!media) throw missingParameter('file');
			if (!fields.type) throw missingParameter('type');
			checkTtl(fields.ttl_minutes);
			const head = await simulator.media.headOf(media);
			checkMedia(media, head);
			media.processedAs = processedType(media, head);
		} catch (error) {
			if (media) await simulator.media.remove(media);
			throw error;
		}
		simulator.state.media.set(media.id, media);
		return { id: media.id };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage#override-outgoing-media-ttl */
function checkTtl(minutes = '60'): void {
	if (!/^\d+$/.test(minutes) || Number(minutes) < 60 || Number(minutes) > 43_200) {
		throw invalidParameter('Param ttl_minutes must be a number from 60 to 43200.');
	}
}

function receive(
	simulator: SimulatorContext,
	phoneNumber: PhoneNumber,
	part: MultipartFile,
): Promise<MediaFile> {
	return simulator.media.save(part.file, {
		phoneNumberId: phoneNumber.id,
		mimeType: part.mimetype.toLowerCase(),
		fileName: part.filename,
	});
}

function checkMedia({ mimeType, size }: MediaFile, head: Buffer): void {
	if (!uploadTypes.includes(mimeType)) {
		throw invalidParameter(
			`Param file must be a file with one of the following types: ${uploadTypes.join(', ')}. Received file of type '${mimeType}'.`,
		);
	}
	const maximum = maximumSizeOf(mimeType, head);
	if (size > maximum) {
		throw new SimulatedGraphError(131053, {
			details: `Media file size too big. Max file size we currently support: ${maximum} bytes.`,
		});
	}
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#get-media-url */
export const getMedia = endpoint({
	method: 'GET',
	on: 'media',
	handle: ({ simulator, node, query }) => {
		checkOwner(node, query, 'GET');
		const { media, settings, url } = simulator;
		return {
			messaging_product: 'whatsapp',
			url: media.newUrl(node, url, settings.mediaUrlLifetimeMs),
			mime_type: node.mimeType,
			sha256: node.sha256,
			file_size: node.size,
			id: node.id,
		};
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#delete-media */
export const deleteMedia = endpoint({
	method: 'DELETE',
	on: 'media',
	handle: async ({ simulator, node, query }) => {
		checkOwner(node, query, 'DELETE');
		simulator.state.media.delete(node.id);
		await simulator.media.remove(node);
		return { success: true };
	},
});

/** With `phone_number_id`, only media of that number are found. */
function checkOwner(media: MediaFile, query: URLSearchParams, method: string): void {
	const phoneNumberId = query.get('phone_number_id');
	if (phoneNumberId !== null && phoneNumberId !== media.phoneNumberId) {
		throw unknownObject(method, media.id);
	}
}
