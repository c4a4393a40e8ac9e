import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	filesFolder,
	removeOldFiles,
} from '../../../nodes/WhatsAppBusinessTrigger/duplicates/takeOverFiles';

const day = 86_400_000;
const path = (name: string) => join(filesFolder(), name);

/** Files of these names, last written so many days ago. */
function files(ages: Record<string, number>): () => string[] {
	rmSync(filesFolder(), { recursive: true, force: true });
	mkdirSync(filesFolder(), { recursive: true });
	for (const [name, age] of Object.entries(ages)) {
		const time = new Date(Date.now() - age * day);
		writeFileSync(path(name), '');
		utimesSync(path(name), time, time);
	}
	return () => Object.keys(ages).filter((name) => existsSync(path(name)));
}

describe('removeOldFiles', () => {
	it('removes files older than 8 days and keeps those 7 days old', async () => {
		const left = files({ 'old.current': 9, 'young.current': 7, 'new.current': 0 });
		await removeOldFiles();
		expect(left()).toEqual(['young.current', 'new.current']);
	});

	it('goes on after a folder', async () => {
		const left = files({ 'old.current': 9, 'new.current': 0 });
		mkdirSync(path('a folder'));
		await removeOldFiles();
		expect(left()).toEqual(['new.current']);
		expect(existsSync(path('a folder'))).toBe(true);
	});

	it('keeps all files if the clock is ahead', async () => {
		const left = files({ 'one.current': 0, 'other.current': 1 });
		await removeOldFiles(Date.now() + 9 * day);
		expect(left()).toEqual(['one.current', 'other.current']);
	});
});
