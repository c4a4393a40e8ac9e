import { join } from 'node:path';

import { userFolder } from './userFolder';

/** The file of the memory, in n8n's user folder. */
export function memoryFile(): string {
	return join(userFolder(), 'whatsapp-business', 'memory.sqlite');
}
