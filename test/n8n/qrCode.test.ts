import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('QR codes', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());

	const run = async (operation: string, parameters: INodeParameters) => {
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'qrCode', operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
		return { items: outputs[0]?.map(({ json }) => json), error };
	};

	it('are created, found, updated, listed and deleted', async () => {
		const { items: created } = await run('create', { prefilledMessage: 'Hello' });
		const code = String(created?.[0]?.code);
		expect(created).toEqual([
			{
				code,
				prefilled_message: 'Hello',
				deep_link_url: `https://wa.me/message/${code}`,
				qr_image_url: expect.stringContaining('.png'),
			},
		]);
		await run('update', { code, prefilledMessage: 'Good day' });
		const found = await run('get', { code, imageFormat: 'SVG' });
		expect(found.items).toMatchObject([
			{ prefilled_message: 'Good day', qr_image_url: expect.stringContaining('.svg') },
		]);
		const listed = await run('getMany', { imageFormat: 'none' });
		expect(listed.items?.map((item) => item.code)).toEqual([code, simulator.business.qrCode.code]);
		expect(listed.items?.[0]).not.toHaveProperty('qr_image_url');
		expect((await run('delete', { code })).items).toEqual([{ deleted: true }]);
		const { error } = await run('get', { code });
		expect(error?.message).toBe("'Code' is not the code of any QR code of this number");
	});

	it.each(['update', 'delete'])(
		'cannot be found for %s when the code does not exist',
		async (operation) => {
			const { error } = await run(operation, { code: 'AAAAAAAAAAAAAA', prefilledMessage: 'Hello' });
			expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404' });
		},
	);
});
