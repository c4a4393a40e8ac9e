import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The person who owns an n8n, as n8n's set-up form asks for it. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/**
 * The owner of the n8n whose data is in `userFolder`. The password is random: a web page, or another user of this
 * machine, may reach the n8n as well. It is kept in the folder, so that a restarted n8n has the same owner.
 */
export async function ownerOf(userFolder: string): Promise<Owner> {
	const file = join(userFolder, 'owner-password');
	// n8n wants a capital letter and a digit.
	const password = `${randomBytes(15).toString('base64url')}-A1`;
	const created = await writeFile(file, password, { flag: 'wx', mode: 0o600 })
		.then(() => true)
		.catch((error: unknown) => {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
			throw error;
		});
	return {
		email: 'owner@example.com',
		firstName: 'Local',
		lastName: 'Owner',
		password: created ? password : await readFile(file, 'utf8'),
	};
}
