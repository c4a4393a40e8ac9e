/**
 * `npm run n8n:install`: installs the n8n versions that the end-to-end tests run against, at the same time, so that
 * nothing later waits for it. `-- --n8n oldest|newest|all` (default: all).
 */
import { installN8n } from './n8n/install';
import { chosenVersions } from './n8n/versions';

async function main(): Promise<void> {
	await Promise.all(chosenVersions().map((version) => installN8n(version, console.log)));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
