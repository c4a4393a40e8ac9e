import { Readable } from 'node:stream';

import type { CredentialData } from '../../../../nodes/graphApi/connection';
import { connectionFromCredential } from '../../../../nodes/graphApi/hosts';
import { hostLayer } from '../../../../nodes/graphApi/hosts/hostLayer';
import { path } from '../../../../nodes/graphApi/path';
import type { GraphRequest } from '../../../../nodes/graphApi/types';

const credential: CredentialData = {
	host: 'onPremises',
	accessToken: 'fixed',
	baseUrl: 'https://wa.example.com',
	phoneNumberId: '1',
};

const fileOf = (content: Readable) => ({ fileName: 'a.png', mimeType: 'image/png', content });

describe('hostLayer', () => {
	it.each<[string, (content: Readable) => GraphRequest]>([
		[
			'the call',
			(content) => ({ method: 'POST', on: 'template', path: path`/1`, stream: { content } }),
		],
		[
			'a field beside the file',
			(content) => ({
				method: 'POST',
				on: 'phoneNumber',
				path: path`/1/media`,
				form: { ttl_minutes: '5', file: fileOf(content) },
			}),
		],
		[
			'a field of a call that takes several requests',
			(content) => ({
				method: 'POST',
				on: 'group',
				path: path`/1`,
				form: { description: 'Text', file: fileOf(content) },
			}),
		],
	])('closes the file of a request whose host refuses %s', async (_what, requestWith) => {
		const content = Readable.from([Buffer.from('bytes')]);
		const send = hostLayer(connectionFromCredential(credential))(async () => ({ body: {} }));
		await expect(send(requestWith(content))).rejects.toThrow('On-Premises format');
		expect(content.destroyed).toBe(true);
	});
});
