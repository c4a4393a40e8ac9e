import type { INodeProperties } from 'n8n-workflow';

import { readMediaUrl } from '../../../nodes/WhatsAppBusiness/fields/mediaUrl';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';

const field: INodeProperties = {
	displayName: 'Media URL',
	name: 'mediaUrl',
	type: 'string',
	default: '',
};
const read = (url: string) =>
	readMediaUrl(
		new Parameters([field], { value: () => url, binary: () => undefined, timezone: 'UTC' }),
		'mediaUrl',
	);

describe('readMediaUrl', () => {
	it.each([
		'https://example.com/file/d/1/view',
		'https://drive.google.com/uc?export=download&id=1',
		'https://drive.google.com/u/0/uc?id=1&export=download',
		'https://drive.google.com/thumbnail?id=1&sz=w1000',
		'https://docs.google.com/document/d/1/export?format=pdf',
		'https://docs.google.com/presentation/d/1/export/pdf',
		'https://docs.google.com/spreadsheets/d/e/1/pub?gid=0&output=pdf',
		'https://www.dropbox.com/s/dl/1/a.jpg',
		'https://www.dropbox.com/s/1/a.jpg?dl=1',
		'https://www.dropbox.com/scl/fi/1/a.jpg?rlkey=2&raw=1',
		'https://dl.dropboxusercontent.com/s/1/a.jpg',
		'https://onedrive.live.com/download?resid=1',
		'https://contoso.sharepoint.com/:i:/s/a/1?download=1',
		'https://contoso.sharepoint.com/sites/a/Shared/a.jpg',
		'https://notdropbox.com/s/1/a.jpg',
	])('accepts %s', (url) => {
		expect(read(url)).toBe(url);
	});

	it.each([
		'https://drive.google.com/file/d/1/view?usp=sharing',
		'https://drive.google.com/open?id=1',
		'https://docs.google.com/document/d/1/edit',
		'https://docs.google.com/document/d/e/1/pub',
		'https://photos.app.goo.gl/1',
		'https://photos.google.com/share/1',
		'https://www.dropbox.com/s/1/a.jpg?dl=0',
		'https://dropbox.com/scl/fi/1/a.jpg?rlkey=2',
		'https://1drv.ms/i/s!1',
		'https://onedrive.live.com/?id=1',
		'https://contoso.sharepoint.com/:i:/s/a/1',
		'https://we.tl/t-1',
		'https://wetransfer.com/downloads/1',
		'https://share.icloud.com/photos/1',
		'HTTPS://YouTu.be/1',
	])('refuses the page %s', (url) => {
		expect(() => read(url)).toThrow(
			expect.objectContaining({
				message: "'Media URL' leads to a page about the file, not to the file itself",
			}),
		);
	});

	it.each(['www.example.com/a.jpg', 'example.com/a.jpg'])('asks for https:// before %s', (url) => {
		expect(() => read(url)).toThrow(expect.objectContaining({ todo: 'Put https:// in front.' }));
	});
});
