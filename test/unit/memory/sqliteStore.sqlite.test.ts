import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SqliteStore } from '../../../nodes/memory/sqliteStore';

describe('SqliteStore', () => {
	it('is there for the next process', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'memory-'));
		try {
			const first = new SqliteStore(join(folder, 'memory.sqlite'));
			await first.set('key', 'value', 60_000);
			await first.close();
			const second = new SqliteStore(join(folder, 'memory.sqlite'));
			expect(await second.get('key')).toBe('value');
			await second.close();
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
