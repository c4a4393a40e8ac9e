interface Manifest {
	version: string;
	homepage?: string;
	author?: { email?: string };
	repository?: { type?: string; url?: string };
}

interface Release {
	/** The tag that is published, such as `v0.1.0`. */
	tag: string;
	/** Owner and name of the repository on GitHub. */
	repository: string;
}

/**
 * What keeps the package from being published, a sentence each. npm refuses the provenance of a package that names
 * another repository than the one it comes from: https://docs.npmjs.com/generating-provenance-statements
 */
export function publishProblems(manifest: Manifest, { tag, repository }: Release): string[] {
	const { version, homepage = '', author, repository: named } = manifest;
	const email = author?.email ?? '';
	const url = `git+https://github.com/${repository}.git`;
	return [
		tag !== `v${version}` && `The tag is '${tag}', but the version in package.json is ${version}.`,
		(named?.type !== 'git' || named.url !== url) &&
			`Set "repository" in package.json to { "type": "git", "url": "${url}" }.`,
		!homepage.startsWith('https://') && 'Set "homepage" in package.json to an https URL.',
		(!/^[^\s@]+@[^\s@]+$/.test(email) || email.endsWith('.invalid')) &&
			'Set "author.email" in package.json to an address that is read.',
	].filter((problem) => problem !== false);
}
