import type { IDataObject } from 'n8n-workflow';
import { business } from '../../simulator/business';
import { freePort } from '../n8n/ports';
import type { World } from './world';

interface Mistake {
	name: string;
	change: IDataObject;
	/** What the answer must speak of. */
	message: RegExp;
}

/** The credential test tells the usual mistakes apart. */
export async function checkCredential(world: World): Promise<void> {
	const { checks, n8n, credential, credentialData } = world;
	await checks.check('credential test: accepts the right values', async () => {
		const { status, message } = await n8n.testCredential(credential, credentialData);
		if (status !== 'OK') throw new Error(`It answered: ${message}`);
	});
	const mistakes: Mistake[] = [
		{ name: 'wrong token', change: { accessToken: 'EAAWRONGTOKEN' }, message: /token/i },
		{
			name: 'expired token',
			change: { accessToken: business.expiredAccessToken },
			message: /expired/i,
		},
		{
			name: 'wrong phone number ID',
			change: { phoneNumberId: '999999999999999' },
			message: /phone number id/i,
		},
		{
			name: 'unreachable host',
			change: { baseUrl: `http://127.0.0.1:${await freePort()}` },
			message: /reach|connect/i,
		},
	];
	const answers = new Map<string, string>();
	for (const { name, change, message: expected } of mistakes) {
		await checks.check(`credential test: tells the mistake: ${name}`, async () => {
			const { status, message } = await n8n.testCredential(credential, {
				...credentialData,
				...change,
			});
			const other = answers.get(message);
			answers.set(message, name);
			if (status !== 'Error') throw new Error(`It answered ${status}: ${message}`);
			if (!expected.test(message)) throw new Error(`It does not say so: ${message}`);
			if (other) throw new Error(`It says the same as for ${other}: ${message}`);
			if (message.includes(String(change.accessToken))) throw new Error('It repeats the token.');
		});
	}
}
