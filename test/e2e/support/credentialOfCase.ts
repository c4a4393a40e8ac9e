import type { Credential } from '../../../scripts/n8n/client';
import { isOfKapso } from '../../cases/requestCase';
import type { RequestCase } from '../../cases/requestCase';
import { hostCredential, hostStages } from './hostStage';
import { world } from './world';

let kapso: Promise<Credential> | undefined;

/** The credential for a case: of Kapso for what only Kapso has. */
export async function credentialOfCase({ request }: RequestCase): Promise<Credential> {
	if (!isOfKapso(request)) return world.credential;
	const stage = hostStages.find(({ host }) => host === 'kapso');
	if (!stage) throw new Error('No stage is about Kapso.');
	return await (kapso ??= hostCredential(stage).then(({ credential }) => credential));
}
