import { actionNodeType, credentialType, triggerNodeType } from '../workflows';
import type { PackedPackage } from '../n8n/package';
import type { World } from './world';

/** What npm would publish: these and nothing else. */
const publishedFiles = /^(dist\/.+|README\.md|LICENSE|package\.json)$/;

export async function checkLoading(world: World, packed: PackedPackage): Promise<void> {
	const { checks, n8n } = world;
	await checks.check('the package holds dist, README and LICENSE only', () => {
		const others = packed.files.filter((file) => !publishedFiles.test(file));
		if (others.length > 0) throw new Error(`It also holds ${others.join(', ')}.`);
		for (const file of ['README.md', 'LICENSE']) {
			if (!packed.files.includes(file)) throw new Error(`It holds no ${file}.`);
		}
	});
	await checks.check('n8n loads both nodes', async () => {
		const types = await n8n.nodeTypes();
		for (const type of [actionNodeType, triggerNodeType]) {
			if (!types.includes(type)) throw new Error(`${type} is not loaded.`);
		}
	});
	await checks.check('n8n loads the credential type', async () => {
		const types = await n8n.credentialTypes();
		if (!types.includes(credentialType)) throw new Error(`${credentialType} is not loaded.`);
	});
}
