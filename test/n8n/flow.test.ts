import { createDecipheriv } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { fileSystemBinaryData, runNode } from '../support/engine';
import { draftFlow, flowById, flowJson, publishedFlow } from '../support/flow';

let simulator: Simulator;

describe('Flows', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const run = (operation: string, parameters: INodeParameters, binary = {}) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'flow', operation, flow: flowById(draftFlow.id), ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {}, binary }],
		});
	const json = async (operation: string, parameters: INodeParameters = {}, binary = {}) =>
		(await run(operation, parameters, binary)).outputs[0]?.map((item) => item.json)[0];

	const withMistakes = `{
  "version": "7.3",
  "colour": "green",
  "screens": [{ "id": "A", "layout": 1 }]
}`;
	const mistakes = [
		"Line 4, column 38: Expected '$root/screens/0/layout' to be object but found number",
		"Line 3, column 3 to 10: Property 'colour' cannot be specified at '$root'",
	].join('\n');

	it('Update JSON: returns the mistakes by line and column, as text and as data', async () => {
		expect(await json('updateJson', { flowJson: withMistakes })).toMatchObject({
			success: true,
			valid: false,
			validation_text: mistakes,
			validation_errors: [
				{ error: 'INVALID_PROPERTY_TYPE', line_start: 4 },
				{ error: 'INVALID_PROPERTY_KEY', line_start: 3 },
			],
		});
		expect(await json('get')).toMatchObject({ valid: false, validation_text: mistakes });
		const { error } = await run('publish', {});
		expect(error?.message).toBe('The Flow cannot be published in its current state.');
		expect(error?.description).toContain('validation errors');
	});

	it('Create: returns a mistake that spans several lines', async () => {
		const created = await json('create', {
			name: 'Without screens',
			options: { flowJson: '{\n  "version": "7.3"\n}' },
		});
		expect(created).toMatchObject({
			valid: false,
			validation_text:
				"Line 1, column 1 to line 3, column 1: Required property 'screens' is missing",
		});
	});

	it('Update JSON: uploads a file on disk, and Get JSON returns the same JSON', async () => {
		const store = await fileSystemBinaryData();
		const content = Buffer.from(JSON.stringify(flowJson, null, 2));
		// The name and type that a web server may use.
		const data = await store.store(content, 'text/plain', 'booking.txt');
		const parameters = { jsonSource: 'binary' };
		const uploaded = await json('updateJson', parameters, { data });
		expect(uploaded).toEqual({
			success: true,
			validation_errors: [],
			valid: true,
			validation_text: '',
		});
		expect(await json('getJson')).toEqual({
			flow_id: draftFlow.id,
			name: 'flow.json',
			flow_json: flowJson,
		});
		const { outputs } = await run('getJson', { output: 'binary', binaryPropertyName: 'screens' });
		store.remove();
		expect(outputs[0]).toMatchObject([
			{
				json: { flow_id: draftFlow.id, name: 'flow.json' },
				binary: { screens: { fileName: 'flow.json', mimeType: 'application/json' } },
			},
		]);
	});

	it('Get JSON: reports a Flow without JSON', async () => {
		const created = await json('create', { name: 'Empty' });
		const { error } = await run('getJson', { flow: flowById(String(created?.id)) });
		expect(error).toMatchObject({ message: 'The Flow has no JSON yet.' });
	});

	it('Update and Delete: say what to do with a published Flow', async () => {
		const flow = flowById(publishedFlow.id);
		const update = await run('update', { flow, updateFields: { name: 'x' } });
		expect(update.error?.description).toMatch(/Clone a published Flow/);
		const remove = await run('delete', { flow });
		expect(remove.error).toMatchObject({
			message: 'A published Flow cannot be deleted.',
			description: expect.stringMatching(/^Deprecate the Flow instead/),
		});
	});

	it('Get Encryption: returns an empty item when the number has no key', async () => {
		expect(await json('getEncryption')).toEqual({});
	});

	it('Encrypt Response: encrypts with the inverted vector, as WhatsApp expects', async () => {
		const key = Buffer.from('0123456789abcdef');
		const vector = Buffer.from('fedcba9876543210');
		const output = await json('encryptResponse', {
			response: '{ "screen": "DONE", "data": { "text": "Grüße" } }',
			aesKey: key.toString('base64'),
			initialVector: vector.toString('base64'),
		});
		const bytes = Buffer.from(String(output?.encrypted_response), 'base64');
		const turned = vector.map((byte) => byte ^ 0xff);
		const decipher = createDecipheriv('aes-128-gcm', key, turned).setAuthTag(bytes.subarray(-16));
		const text =
			decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
		expect(JSON.parse(text)).toEqual({ screen: 'DONE', data: { text: 'Grüße' } });
		expect(simulator.requests()).toEqual([]);
	});

	it('Get Metrics: returns an item per day, with the figures by name', async () => {
		const { outputs } = await run('getMetrics', {
			flow: flowById(publishedFlow.id),
			metric: 'ENDPOINT_REQUEST_ERROR',
			granularity: 'DAY',
			options: { since: noonOf(3), until: noonOf(2) },
		});
		expect(outputs[0]?.map((item) => item.json)).toEqual(
			[3, 2].map((days) => ({
				flow_id: publishedFlow.id,
				name: 'ENDPOINT_REQUEST_ERROR',
				granularity: 'DAY',
				timestamp: expect.stringContaining(noonOf(days).slice(0, 10)),
				data: { timeout_error: 1 },
			})),
		);
	});

	/** Noon in UTC is on the same day in the time zone of n8n, which decides the day that is asked for. */
	const noonOf = (daysAgo: number) =>
		`${new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`;
});
