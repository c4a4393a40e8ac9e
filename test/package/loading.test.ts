import { execFileSync } from 'node:child_process';
import { join, relative, sep } from 'node:path';

import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { builtDescription } from '../../nodes/shared/builtDescription';

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

// n8n loads all of them when it starts. What they need is loaded when they are first used.
describe('Loading', () => {
	it('the action node loads no operation and no package', () => {
		expect(loadedWith('nodes/WhatsAppBusiness/WhatsAppBusiness.node.ts')).toEqual([
			'nodes/WhatsAppBusiness/WhatsAppBusiness.node.ts',
			'nodes/shared/builtDescription.ts',
			'nodes/shared/lazily.ts',
			'nodes/shared/loadExport.ts',
		]);
	});

	it('the trigger loads what looks for a memory, and no package', () => {
		expect(loadedWith('nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node.ts')).toEqual([
			'nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node.ts',
			'nodes/WhatsAppBusinessTrigger/n8n/afterStart.ts',
			'nodes/graphApi/processState.ts',
			'nodes/memory/memoryFile.ts',
			'nodes/memory/sqliteModule.ts',
			'nodes/memory/userFolder.ts',
			'nodes/shared/builtDescription.ts',
			'nodes/shared/lazily.ts',
			'nodes/shared/loadExport.ts',
		]);
	});

	it('the credential loads no host and no package', () => {
		expect(loadedWith('credentials/WhatsAppBusinessApi.credentials.ts')).toEqual([
			'credentials/WhatsAppBusinessApi.credentials.ts',
			'nodes/shared/builtDescription.ts',
			'nodes/shared/docsUrl.ts',
			'nodes/shared/loadExport.ts',
			'package.json',
		]);
	});
});

describe('A derived description', () => {
	it.each(['credentials', 'nodes/WhatsAppBusiness', 'nodes/WhatsAppBusinessTrigger'])(
		'has nothing that a file of the build could not hold: %s',
		(folder) => {
			const derived = builtDescription(join(project, folder));
			expect(JSON.parse(JSON.stringify(derived))).toEqual(derived);
		},
	);

	it.each([WhatsAppBusiness, WhatsAppBusinessTrigger])(
		'is different for each object, as n8n changes it: %p',
		(Node) => {
			const [first, second] = [new Node(), new Node()];
			const [{ name } = {}] = second.description.properties;
			first.description.properties.splice(0, 1);
			expect(second.description.properties[0]?.name).toBe(name);
		},
	);

	it('is different for each credential type, as n8n changes it', () => {
		const [first, second] = [new WhatsAppBusinessApi(), new WhatsAppBusinessApi()];
		first.properties.splice(0, 1);
		expect(second.properties[0]?.name).toBe('host');
	});
});
