/**
 * Lints code with the rules about regular expressions alone, one JSON `[file, code]` per line of standard input, and
 * prints the rule that refuses it, or nothing. A separate program, because jest cannot load ESLint's configuration.
 */
import { createInterface } from 'node:readline';
import { ESLint } from 'eslint';

const rules = ['redos/no-vulnerable', 'no-restricted-syntax'];
const eslint = new ESLint({
	ruleFilter: ({ ruleId }) => rules.includes(ruleId),
	overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});
for await (const line of createInterface({ input: process.stdin })) {
	const [file, code] = JSON.parse(line);
	const [{ messages }] = await eslint.lintText(code, { filePath: file });
	console.log(messages[0]?.ruleId ?? '');
}
