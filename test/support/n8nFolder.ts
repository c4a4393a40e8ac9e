import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core keeps its settings in the home folder otherwise; a test must not depend on its content.
const folder = mkdtempSync(join(tmpdir(), 'whatsapp-business-n8n-'));
process.env.N8N_USER_FOLDER = folder;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
