import type { MarkdownIt } from 'markdown-it';

/** Reads as a URL only what has its scheme, and only to a backtick: no URL has one, so there code begins or ends. */
export function readBareUrls({ linkify }: MarkdownIt): void {
	linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
	for (const scheme of ['http:', 'https:', 'ftp:']) {
		linkify.add(scheme, {
			validate(text, start, { re }) {
				const backtick = text.indexOf('`', start);
				const pattern = re.get_http_validator();
				pattern.lastIndex = start;
				return pattern.exec(backtick === -1 ? text : text.slice(0, backtick))?.[0].length ?? 0;
			},
		});
	}
}
