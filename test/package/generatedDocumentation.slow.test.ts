import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

describe('The generated documentation', () => {
	it('is up to date with `npm run docs`', () => {
		const cwd = join(__dirname, '../..');
		// The error contains what the script says when it fails.
		execFileSync('npm', ['run', '-s', 'docs', '--', '--check'], { cwd, stdio: 'pipe' });
	});
});
