import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerOf } from '../../../scripts/n8n/owner';

let folders: string[] = [];
const newFolder = () => {
	const folder = mkdtempSync(join(tmpdir(), 'owner-'));
	folders.push(folder);
	return folder;
};
afterEach(() => {
	folders.forEach((folder) => rmSync(folder, { recursive: true }));
	folders = [];
});

describe('ownerOf', () => {
	it('has a password of its own for each n8n, which n8n accepts', async () => {
		const passwords = await Promise.all(
			[...Array(20)].map(async () => (await ownerOf(newFolder())).password),
		);
		expect(new Set(passwords).size).toBe(20);
		for (const password of passwords) {
			// https://docs.n8n.io: 8 to 64 characters, a digit and a capital letter
			expect(password).toMatch(/^(?=.*\d)(?=.*[A-Z])[\w-]{20,64}$/);
		}
	});

	it('keeps the password of an n8n that is started again, and only for its user', async () => {
		const folder = newFolder();
		const first = await ownerOf(folder);
		expect(await ownerOf(folder)).toEqual(first);
		expect(statSync(join(folder, 'owner-password')).mode & 0o777).toBe(0o600);
	});
});
