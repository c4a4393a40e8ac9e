export const kilobyte = 1024;
export const megabyte = 1024 * kilobyte;

/** A size as people read it, rounded up, e.g. "100 KB" or "5.1 MB". */
export function sizeText(bytes: number): string {
	return bytes < megabyte
		? `${Math.ceil(bytes / kilobyte)} KB`
		: `${Math.ceil((bytes / megabyte) * 10) / 10} MB`;
}
