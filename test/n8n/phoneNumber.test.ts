import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('Phone numbers', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const run = async (
		operation: string,
		parameters: INodeParameters = {},
		resource = 'phoneNumber',
	) => {
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource, operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
		return { items: outputs[0]?.map(({ json }) => json), error };
	};
	const sendText = () => run('sendText', { to: '+16505551234', text: 'Hello' }, 'message');

	it('Deregister and Register: take a number out of the Cloud API and back', async () => {
		await run('deregister');
		expect((await sendText()).error?.message).toMatch(/not registered/);
		expect((await run('deregister')).error).toMatchObject({ httpCode: '400' });
		const { error } = await run('register', { pin: '000000' });
		expect(error?.message).toMatch(/PIN for two-step verification is wrong/);
		expect((await run('register', { pin: business.pin })).items).toEqual([{ success: true }]);
		expect((await sendText()).error).toBeUndefined();
	});

	it('Set Two-Step PIN: sets the PIN that Register accepts', async () => {
		await run('setTwoStepPin', { pin: '987654' });
		expect((await run('register', { pin: business.pin })).error).toBeDefined();
		expect((await run('register', { pin: '987654' })).error).toBeUndefined();
	});

	it('Request Code and Verify Code: verify a number with the code that was sent', async () => {
		await run('requestCode');
		expect((await run('verifyCode', { code: '000000' })).error?.message).toMatch(/code is wrong/);
		const { items } = await run('verifyCode', { code: business.verificationCode });
		expect(items).toEqual([{ success: true, id: business.phoneNumbers[0].id }]);
	});

	it('Verify Code: keeps a code that the API quotes out of the error', async () => {
		simulator.addFaults({ kind: 'graphError', code: 99, message: 'Bad code 135790', times: 1 });
		const { error } = await run('verifyCode', { code: '135790' });
		expect(`${error?.message} ${error?.description}`).toContain('Bad code [hidden]');
	});

	it('Update Settings: sets what Get Settings returns', async () => {
		await run('updateSettings', {
			calling: { sip: true, sipServer: { server: { hostname: 'sip.example.com', port: 5061 } } },
		});
		await run('updateSettings', { calling: { callIconVisibility: 'DISABLE_ALL' } });
		const { items } = await run('getSettings', { options: { includeSipCredentials: true } });
		expect(items).toMatchObject([
			{
				calling: {
					status: 'ENABLED',
					call_icon_visibility: 'DISABLE_ALL',
					sip: {
						servers: [{ hostname: 'sip.example.com', sip_user_password: expect.any(String) }],
					},
				},
			},
		]);
	});

	it.each([
		['encryption', { clientEncryptionKey: 'LS0tLS1CRUdJTg==' }, 'payload_encryption'],
		['identity', {}, 'user_identity_change'],
	])('Update Settings: sets %s', async (setting, parameters, key) => {
		expect((await run('updateSettings', { setting, ...parameters })).error).toBeUndefined();
		expect((await run('getSettings')).items?.[0]).toHaveProperty(key);
	});

	it('Update Settings: sets the storage region only while the number is not registered', async () => {
		const storage = { setting: 'storage', dataLocalizationRegion: 'BR' };
		expect((await run('updateSettings', storage)).error).toMatchObject({ httpCode: '400' });
		await run('deregister');
		expect((await run('updateSettings', storage)).error).toBeUndefined();
	});

	it('Update Settings: sets what the number shows', async () => {
		await run('updateSettings', {
			setting: 'number',
			numberUpdate: {
				searchVisibility: 'VISIBLE',
				newDisplayName: 'Shrub',
			},
		});
		const fields = ['search_visibility', 'new_name_status', 'health_status'];
		expect((await run('get', { options: { fields } })).items).toMatchObject([
			{
				search_visibility: 'VISIBLE',
				new_name_status: 'PENDING_REVIEW',
				health_status: { can_send_message: 'AVAILABLE' },
			},
		]);
	});

	it('Set Conversational Automation: sets prompts and commands', async () => {
		await run('setConversationalAutomation', {
			iceBreakers: { iceBreaker: [{ text: 'Plan a trip' }] },
			commands: { command: [{ name: 'help', hint: 'Get help' }] },
		});
		const { items } = await run('get', { options: { fields: ['conversational_automation'] } });
		expect(items).toMatchObject([
			{
				conversational_automation: {
					prompts: ['Plan a trip'],
					commands: [{ command_name: 'help', command_description: 'Get help' }],
				},
			},
		]);
	});

	it('Get Many: returns numbers simplified or as the API returns them', async () => {
		const simple = await run('getMany');
		expect(simple.items?.map(({ id }) => id)).toEqual(business.phoneNumbers.map(({ id }) => id));
		expect(simple.items?.[0]).not.toHaveProperty('platform_type');
		expect((await run('getMany', { simplify: false })).items?.[0]).toHaveProperty('platform_type');
	});
});
