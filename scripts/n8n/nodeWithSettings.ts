import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledN8n } from './install';

export interface NodeSettings {
	/** Environment variables that n8n gets on top of its own. */
	variables: Record<string, string>;
	/** A file that Node loads first. */
	preload?: string;
}

/**
 * A stand-in for the Node that runs an n8n: the same Node with further environment variables. It comes to lie in
 * `folder`/bin.
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
