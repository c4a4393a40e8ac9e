/**
 * Lints one import per line of standard input, JSON `[file, imported]`, with the layer rule alone, and prints
 * `true` where the rule refuses it. A separate program, because jest cannot load ESLint's configuration.
 */
import { dirname, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { ESLint } from 'eslint';

const rule = 'import-x/no-restricted-paths';
const eslint = new ESLint({
	ruleFilter: ({ ruleId }) => ruleId === rule,
	overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});
for await (const line of createInterface({ input: process.stdin })) {
	const [file, imported] = JSON.parse(line);
	const path = relative(dirname(file), imported);
	const code = `import '${path.startsWith('.') ? path : `./${path}`}';\n`;
	const [{ messages }] = await eslint.lintText(code, { filePath: file });
	console.log(messages.some(({ ruleId }) => ruleId === rule));
}
