import { textLimits } from '../graphApi/textLimits';

/** How many bytes of a file `detectMimeType` needs to see: an Office file names its kind after the first entry of its ZIP. */
export const headLength = 64 * 1024;

interface FileType {
	mimeType: string;
	extension: string;
	otherExtensions?: readonly string[];
	/** Extensions that people use, but that other software does not know: OpenAI refuses an OGG file with them. */
	unusualExtensions?: readonly string[];
	/** Whether files of the type have many extensions, such as `.csv` and `.md`. */
	hasAnyExtension?: boolean;
	/** Whether a file that begins like this is of the type. */
	matches(head: Buffer, fileName: string): boolean;
}

/**
 * The types WhatsApp accepts, recognised by how their content begins; the first match counts.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#supported-media-types
 */
const fileTypes: readonly FileType[] = [
	{
		mimeType: 'image/jpeg',
		extension: 'jpg',
		otherExtensions: ['jpeg'],
		matches: beginsWith('\xff\xd8\xff'),
	},
	{ mimeType: 'image/png', extension: 'png', matches: beginsWith('\x89PNG\r\n\x1a\n') },
	{ mimeType: 'image/webp', extension: 'webp', matches: isWebp },
	{ mimeType: 'video/3gpp', extension: '3gp', matches: hasBrand(/^3g/) },
	{ mimeType: 'audio/mp4', extension: 'm4a', matches: hasBrand(/^M4[AB] /) },
	{
		mimeType: 'video/mp4',
		extension: 'mp4',
		matches: hasBrand(/^(isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|f4v )/),
	},
	{ mimeType: 'audio/amr', extension: 'amr', matches: beginsWith('#!AMR') },
	{
		mimeType: 'audio/ogg',
		extension: 'ogg',
		unusualExtensions: ['oga', 'opus'],
		matches: beginsWith('OggS'),
	},
	// Frames of MPEG audio begin with eleven set bits; the layer bits are 0 in AAC and 1 in MP3.
	{ mimeType: 'audio/aac', extension: 'aac', matches: hasAudioFrame(0b00) },
	{
		mimeType: 'audio/mpeg',
		extension: 'mp3',
		matches: (head) => beginsWith('ID3')(head) || hasAudioFrame(0b01)(head),
	},
	{ mimeType: 'application/pdf', extension: 'pdf', matches: beginsWith('%PDF-') },
	{
		mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		extension: 'docx',
		matches: isZipWith('word/'),
	},
	{
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		extension: 'xlsx',
		matches: isZipWith('xl/'),
	},
	{
		mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		extension: 'pptx',
		matches: isZipWith('ppt/'),
	},
	// The older Office formats begin alike; only the file name distinguishes them.
	{ mimeType: 'application/msword', extension: 'doc', matches: isOldOffice('.doc') },
	{ mimeType: 'application/vnd.ms-excel', extension: 'xls', matches: isOldOffice('.xls') },
	{ mimeType: 'application/vnd.ms-powerpoint', extension: 'ppt', matches: isOldOffice('.ppt') },
	{ mimeType: 'text/plain', extension: 'txt', hasAnyExtension: true, matches: isText },
];

/**
 * Finds the MIME type of a file from its content.
 * @param head the first `headLength` bytes, or all of a shorter file.
 * @returns undefined for a type WhatsApp does not accept.
 */
export function detectMimeType(head: Buffer, fileName = ''): string | undefined {
	return fileTypes.find(({ matches }) => matches(head, fileName.toLowerCase()))?.mimeType;
}

/** A declared type without parameters such as `; codecs=opus`; undefined when it is missing, generic or too long. */
export function declaredMimeType(text: string | undefined): string | undefined {
	const mimeType = (text?.split(';')[0] ?? '').trim().toLowerCase();
	const isGeneric = ['', 'application/octet-stream', 'binary/octet-stream'].includes(mimeType);
	return isGeneric || mimeType.length > textLimits.mimeType ? undefined : mimeType;
}

/**
 * A file name with the extension of the file's type, e.g. `1037543291543636.jpg` or `voice.ogg`: other software tells
 * the type of a file from its name. An extension that fits stays, and that of another type is replaced. A name whose
 * type is not known stays as it is.
 * @param name the given name, or what stands for one, such as the media ID.
 */
export function nameForType(name: string, mimeType: string | undefined): string {
	const type = fileTypes.find((each) => each.mimeType === mimeType);
	if (type === undefined) return name;
	const given = extensionIn(name);
	const isKnown = given !== '' && typeOfName(name) !== undefined;
	const fits = given === type.extension || type.otherExtensions?.includes(given) === true;
	if (fits || (type.hasAnyExtension === true && !isKnown && /[a-z]/.test(given))) return name;
	const stem = isKnown ? name.slice(0, -given.length - 1) : name;
	return `${stem.slice(0, textLimits.fileName - type.extension.length - 1)}.${type.extension}`;
}

/** The extension in a file name in lower case, without the dot. Empty for a name without one. */
function extensionIn(name: string): string {
	const dot = name.lastIndexOf('.');
	return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The extension of a type WhatsApp accepts, e.g. "jpg". */
export function extensionOf(mimeType: string | undefined): string | undefined {
	return fileTypes.find((type) => type.mimeType === mimeType)?.extension;
}

/** The type of a file that WhatsApp accepts, by the extension of its name or path. Undefined for any other. */
export function typeOfName(name: string): string | undefined {
	const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	const found = fileTypes.find(
		(type) =>
			type.extension === extension ||
			type.otherExtensions?.includes(extension) ||
			type.unusualExtensions?.includes(extension),
	);
	return found?.mimeType;
}

/**
 * Whether a WebP picture is animated: the animation bit of its extended header.
 * https://developers.google.com/speed/webp/docs/riff_container#extended_file_format
 */
export function isAnimatedWebp(head: Buffer): boolean {
	return isWebp(head) && textAt(head, 12, 4) === 'VP8X' && ((head[20] ?? 0) & 0b10) !== 0;
}

function isWebp(head: Buffer): boolean {
	return textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP';
}

function beginsWith(text: string) {
	return (head: Buffer) => textAt(head, 0, text.length) === text;
}

// MP4 and related formats have their brand right after 'ftyp'.
function hasBrand(brand: RegExp) {
	return (head: Buffer) => textAt(head, 4, 4) === 'ftyp' && brand.test(textAt(head, 8, 4));
}

function hasAudioFrame(layer: number) {
	return (head: Buffer) => {
		const [first = 0, second = 0] = head;
		return first === 0xff && (second & 0xe0) === 0xe0 && ((second >> 1) & 0b11) === layer;
	};
}

function isZipWith(folder: string) {
	return (head: Buffer) => beginsWith('PK\x03\x04')(head) && head.includes(folder);
}

function isOldOffice(extension: string) {
	const begin = beginsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
	return (head: Buffer, fileName: string) => begin(head) && fileName.endsWith(extension);
}

function isText(head: Buffer): boolean {
	return head.length > 0 && !/[\x00-\x08\x0e-\x1f]/.test(head.toString('latin1'));
}

function textAt(head: Buffer, start: number, length: number): string {
	return head.toString('latin1', start, start + length);
}
