import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Agent, request } from 'undici';

import { business, startSimulator } from '../../simulator';

describe('simulator over HTTPS', () => {
	it('uses a certificate that only clients with the written file trust', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
		const certificateFile = join(folder, 'certificate.pem');
		const simulator = await startSimulator({ port: 0, certificateFile });
		const trusting = new Agent({ connect: { ca: await readFile(certificateFile) } });
		const url = `${simulator.url}/v26.0/${business.phoneNumbers[0].id}`;
		const headers = { authorization: `Bearer ${business.accessToken}` };
		try {
			expect(simulator.url).toMatch(/^https:/);
			await expect(request(url, { headers })).rejects.toMatchObject({
				code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			});
			const { body } = await request(url, { headers, dispatcher: trusting });
			expect(await body.json()).toMatchObject({ id: business.phoneNumbers[0].id });
		} finally {
			await trusting.close();
			await simulator.stop();
			await rm(folder, { recursive: true });
		}
	});
});
