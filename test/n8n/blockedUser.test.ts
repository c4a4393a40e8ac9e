import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('Blocked users', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const run = async (operation: string, users = '') => {
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'blockedUser', operation, users },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
		expect(error).toBeUndefined();
		return outputs[0]?.map(({ json }) => json);
	};

	it('Block: returns an item per person with its success, in the given order', async () => {
		const results = await run('block', '+49 171 1234567, +16505551234, GB.13491208655302741919');
		expect(results).toEqual([
			{
				user: '+491711234567',
				wa_id: '491711234567',
				success: false,
				error: {
					code: 131047,
					message: 'Re-engagement required',
					details: 'User has not messaged in the last 24 hours',
				},
			},
			{ user: '+16505551234', wa_id: '16505551234', success: true },
			{ user: 'GB.13491208655302741919', success: true },
		]);
		expect(await run('getMany')).toEqual(
			expect.arrayContaining([
				{ messaging_product: 'whatsapp', wa_id: '16505551234' },
				{ messaging_product: 'whatsapp', user_id: 'GB.13491208655302741919' },
			]),
		);
	});

	it('Unblock: unblocks a user', async () => {
		const { waId } = simulator.business.blockedUser;
		expect(await run('getMany')).toHaveLength(1);
		expect(await run('unblock', `+${waId}`)).toEqual([
			{ user: `+${waId}`, wa_id: waId, success: true },
		]);
		expect(await run('getMany')).toEqual([]);
	});
});
