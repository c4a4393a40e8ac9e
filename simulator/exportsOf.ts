import { readdirSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/**
 * Everything that the modules in a folder and below export whose file names end with this text, and the folder of each.
 *
 * @param ending of the name without `.ts`, e.g. `.routes`
 */
export function exportsOf<Value>(
	folder: string,
	ending: string,
): Array<{ folder: string; value: Value }> {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => parse(file).name.endsWith(ending))
		.sort()
		.flatMap((file) =>
			Object.values(load<Value>(join(folder, file))).map((value) => ({
				folder: dirname(file),
				value,
			})),
		);
}

function load<Value>(path: string): Record<string, Value> {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return require(path) as Record<string, Value>;
}
