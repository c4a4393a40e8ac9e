import { Content, type OnPremisesCall } from './endpoint';
import { refusal } from './errors';
import type { Bytes } from './state';

/**
 * The bytes of a body and their type.
 *
 * @throws HostError 1008 for an empty body, 1009 for another type
 */
export function bytesOf({ body, raw }: OnPremisesCall, types: RegExp): Bytes {
	const type = raw.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
	if (!Buffer.isBuffer(body) || body.length === 0) {
		throw refusal(1008, 'The body must contain the file');
	}
	if (!types.test(type)) throw refusal(1009, `Files of the type ${type} are not taken`);
	return { type, content: body };
}

/** @throws HostError 1006 if there is none */
export function contentOf(bytes: Bytes | undefined): Content {
	if (!bytes) throw refusal(1006, 'There is no such file');
	return new Content(bytes.type, bytes.content);
}
