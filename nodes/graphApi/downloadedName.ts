import { parse } from 'content-disposition';

import { visibleText } from './plainText';
import { textLimits } from './textLimits';

/** The name in the Content-Disposition header, or the last part of the path; never a folder. */
export function downloadedName(header: string | undefined, pathname: string): string | undefined {
	const named = header === undefined ? undefined : parse(header).parameters.filename;
	return safeFileName(decoded(named ?? pathname));
}

/** A file name from outside as one that can be stored: no folder, nothing hidden, not too long. Undefined if none is left. */
export function safeFileName(text: string): string | undefined {
	// The end, which says what kind of file it is.
	const end = text.slice(-2 * textLimits.fileName);
	const [last = ''] = end.split(/[/\\]/).slice(-1);
	const name = visibleText(last).trim();
	if (['', '.', '..'].includes(name)) return undefined;
	return name.slice(-textLimits.fileName);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
