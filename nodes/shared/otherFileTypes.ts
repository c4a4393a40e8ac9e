/** Types that WhatsApp does not accept everywhere, and what to send instead. */
interface OtherFileType {
	mimeTypes: readonly string[];
	/** Of a file name, for a file whose type is unknown. */
	extensions: readonly string[];
	todo: string;
}

const asText = "Send it as a text file: n8n's 'Convert to File' makes a .txt of a text.";
const asPicture = 'Convert it to JPEG or PNG.';
const withEditImage =
	"Convert it to JPEG or PNG, for example with the option 'Format' of n8n's 'Edit Image'.";
const asAudio = 'Convert it to MP3 or M4A. A voice message must be OGG with the codec Opus.';
const asVideo = 'Convert it to MP4 with H.264 video and AAC audio.';

const otherFileTypes: readonly OtherFileType[] = [
	{
		mimeTypes: ['text/csv', 'application/csv', 'text/comma-separated-values'],
		extensions: ['csv'],
		todo: "Send the data as a spreadsheet or as a text file: n8n's 'Convert to File' makes an .xlsx or a .txt of it.",
	},
	{
		mimeTypes: [
			'application/zip',
			'application/x-zip-compressed',
			'application/gzip',
			'application/x-gzip',
			'application/x-7z-compressed',
			'application/vnd.rar',
			'application/x-rar-compressed',
			'application/x-tar',
		],
		extensions: ['zip', 'gz', '7z', 'rar', 'tar'],
		todo: "Send the files in the archive one by one ('Compression' in n8n takes them out), or a link to the archive.",
	},
	{
		mimeTypes: ['text/html', 'application/xhtml+xml'],
		extensions: ['html', 'htm'],
		todo: 'Convert it to PDF, or send a link to the page. If the file was downloaded, its URL may lead to a page about the file.',
	},
	{ mimeTypes: ['application/json', 'text/json'], extensions: ['json'], todo: asText },
	{ mimeTypes: ['application/xml', 'text/xml'], extensions: ['xml'], todo: asText },
	{ mimeTypes: ['text/markdown', 'text/x-markdown'], extensions: ['md'], todo: asText },
	{
		mimeTypes: ['application/rtf', 'text/rtf'],
		extensions: ['rtf'],
		todo: 'Convert it to PDF or DOCX.',
	},
	{
		mimeTypes: ['application/vnd.oasis.opendocument.text'],
		extensions: ['odt'],
		todo: 'Convert it to PDF or DOCX.',
	},
	{
		mimeTypes: ['application/vnd.oasis.opendocument.spreadsheet'],
		extensions: ['ods'],
		todo: 'Convert it to PDF or XLSX.',
	},
	{
		mimeTypes: ['application/vnd.oasis.opendocument.presentation'],
		extensions: ['odp'],
		todo: 'Convert it to PDF or PPTX.',
	},
	{ mimeTypes: ['image/svg+xml'], extensions: ['svg'], todo: 'Convert it to PNG.' },
	{ mimeTypes: ['image/heic', 'image/heif'], extensions: ['heic', 'heif'], todo: asPicture },
	{ mimeTypes: ['image/avif'], extensions: ['avif'], todo: asPicture },
	{ mimeTypes: ['image/webp'], extensions: ['webp'], todo: withEditImage },
	{
		mimeTypes: ['image/tiff', 'image/bmp', 'image/x-ms-bmp'],
		extensions: ['tif', 'tiff', 'bmp'],
		todo: withEditImage,
	},
	{
		mimeTypes: ['image/gif'],
		extensions: ['gif'],
		todo: 'Convert a picture that moves to an MP4 video, and one that does not to JPEG or PNG.',
	},
	{
		mimeTypes: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
		extensions: ['wav'],
		todo: asAudio,
	},
	{ mimeTypes: ['audio/flac', 'audio/x-flac'], extensions: ['flac'], todo: asAudio },
	// WebM with the codec Opus becomes OGG by itself.
	{ mimeTypes: ['audio/webm'], extensions: [], todo: asAudio },
	{ mimeTypes: ['audio/x-caf'], extensions: ['caf'], todo: asAudio },
	// OGG with a codec that WhatsApp does not play.
	{ mimeTypes: ['audio/vorbis'], extensions: [], todo: asAudio },
	{ mimeTypes: ['audio/x-ms-wma'], extensions: ['wma'], todo: asAudio },
	{ mimeTypes: ['video/quicktime'], extensions: ['mov'], todo: asVideo },
	{
		mimeTypes: ['video/x-msvideo', 'video/avi', 'video/vnd.avi', 'video/msvideo'],
		extensions: ['avi'],
		todo: asVideo,
	},
	{
		mimeTypes: ['video/x-matroska', 'video/matroska', 'application/x-matroska'],
		extensions: ['mkv'],
		todo: asVideo,
	},
	{ mimeTypes: ['video/webm'], extensions: ['webm'], todo: asVideo },
];

/**
 * What to send instead of a file that WhatsApp does not accept.
 * @param fileName tells a file apart whose type is unknown.
 * @returns undefined for a type that is not common.
 */
export function alternativeTo(mimeType: string, fileName = ''): string | undefined {
	const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
	const found =
		otherFileTypes.find(({ mimeTypes }) => mimeTypes.includes(mimeType)) ??
		otherFileTypes.find(({ extensions }) => extensions.includes(extension));
	return found?.todo;
}
