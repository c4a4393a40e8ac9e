import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const backtracks = 'redos/no-vulnerable';
const unreadable = 'no-restricted-syntax';

describe('lint', () => {
	const cases = [
		['nodes/shared/limits.ts', '/^\\S+@\\S+\\.\\S+$/.test(text);', backtracks],
		['nodes/WhatsAppBusiness/operation.ts', 'text.replace(/\\s+$/, "");', backtracks],
		['credentials/WhatsAppBusinessApi.credentials.ts', '/^(a|aa)+$/.test(text);', backtracks],
		['simulator/settings.ts', 'new RegExp("^(a+)+$").test(text);', backtracks],
		['scripts/check.ts', 'text.match(/<[^>]*>/g);', backtracks],
		['nodes/shared/limits.ts', 'new RegExp(text).test(text);', unreadable],
		['credentials/WhatsAppBusinessApi.credentials.ts', 'RegExp(text).test(text);', unreadable],
		['nodes/shared/limits.ts', '/^[^\\s@]+@[^\\s@.]+$/.test(text);', ''],
	] as const;
	const found = execFileSync(process.execPath, [join(__dirname, 'lintPatterns.mjs')], {
		cwd: join(__dirname, '../..'),
		encoding: 'utf8',
		input: cases.map(([file, code]) => JSON.stringify([file, `${code}\n`])).join('\n'),
	}).split('\n');

	it.each(cases.map(([file, code, rule], index) => [file, code, rule, found[index]] as const))(
		'checks in %s: %s',
		(_file, _code, rule, actual) => expect(actual).toBe(rule),
	);
});
