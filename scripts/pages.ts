import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every page of the documentation; some have parts that are derived from the code. */
export const pages = [
	...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'simulator/README.md'],
	...readdirSync(join(__dirname, '../docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];
