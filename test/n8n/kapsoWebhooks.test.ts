import type { INodeParameters } from 'n8n-workflow';

import { business } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { simulatedKapso } from '../support/simulatedKapso';

const phoneNumber = byId(business.phoneNumbers[0].id);
const kapso = simulatedKapso();

const run = (operation: string, parameters: INodeParameters) =>
	kapso.outputOf('kapsoWebhook', operation, { phoneNumber, ...parameters });

describe('The secret of a webhook', () => {
	it('is in the output of its creation only', async () => {
		const webhookUrl = 'https://example.com/kapso';
		const options = { secretKey: 's3cret' };
		const [created] = await run('create', { webhookUrl, options });
		expect(created).toMatchObject({ url: webhookUrl, secret_key: 's3cret' });

		const webhook = byId(String(created?.id));
		const later = [
			...(await run('get', { webhook, simplify: false })),
			...(await run('getMany', { simplify: false })),
			...(await run('update', { webhook, updateFields: { active: false, ...options } })),
		];
		expect(later).toHaveLength(3);
		expect(JSON.stringify(later)).not.toContain('secret');
		expect(later[2]).toMatchObject({ url: webhookUrl, active: false });
	});
});
