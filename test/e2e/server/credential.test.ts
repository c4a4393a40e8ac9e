import type { IDataObject } from 'n8n-workflow';
import { business } from '../../../simulator/business';
import { freePort } from '../../../scripts/n8n/ports';
import { world } from '../support/world';

interface Mistake {
	name: string;
	change: () => IDataObject | Promise<IDataObject>;
	/** What the result must name. */
	message: RegExp;
}

const mistakes: Mistake[] = [
	{
		name: 'wrong token',
		change: () => ({ accessToken: 'EAAWRONGTOKEN' }),
		message: /token/i,
	},
	{
		name: 'expired token',
		change: () => ({ accessToken: business.expiredAccessToken }),
		message: /expired/i,
	},
	{
		name: 'wrong phone number ID',
		change: () => ({ phoneNumberId: '999999999999999' }),
		message: /phone number id/i,
	},
	{
		name: 'unreachable host',
		change: async () => ({ baseUrl: `http://127.0.0.1:${await freePort()}` }),
		message: /reach|connect/i,
	},
];

describe('Credential test in n8n', () => {
	const found: string[] = [];

	test('accepts the right values', async () => {
		const { credential, credentialData } = world;
		const result = await world.n8n.testCredential(credential, credentialData);
		expect(result).toMatchObject({ status: 'OK' });
	});

	test.each(mistakes)('$name: names the mistake, and no other', async ({ change, message }) => {
		const changed = await change();
		const data = { ...world.credentialData, ...changed };
		const result = await world.n8n.testCredential(world.credential, data);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
		expect(found).not.toContain(result.message);
		found.push(result.message);
		expect(result.message).not.toContain(String(changed.accessToken));
	});
});
