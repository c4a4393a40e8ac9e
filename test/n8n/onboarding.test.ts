import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('Onboarding', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const run = async (operation: string, parameters: INodeParameters, change = {}) => {
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'onboarding', operation, ...parameters },
			credential: credentialFor(simulator.url, change),
			items: [{ json: {} }],
		});
		return { items: outputs[0]?.map(({ json }) => json), error };
	};
	const [code] = business.signupCodes;
	/** What the package put into an error. n8n adds the node with its parameters itself. */
	const allOf = (error: unknown) => {
		const names = Object.getOwnPropertyNames(error ?? {}).filter((name) => name !== 'node');
		return JSON.stringify(names.map((name) => (error as Record<string, unknown>)[name]));
	};

	it('Exchange Code: returns a token that Debug Token describes', async () => {
		const { items } = await run('exchangeCode', { code });
		expect(items).toEqual([{ access_token: business.customerToken, token_type: 'bearer' }]);
		const debugged = await run('debugToken', { inputToken: business.customerToken });
		expect(debugged.items).toMatchObject([
			{ is_valid: true, granular_scopes: [{ target_ids: [business.waba.id] }, {}, {}] },
		]);
	});

	it('Exchange Code: calls nothing without the app secret', async () => {
		const { error } = await run('exchangeCode', { code }, { appSecret: '' });
		expect(error?.message).toMatch(/The credential has no app secret/);
		expect(simulator.requests()).toEqual([]);
	});

	it('Exchange Code: says that a code was used, without the code and the app secret', async () => {
		await run('exchangeCode', { code });
		const { error } = await run('exchangeCode', { code });
		expect(error?.message).toMatch(/was used already/);
		expect(allOf(error)).not.toContain(code);
		expect(allOf(error)).not.toContain(business.app.secret);
	});

	it.each([
		['exchangeCode', 'code', { code: 'AQBsecret' }, 'AQBsecret'],
		['debugToken', 'token', { inputToken: 'EAAsecret' }, 'EAAsecret'],
	])("%s: hides the %s in Meta's errors", async (operation, _what, parameters, secret) => {
		const message = `(#190) Malformed ${secret} and ${business.app.secret}`;
		simulator.addFaults({ kind: 'graphError', code: 190, message, details: message });
		const { error } = await run(operation, parameters);
		expect(allOf(error)).toContain('Malformed');
		expect(allOf(error)).not.toContain(secret);
		expect(allOf(error)).not.toContain(business.app.secret);
	});
});
