import { asText } from '../graphApi/coerce';
import { redisError } from './redisError';
import { firstNodeWithSqlite, resultCode, resultCodes } from './sqliteModule';

const consequence =
	'Until then, the WhatsApp nodes remember in this process only: a restart forgets it, and other processes do not know of it.';

/** Says why Redis cannot be used and what to do. */
export function explainRedis(error: unknown): string {
	return `${redisError(error).message} ${consequence}`;
}

/**
 * Says why the file cannot be used and what to do.
 * @param error undefined if Node has no SQLite.
 */
export function explainFile(path: string, error: unknown): string {
	if (error === undefined) {
		return `Node.js ${process.versions.node} has no SQLite. Run n8n with Node.js ${firstNodeWithSqlite} or newer, or enter a Redis URL in the credential. ${consequence}`;
	}
	switch (resultCode(error)) {
		case resultCodes.notADatabase:
		case resultCodes.corrupt:
			return `The memory file ${path} is damaged. Stop n8n, move the file away together with those whose names begin like it, and start n8n: the nodes begin a new one. ${consequence}`;
		case resultCodes.busy:
		case resultCodes.locked:
			return `Another program keeps the memory file ${path} locked. Close that program. ${consequence}`;
	}
	const { message } = error as { message?: unknown };
	return `The memory file ${path} cannot be used (${asText(message) ?? 'unknown error'}). Free some space on the disk, or give n8n's user permission to write there. ${consequence}`;
}
