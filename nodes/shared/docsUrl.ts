import manifest from '../../package.json';

interface Manifest {
	homepage: string;
	/** Set when the package is published. */
	repository?: { url: string };
}

/** A page of the documentation: a file in docs/, without its extension. */
export type DocsPage = 'calls' | 'credential' | 'errors' | 'hosts' | 'templates';

/**
 * The URL of a page of the documentation, or the home page of a package that names no repository.
 * @param anchor of a heading.
 */
export function docsUrl(
	page: DocsPage,
	anchor?: string,
	{ repository, homepage }: Manifest = manifest,
): string {
	if (!repository) return homepage;
	const url = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
	return `${url}/blob/main/docs/${page}.md${anchor ? `#${anchor}` : ''}`;
}
