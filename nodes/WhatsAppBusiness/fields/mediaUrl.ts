import type { Parameters } from '../parameters/parameters';

/** A service whose links show a page about a file. */
interface SharePage {
	host: RegExp;
	/** Whether this link leads to the file itself. */
	isFile?: (url: URL) => boolean;
	todo?: string;
}

const sharePages: SharePage[] = [
	{
		host: /^drive\.google\.com$/,
		isFile: ({ pathname }) => /^(\/u\/\d{1,3})?\/(uc|thumbnail)$/.test(pathname),
	},
	{
		host: /^docs\.google\.com$/,
		// Slides and drawings have the type in the path. What is published has it in `output`.
		isFile: ({ pathname, searchParams }) =>
			/\/(uc|export(\/\w{1,10})?)$/.test(pathname) ||
			(pathname.endsWith('/pub') && searchParams.has('output')),
	},
	{ host: /^(photos\.google\.com|photos\.app\.goo\.gl)$/ },
	{
		// https://help.dropbox.com/share/force-download
		host: /^(www\.)?dropbox\.com$/,
		isFile: ({ pathname, searchParams }) =>
			/^\/s\/(dl|raw)\//.test(pathname) ||
			searchParams.get('dl') === '1' ||
			searchParams.get('raw') === '1',
		todo: "End the URL with 'dl=1' instead of 'dl=0'.",
	},
	{ host: /^onedrive\.live\.com$/, isFile: ({ pathname }) => pathname === '/download' },
	{ host: /^1drv\.ms$/ },
	{
		host: /\.sharepoint\.com$/,
		isFile: ({ pathname, searchParams }) =>
			!pathname.startsWith('/:') || searchParams.get('download') === '1',
	},
	{ host: /^(we\.tl|(www\.)?wetransfer\.com)$/ },
	{ host: /^(www|share)\.icloud\.com$/ },
	{ host: /^(youtu\.be|(www\.|m\.)?youtube\.com)$/ },
];

/**
 * The URL of a file that WhatsApp or the node fetches.
 * @throws InputError when it is no URL, or leads to a page that shows the file.
 */
export function readMediaUrl(parameters: Parameters, name: string): string {
	const text = parameters.url(name);
	const url = new URL(text);
	const page = sharePages.find(({ host }) => host.test(url.hostname));
	if (page && !page.isFile?.(url)) {
		throw parameters.error(
			name,
			'leads to a page about the file, not to the file itself',
			page.todo ??
				'Enter a URL that downloads the file, or download it with another node and send it as a binary file.',
		);
	}
	return text;
}
