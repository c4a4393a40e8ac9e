import { textLimits } from '../graphApi/textLimits';

/** How many bytes of a file `detectMimeType` needs to see: an Office file names its kind after the first entry of its ZIP. */
export const headLength = 64 * 1024;

const plainText = 'text/plain';

const webmTypes: readonly string[] = ['video/webm', 'audio/webm'];
const [webm = ''] = webmTypes;

/** Whether a file with this label is a WebM file. Browsers record voice messages in it, and call it a video or not. */
export function isWebm(mimeType: string | undefined): boolean {
	return webmTypes.includes(declaredMimeType(mimeType) ?? '');
}

interface FileType {
	mimeType: string;
	/** Labels that other software gives such files. */
	otherMimeTypes?: readonly string[];
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
		otherMimeTypes: ['image/jpg', 'image/pjpeg'],
		extension: 'jpg',
		otherExtensions: ['jpeg'],
		matches: beginsWith('\xff\xd8\xff'),
	},
	{
		mimeType: 'image/png',
		otherMimeTypes: ['image/x-png'],
		extension: 'png',
		matches: beginsWith('\x89PNG\r\n\x1a\n'),
	},
	{ mimeType: 'image/webp', extension: 'webp', matches: isWebp },
	{ mimeType: 'video/3gpp', extension: '3gp', matches: hasBrand(/^3g/) },
	{
		mimeType: 'audio/mp4',
		otherMimeTypes: ['audio/m4a', 'audio/x-m4a', 'audio/mp4a-latm', 'audio/x-mp4'],
		extension: 'm4a',
		matches: hasBrand(/^M4[AB] /),
	},
	{
		mimeType: 'video/mp4',
		otherMimeTypes: ['video/x-m4v', 'video/mpeg4', 'application/mp4'],
		extension: 'mp4',
		matches: hasBrand(/^(isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|f4v )/),
	},
	{
		mimeType: 'audio/amr',
		otherMimeTypes: ['audio/amr-nb', 'audio/x-amr'],
		extension: 'amr',
		matches: beginsWith('#!AMR'),
	},
	{
		mimeType: 'audio/ogg',
		otherMimeTypes: ['audio/opus', 'audio/x-opus', 'application/ogg', 'audio/x-ogg'],
		extension: 'ogg',
		unusualExtensions: ['oga', 'opus'],
		matches: (head) => beginsWith('OggS')(head) && !isOtherOgg(head),
	},
	// Frames of MPEG audio begin with eleven set bits; the layer bits are 0 in AAC and 1 in MP3.
	{
		mimeType: 'audio/aac',
		otherMimeTypes: ['audio/x-aac', 'audio/aacp', 'audio/x-hx-aac-adts'],
		extension: 'aac',
		matches: hasAudioFrame(0b00),
	},
	{
		mimeType: 'audio/mpeg',
		otherMimeTypes: ['audio/mp3', 'audio/x-mp3', 'audio/mpeg3', 'audio/x-mpeg-3', 'audio/x-mpeg'],
		extension: 'mp3',
		matches: (head) => beginsWith('ID3')(head) || hasAudioFrame(0b01)(head),
	},
	{
		mimeType: 'application/pdf',
		otherMimeTypes: ['application/x-pdf'],
		extension: 'pdf',
		matches: beginsWith('%PDF-'),
	},
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
	{ mimeType: plainText, extension: 'txt', hasAnyExtension: true, matches: isText },
];

/** Types that WhatsApp does not accept, and that files with another label often turn out to be. */
const otherTypes: ReadonlyArray<Pick<FileType, 'mimeType' | 'matches'>> = [
	{
		mimeType: 'audio/wav',
		matches: (head) => textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WAVE',
	},
	{ mimeType: 'audio/flac', matches: beginsWith('fLaC') },
	{ mimeType: 'audio/x-caf', matches: beginsWith('caff') },
	{ mimeType: 'audio/vorbis', matches: isOtherOgg },
	{ mimeType: 'image/gif', matches: beginsWith('GIF8') },
	{ mimeType: 'image/heic', matches: hasBrand(/^(heic|heix|mif1|msf1)/) },
	{ mimeType: 'image/avif', matches: hasBrand(/^avi[fs]/) },
	{ mimeType: 'video/quicktime', matches: hasBrand(/^qt {2}/) },
	{ mimeType: webm, matches: (head) => beginsWith('\x1aE\xdf\xa3')(head) && head.includes('webm') },
];

/**
 * Finds the MIME type of a file from its content.
 * @param head the first `headLength` bytes, or all of a shorter file.
 * @returns undefined for a type that is not known. WhatsApp does not accept all that are.
 */
export function detectMimeType(head: Buffer, fileName = ''): string | undefined {
	const types = [...fileTypes, ...otherTypes];
	return types.find(({ matches }) => matches(head, fileName.toLowerCase()))?.mimeType;
}

/**
 * A declared type without parameters such as `; codecs=opus`, under the name that WhatsApp has for it. Undefined when it
 * is missing, generic or too long.
 */
export function declaredMimeType(text: string | undefined): string | undefined {
	const mimeType = (text?.split(';')[0] ?? '').trim().toLowerCase();
	const isGeneric = ['', 'application/octet-stream', 'binary/octet-stream'].includes(mimeType);
	if (isGeneric || mimeType.length > textLimits.mimeType) return undefined;
	return usualTypes.get(mimeType) ?? mimeType;
}

/**
 * The type of a file that is downloaded.
 * @param stated by WhatsApp.
 * @param header the Content-Type of its host.
 */
export function downloadedType(
	stated: string | undefined,
	header: string | undefined,
): string | undefined {
	return declaredMimeType(stated) ?? declaredMimeType(header) ?? header;
}

/**
 * The type of a file whose type was declared: what its content shows, if that says more. Files of the MP4 family begin
 * alike, whether they hold a video or not, and nearly everything may be called a text.
 * @param declared by its source, as `declaredMimeType` returns it.
 * @param detected as `detectMimeType` returns it.
 * @param accepts whether a file of this type can be sent.
 */
export function typeByContent(
	declared: string | undefined,
	detected: string | undefined,
	accepts: (mimeType: string) => boolean,
): string | undefined {
	if (declared === undefined || detected === undefined) return detected ?? declared;
	const isUnclear = [detected, declared].every((type) => mp4Family.includes(type));
	if (isUnclear) return accepts(declared) || !accepts(detected) ? declared : detected;
	return detected === plainText ? declared : detected;
}

/**
 * Whether files with this label are often something else: n8n calls every file a text whose type it does not know, and
 * everything a video whose name ends in `.mp4`.
 * @param accepts whether a file of this type can be sent.
 */
export function isVague(mimeType: string, accepts: (mimeType: string) => boolean): boolean {
	return mimeType === plainText || (mp4Family.includes(mimeType) && mp4Family.some(accepts));
}

const mp4Family: readonly string[] = ['video/mp4', 'audio/mp4', 'video/3gpp'];

const usualTypes: ReadonlyMap<string, string> = new Map(
	fileTypes.flatMap(({ mimeType, otherMimeTypes = [] }) =>
		otherMimeTypes.map((other) => [other, mimeType] as const),
	),
);

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

/** WhatsApp plays OGG with the codec Opus only. The codec stands at the beginning of the first page. */
function isOtherOgg(head: Buffer): boolean {
	const codec = textAt(head, 28, 8);
	return textAt(head, 0, 4) === 'OggS' && codec !== '' && !codec.startsWith('OpusHead');
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
