/** @throws Error when the file does not export it. */
export function loadExport<T>(path: string, name: string): T {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const exported = (require(path) as Record<string, T | undefined>)[name];
	if (exported === undefined) throw new Error(`${path} must export '${name}'`);
	return exported;
}
