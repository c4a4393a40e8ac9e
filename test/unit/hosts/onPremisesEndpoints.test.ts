import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../../nodes/WhatsAppBusiness/operationList';

const page = readFileSync(join(__dirname, '../../../docs/on-premises.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (GET|POST|PUT|PATCH|DELETE) /.test(line));
const operations = resources.flatMap(({ resource, operations: own }) =>
	own.map(({ operation }) => `${resource}.${operation}`),
);

describe('docs/on-premises.md', () => {
	it('has the 55 endpoints, each once', () => {
		const endpoints = rows.map((row) => row.split('|')[1]?.trim());
		expect(new Set(endpoints).size).toBe(55);
		expect(rows).toHaveLength(55);
	});

	it('names only operations that exist', () => {
		const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
		expect(named.filter((name) => !operations.includes(name ?? ''))).toEqual([]);
	});
});
