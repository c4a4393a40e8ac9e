import { execFileSync } from 'node:child_process';
import { join, relative, sep } from 'node:path';

import { builtDescription } from '../../nodes/WhatsAppBusiness/builtDescription';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';

const project = join(__dirname, '../..');

/** The files of the package that are loaded with a file. */
function loadedWith(file: string): string[] {
	const script = `require(${JSON.stringify(join(project, file))}); console.log(JSON.stringify(Object.keys(require.cache)))`;
	const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
		cwd: project,
		encoding: 'utf8',
	});
	return (JSON.parse(output) as string[])
		.map((path) => relative(project, path).split(sep).join('/'))
		.filter((path) => !path.startsWith('node_modules/'))
		.sort();
}

describe('Loading the action node', () => {
	// n8n loads every node when it starts. Operations and what they need are loaded when the node first runs.
	it('loads no operation and no package', () => {
		expect(loadedWith('nodes/WhatsAppBusiness/WhatsAppBusiness.node.ts')).toEqual([
			'nodes/WhatsAppBusiness/WhatsAppBusiness.node.ts',
			'nodes/WhatsAppBusiness/builtDescription.ts',
			'nodes/WhatsAppBusiness/loadOperation.ts',
			'nodes/shared/lazily.ts',
		]);
	});

	it('needs nothing of the description that a file of the build could not hold', () => {
		const derived = builtDescription();
		expect(JSON.parse(JSON.stringify(derived))).toEqual(derived);
	});

	it('gives each node a description of its own, as n8n changes it', () => {
		const [first, second] = [new WhatsAppBusiness(), new WhatsAppBusiness()];
		first.description.properties.splice(0, 1);
		expect(second.description.properties[0]?.name).toBe('resource');
	});
});
