import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { preProcessFile } from 'typescript';

const project = join(__dirname, '..', '..');
const action = 'nodes/WhatsAppBusiness';

describe('the layers of nodes/', () => {
	const trigger = 'nodes/WhatsAppBusinessTrigger';
	const imports = [
		[true, 'graphApi imports from a node', 'nodes/graphApi/json', `${action}/operation`],
		[true, 'graphApi imports from shared', 'nodes/graphApi/json', 'nodes/shared/limits'],
		[true, 'graphApi imports from memory', 'nodes/graphApi/json', 'nodes/memory/store'],
		[true, 'memory imports from shared', 'nodes/memory/store', 'nodes/shared/limits'],
		[false, 'shared imports from memory', 'nodes/shared/limits', 'nodes/memory/store'],
		[true, 'shared imports from a node', 'nodes/shared/limits', `${action}/operation`],
		[
			true,
			'the action node imports from the trigger',
			`${action}/operation`,
			`${trigger}/events/parsePayload`,
		],
		[
			true,
			'the trigger imports from the action node',
			`${trigger}/events/parsePayload`,
			`${action}/operation`,
		],
		[
			true,
			'a resource imports from another',
			`${action}/operations/flow/get.operation`,
			`${action}/operations/group/get.operation`,
		],
		[
			true,
			'an operation imports the transport',
			`${action}/operations/flow/get.operation`,
			'nodes/graphApi/transport',
		],
		[
			true,
			'a shared field imports an operation',
			`${action}/fields/list`,
			`${action}/operations/flow/get.operation`,
		],
		[
			false,
			'an operation imports a helper of its resource',
			`${action}/operations/flow/get.operation`,
			`${action}/operations/flow/flowJson`,
		],
		[
			false,
			'an operation imports a shared field',
			`${action}/operations/flow/get.operation`,
			`${action}/fields/list`,
		],
		[false, 'shared imports from graphApi', 'nodes/shared/limits', 'nodes/graphApi/json'],
	] as const;
	const refused = execFileSync(process.execPath, [join(__dirname, 'lintImports.mjs')], {
		cwd: project,
		encoding: 'utf8',
		input: imports.map(([, , from, to]) => JSON.stringify([`${from}.ts`, `${to}.ts`])).join('\n'),
	})
		.trim()
		.split('\n');

	it.each(imports.map((row, index) => [...row, refused[index]] as const))(
		'lint refuses (%s) that %s',
		(expected, _title, from, to, actual) => {
			expect(actual).toBe(String(expected));
			expect([from, to].filter((file) => !existsSync(join(project, `${file}.ts`)))).toEqual([]);
		},
	);
});

describe('nodes/WhatsAppBusiness/fields', () => {
	const usersByFile = usersOf(sourceFiles(action));
	const fields = sourceFiles(join(action, 'fields'));

	it.each(fields)('%s has two users or more', (file) => {
		const users = new Set(roomsUsing(file));
		expect({ file, users: [...users], isShared: users.size >= 2 }).toMatchObject({
			isShared: true,
		});
	});

	/** The resources (or other rooms of the node) that import a file, directly or through another shared field. */
	function roomsUsing(file: string, seen = new Set<string>()): string[] {
		if (seen.has(file)) return [];
		seen.add(file);
		return (usersByFile.get(file) ?? []).flatMap((user) => {
			const room = relative(action, user).split('/');
			if (room[0] === 'fields') return roomsUsing(user, seen);
			return [room[0] === 'operations' ? `${room[1]}` : `${room[0]}/`];
		});
	}
});

function sourceFiles(folder: string): string[] {
	return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name));
}

/** Which files import a file, by path. */
function usersOf(files: readonly string[]): Map<string, string[]> {
	const users = new Map<string, string[]>();
	for (const file of files) {
		const { importedFiles } = preProcessFile(readFileSync(join(project, file), 'utf8'));
		for (const { fileName } of importedFiles.filter(({ fileName: name }) => name.startsWith('.'))) {
			const imported = `${join(dirname(file), fileName)}.ts`;
			users.set(imported, [...(users.get(imported) ?? []), file]);
		}
	}
	return users;
}
