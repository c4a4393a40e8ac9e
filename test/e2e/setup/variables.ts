import { readVersion, versionNames, type N8nVersion } from '../../../scripts/n8n/versions';

/** Environment variable that names the n8n version of a run. */
export const versionVariable = 'E2E_N8N';

/** Environment variable that names the folder for pictures of every step in the editor. */
export const picturesVariable = 'E2E_PICTURES';

/** The n8n version that this run tests: the newest unless the environment says otherwise. */
export function versionOfRun(): N8nVersion {
	const chosen = process.env[versionVariable] ?? 'newest';
	const name = versionNames.find((known) => known === chosen);
	if (!name)
		throw new Error(`${versionVariable} is '${chosen}', not ${versionNames.join(' or ')}.`);
	return readVersion(name);
}
