import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';

/** A server in the On-Premises format with a certificate of its own, and a credential that logs in to it. */
export async function startOnPremisesServer(): Promise<{
	simulator: Simulator;
	credential: CredentialData;
}> {
	const certificateFile = join(await mkdtemp(join(tmpdir(), 'certificate-')), 'ca.pem');
	const simulator = await startSimulator({ port: 0, certificateFile });
	const { username, password } = business.onPremises;
	const credential: CredentialData = {
		host: 'onPremises',
		accessToken: '',
		username,
		password,
		phoneNumberId: business.phoneNumbers[0].id,
		baseUrl: `${simulator.url}/onpremises`,
		caCertificate: await readFile(certificateFile, 'utf8'),
		templateNamespace: business.waba.messageTemplateNamespace,
	};
	return { simulator, credential };
}
