import { lockedFolders, onlyPackages, withTarballUrls } from '../../../scripts/n8n/installLockfile';

const registry = 'https://registry.npmjs.org';

describe('withTarballUrls', () => {
	const urlOf = (path: string, entry: object) =>
		withTarballUrls({ packages: { [path]: entry } }).packages[path]?.resolved;

	it.each([
		['a package', 'node_modules/ms', { version: '2.1.3' }, `${registry}/ms/-/ms-2.1.3.tgz`],
		[
			'a package of a scope',
			'node_modules/@n8n/di',
			{ version: '0.17.0' },
			`${registry}/@n8n/di/-/di-0.17.0.tgz`,
		],
		[
			"another package's package",
			'node_modules/@n8n/di/node_modules/ms',
			{ version: '2.0.0-rc.1' },
			`${registry}/ms/-/ms-2.0.0-rc.1.tgz`,
		],
		[
			'a package under another name',
			'node_modules/cssomnom',
			{ name: 'cssom', version: '0.5.0' },
			`${registry}/cssom/-/cssom-0.5.0.tgz`,
		],
		[
			'a package from elsewhere',
			'node_modules/a',
			{ version: '1.0.0', resolved: 'https://example.com/a.tgz' },
			'https://example.com/a.tgz',
		],
		['the root', '', { version: '1.0.0' }, undefined],
		['a link', 'node_modules/a', { version: '1.0.0', link: true }, undefined],
		['a bundled package', 'node_modules/a', { version: '1.0.0', inBundle: true }, undefined],
	])('sets the tarball URL of %s', (_name, path, entry, expected) => {
		expect(urlOf(path, entry)).toBe(expected);
	});
});

describe('lockedFolders', () => {
	it('lists the packages that npm installs on every platform', () => {
		const packages = {
			'': { version: '1.0.0' },
			'node_modules/ms': { version: '2.1.3' },
			'node_modules/mac-only': { version: '1.0.0', os: ['darwin'] },
			'node_modules/optional': { version: '1.0.0', optional: true },
		};
		expect(lockedFolders({ packages })).toEqual(['node_modules/ms']);
	});
});

describe('onlyPackages', () => {
	const node = { version: '24.1.0', os: 'linux', optional: true };
	const packages = { '': { version: '1.0.0' }, 'node_modules/n8n': {}, 'node_modules/node': node };

	it('keeps these packages and what npm needs to install them', () => {
		expect(onlyPackages({ packages }, ['node'])).toEqual({
			packages: { '': { optionalDependencies: { node: '24.1.0' } }, 'node_modules/node': node },
		});
	});

	it('names the package that the lockfile lacks', () => {
		expect(() => onlyPackages({ packages }, ['deno'])).toThrow('node_modules/deno');
	});
});
