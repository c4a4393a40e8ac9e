import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledN8n } from './install';

export interface NodeSettings {
	/** Environment variables to add for n8n. */
	variables: Record<string, string>;
	/** A file that Node loads first. */
	preload?: string;
}

/**
 * Creates `folder`/bin/node: the Node that runs an n8n, with more environment variables.
 */
export async function nodeWithSettings(
	installed: InstalledN8n,
	folder: string,
	{ variables, preload }: NodeSettings,
): Promise<InstalledN8n> {
	await mkdir(join(folder, 'bin'), { recursive: true });
	const node = join(folder, 'bin', 'node');
	const exports = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'`);
	const start = `exec '${installed.node}' ${preload ? `--require '${preload}' ` : ''}"$@"`;
	await writeFile(node, ['#!/bin/sh', ...exports, start, ''].join('\n'));
	await chmod(node, 0o755);
	return { ...installed, node };
}
