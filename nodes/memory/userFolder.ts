import { join } from 'node:path';

/** n8n's user folder, which n8n does not expose to nodes. https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/configuration-examples/specify-user-folder-path */
export function userFolder(): string {
	const home = process.platform === 'win32' ? process.env.USERPROFILE : process.env.HOME;
	return join(process.env.N8N_USER_FOLDER ?? home ?? process.cwd(), '.n8n');
}
