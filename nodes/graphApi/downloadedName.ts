import { parse } from 'content-disposition';

import { textLimits } from './textLimits';

/** The name in the Content-Disposition header, or the last part of the path; never a folder. */
export function downloadedName(header: string | undefined, pathname: string): string | undefined {
	const named = header === undefined ? undefined : parse(header).parameters.filename;
	const name = decoded(named ?? pathname)
		.split(/[/\\]/)
		.at(-1)
		?.replace(/[\u0000-\u001f\u007f]/g, '')
		.trim()
		// The end, which says what kind of file it is.
		.slice(-textLimits.fileName);
	return name === '' ? undefined : name;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
