import { SimulatedGraphError, invalidParameter } from '../graph/errors';
import type { FormFile } from '../graph/multipartForm';

const maximumBytes = 5 * 1024 * 1024;
const minimumPixels = 192;

/**
 * Checks the type, size and aspect ratio of a group picture.
 *
 * @throws SimulatedGraphError 100, 131209 (not square), 131210 (too small)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#update-group-settings
 */
export function checkGroupPicture({ mimeType, content }: FormFile): void {
	const size = mimeType === 'image/jpeg' ? jpegSize(content) : undefined;
	if (!size) throw invalidParameter('Param file must be an image of the type image/jpeg.');
	if (content.length > maximumBytes) {
		throw invalidParameter(`Param file must be at most ${maximumBytes} bytes.`);
	}
	if (size.width !== size.height) {
		throw new SimulatedGraphError(131209, {
			details: 'Width and height of the image must be equal.',
		});
	}
	if (size.width < minimumPixels) {
		throw new SimulatedGraphError(131210, {
			details: `Image width and height must be at least ${minimumPixels}px.`,
		});
	}
}

/** Width and height in pixels, from the frame header. https://www.w3.org/Graphics/JPEG/itu-t81.pdf B.2.2 */
function jpegSize(content: Buffer): { width: number; height: number } | undefined {
	if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) return undefined;
	let position = 2;
	while (position + 9 <= content.length && content[position] === 0xff) {
		const marker = content[position + 1] ?? 0;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) {
			const height = content.readUInt16BE(position + 5);
			return { width: content.readUInt16BE(position + 7), height };
		}
		position += 2 + content.readUInt16BE(position + 2);
	}
	return undefined;
}
