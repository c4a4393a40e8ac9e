import type { Simulator } from '../../simulator';
import { call, firstNumber, start } from './support';

describe('large media of the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await start();
	});
	afterAll(() => simulator.stop());

	it('accepts a document of 100 MB', async () => {
		const size = 100 * 1024 * 1024;
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('type', 'application/pdf');
		form.append('file', new Blob([new Uint8Array(size)], { type: 'application/pdf' }), 'file.pdf');
		const path = `/v26.0/${firstNumber.id}/media`;
		const { id } = (await call<{ id: string }>(simulator, 'POST', path, form)).body;
		expect((await call(simulator, 'GET', `/v26.0/${id}`)).body).toMatchObject({ file_size: size });
	});
});
