import { alternativeTo } from '../../../nodes/shared/otherFileTypes';
import { mediaRules } from '../../../nodes/shared/mediaRules';

// What n8n calls the types of common files, and a word of what to send instead.
const common = [
	['csv', 'text/csv', '.xlsx or a .txt'],
	['zip', 'application/zip', 'one by one'],
	['html', 'text/html', 'PDF'],
	['json', 'application/json', '.txt'],
	['xml', 'application/xml', '.txt'],
	['xml', 'text/xml', '.txt'],
	['svg', 'image/svg+xml', 'PNG'],
	['heic', 'image/heic', 'JPEG'],
	['webp', 'image/webp', 'JPEG'],
	['gif', 'image/gif', 'MP4'],
	['wav', 'audio/wav', 'MP3'],
	['wav', 'audio/x-wav', 'MP3'],
	['flac', 'audio/flac', 'MP3'],
	['flac', 'audio/x-flac', 'MP3'],
	['mov', 'video/quicktime', 'MP4'],
	['avi', 'video/x-msvideo', 'MP4'],
	['mkv', 'video/x-matroska', 'MP4'],
	['webm', 'video/webm', 'MP4'],
	['rtf', 'application/rtf', 'PDF'],
	['rtf', 'text/rtf', 'PDF'],
	['odt', 'application/vnd.oasis.opendocument.text', 'DOCX'],
	['md', 'text/markdown', '.txt'],
] as const;

describe('alternativeTo', () => {
	it.each(common)('a .%s file of the type %s names %s', (extension, mimeType, word) => {
		expect(alternativeTo(mimeType)).toContain(word);
		expect(alternativeTo('unknown', `Report.2026.${extension.toUpperCase()}`)).toContain(word);
	});

	it('is unknown for anything else', () => {
		expect(alternativeTo('application/x-msdownload', 'setup.exe')).toBeUndefined();
		expect(alternativeTo('unknown')).toBeUndefined();
		expect(alternativeTo('unknown', 'csv.')).toBeUndefined();
	});

	it('is no alternative to what WhatsApp takes anyway, but for a picture as a sticker', () => {
		const taken = Object.values(mediaRules).flatMap(({ mimeTypes }): string[] => [...mimeTypes]);
		const withAlternative = new Set(taken.filter((mimeType) => alternativeTo(mimeType)));
		expect([...withAlternative]).toEqual(['image/webp']);
	});
});
