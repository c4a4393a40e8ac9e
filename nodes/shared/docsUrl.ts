import manifest from '../../package.json';

interface Manifest {
	homepage: string;
	/** Set when the package is published. */
	repository?: { url: string };
}

/**
 * The URL of a page of the documentation, or the home page of a package that names no repository.
 * @param page name of a file in docs/, without its extension.
 * @param anchor of a heading.
 */
export function docsUrl(
	page: 'credential' | 'errors' | 'templates',
	anchor?: string,
	{ repository, homepage }: Manifest = manifest,
): string {
	if (!repository) return homepage;
	const url = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
	return `${url}/blob/main/docs/${page}.md${anchor ? `#${anchor}` : ''}`;
}
