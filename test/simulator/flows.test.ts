import { generateKeyPairSync } from 'node:crypto';

import { business, type Simulator } from '../../simulator';
import { validateFlowJson } from '../../simulator/flows/json';
import { draftFlow, flowJson, publishedFlow } from '../support/flow';
import { call, firstNumber, Receiver, send, start, subscribe } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const flowsPath = `/v26.0/${business.waba.id}/flows`;
const draftPath = `/v26.0/${draftFlow.id}`;
const publishedPath = `/v26.0/${publishedFlow.id}`;
const create = (body: object) =>
	call<{ id: string; validation_errors: unknown[] }>(simulator, 'POST', flowsPath, {
		name: 'New',
		categories: ['OTHER'],
		...body,
	});
const upload = (path: string, json: string) => {
	const form = new FormData();
	form.set('name', 'flow.json');
	form.set('asset_type', 'FLOW_JSON');
	form.set('file', new Blob([json], { type: 'application/json' }), 'flow.json');
	return call<{ validation_errors: unknown[] }>(simulator, 'POST', `${path}/assets`, form);
};
const withDataApi = JSON.stringify({
	...flowJson,
	data_api_version: '3.0',
	routing_model: { WELCOME: [] },
});

describe('Flows of the simulator', () => {
	describe('a new Flow', () => {
		it('is a draft, listed with its errors', async () => {
			const { body } = await create({ flow_json: '{"version": "7.3"}' });
			expect(body).toMatchObject({
				id: expect.stringMatching(/^\d+$/),
				success: true,
				validation_errors: [{ error: 'MISSING_REQUIRED_TYPE_PROPERTY' }],
			});
			const list = await call<{ data: unknown[] }>(simulator, 'GET', flowsPath);
			expect(list.body.data).toHaveLength(3);
			expect(list.body.data[2]).toEqual({
				id: body.id,
				name: 'New',
				status: 'DRAFT',
				categories: ['OTHER'],
				validation_errors: body.validation_errors,
			});
		});

		it('is published immediately with valid JSON', async () => {
			const { body } = await create({ flow_json: JSON.stringify(flowJson), publish: true });
			const { body: flow } = await call(
				simulator,
				'GET',
				`/v26.0/${body.id}?fields=status,json_version`,
			);
			expect(flow).toMatchObject({ status: 'PUBLISHED', json_version: '7.3' });
		});

		it('has the screens of the Flow it was cloned from', async () => {
			const { body } = await create({ clone_flow_id: publishedFlow.id });
			const { body: assets } = await call<{ data: Array<{ download_url: string }> }>(
				simulator,
				'GET',
				`/v26.0/${body.id}/assets`,
			);
			const file = await fetch(assets.data[0]?.download_url ?? '');
			expect(await file.text()).toBe(publishedFlow.json);
		});

		it.each([publishedFlow, draftFlow])('starts without errors in $name', ({ json }) => {
			expect(validateFlowJson(json)).toEqual([]);
		});

		it.each([
			['a name in use', { name: draftFlow.name }, 100, 'Flow name is not unique'],
			['no category', { categories: [] }, 100, undefined],
			['an unknown category', { categories: ['FUN'] }, 100, undefined],
			['an unknown original', { clone_flow_id: '1' }, 100, 'Flow with specified ID does not exist'],
			['an endpoint over http', { endpoint_uri: 'http://a.b' }, 100, 'Invalid Endpoint URI'],
			[
				'errors to publish',
				{ flow_json: '{}', publish: true },
				139002,
				'Publishing Flow with validation errors',
			],
		])('is rejected with %s', async (_name, body, code, title) => {
			const { error } = await create(body);
			expect(error).toMatchObject({ code, ...(title && { error_user_title: title }) });
			expect(simulator.state.flows).toHaveLength(2);
		});
	});

	describe('the status of a Flow', () => {
		it('goes from draft to published to deprecated, with a webhook for each', async () => {
			const receiver = await new Receiver().start();
			await subscribe(simulator, receiver, ['flows']);
			expect((await call(simulator, 'POST', `${draftPath}/publish`)).body).toEqual({
				success: true,
			});
			expect((await call(simulator, 'POST', `${draftPath}/deprecate`)).body).toEqual({
				success: true,
			});
			await simulator.settled();
			await receiver.stop();
			const values = receiver.webhooks.map(({ body }) => body.entry[0]?.changes[0]?.value);
			expect(values).toMatchObject([
				{ event: 'FLOW_STATUS_CHANGE', old_status: 'DRAFT', new_status: 'PUBLISHED' },
				{ flow_id: draftFlow.id, old_status: 'PUBLISHED', new_status: 'DEPRECATED' },
			]);
		});

		it.each([
			['changing a published Flow', 'POST', publishedPath, { name: 'x' }, 139001],
			['publishing a published Flow', 'POST', `${publishedPath}/publish`, undefined, 139002],
			['deprecating a draft', 'POST', `${draftPath}/deprecate`, undefined, 139003],
			['deleting a published Flow', 'DELETE', publishedPath, undefined, 139004],
		])('does not allow %s', async (_name, method, path, body, code) => {
			expect((await call(simulator, method, path, body)).error.code).toBe(code);
		});

		it('does not accept new JSON after publishing', async () => {
			expect((await upload(publishedPath, JSON.stringify(flowJson))).error.code).toBe(139001);
		});

		it('allows deleting a draft', async () => {
			expect((await call(simulator, 'DELETE', draftPath)).body).toEqual({ success: true });
			expect((await call(simulator, 'GET', draftPath)).error.code).toBe(100);
		});

		it('does not allow sending a deprecated Flow', async () => {
			await call(simulator, 'POST', `${publishedPath}/deprecate`);
			const { error } = await send(simulator, {
				type: 'interactive',
				interactive: {
					type: 'flow',
					body: { text: 'b' },
					action: {
						name: 'flow',
						parameters: { flow_message_version: '3', flow_id: publishedFlow.id, flow_cta: 'Open' },
					},
				},
			});
			expect(error).toMatchObject({ code: 131009 });
		});

		it('requires endpoint, key and app to publish a Flow that calls an endpoint', async () => {
			await upload(draftPath, withDataApi);
			const publish = async () => {
				const { error, body } = await call(simulator, 'POST', `${draftPath}/publish`);
				return error?.error_user_title ?? body;
			};
			expect(await publish()).toMatch(/without specifying endpoint_uri/);
			await call(simulator, 'POST', draftPath, { endpoint_uri: 'https://example.com' });
			expect(await publish()).toMatch(/Missing Flows Signed Public Key/);
			await call(simulator, 'POST', encryptionPath, { business_public_key: publicKey });
			expect(await publish()).toMatch(/No Application Connected/);
			await call(simulator, 'POST', draftPath, { application_id: business.app.id });
			expect(await publish()).toEqual({ success: true });
		});
	});

	describe('reading a Flow', () => {
		it('returns the requested fields, and a new preview link on request', async () => {
			const preview = async (field: string) => {
				const path = `${draftPath}?fields=${field},health_status.phone_number(${firstNumber.id})`;
				const { body } = await call<{ preview: { preview_url: string } }>(simulator, 'GET', path);
				expect(body).toMatchObject({
					health_status: { can_send_message: 'AVAILABLE' },
					preview: { expires_at: expect.stringMatching(/\+0000$/) },
				});
				return body.preview.preview_url;
			};
			const link = await preview('preview');
			expect(await preview('preview.invalidate(false)')).toBe(link);
			expect(await preview('preview.invalidate(true)')).not.toBe(link);
		});

		it('rejects an unknown field', async () => {
			expect((await call(simulator, 'GET', `${draftPath}?fields=color`)).error.code).toBe(100);
		});
	});

	describe('the JSON of a Flow', () => {
		it('is stored with its errors and cannot be published', async () => {
			const json = JSON.stringify({ ...flowJson, colour: 'green' });
			expect((await upload(draftPath, json)).body).toMatchObject({
				success: true,
				validation_errors: [{ error: 'INVALID_PROPERTY_KEY' }],
			});
			expect((await call(simulator, 'POST', `${draftPath}/publish`)).error.code).toBe(139002);
			await upload(draftPath, JSON.stringify(flowJson));
			expect((await call(simulator, 'POST', `${draftPath}/publish`)).status).toBe(200);
		});

		it('must be uploaded as a file with the right name and type', async () => {
			const path = `${draftPath}/assets`;
			const body = { name: 'flow.json', asset_type: 'FLOW_JSON' };
			expect((await call(simulator, 'POST', path, body)).error.message).toContain(
				'file is required',
			);
			const wrong = { name: 'flow.json', asset_type: 'PICTURE' };
			expect((await call(simulator, 'POST', path, wrong)).error.code).toBe(100);
		});

		const screen = flowJson.screens[0];
		const second = { ...screen, id: 'SECOND' };
		const withAction = (action: object) => [
			{
				...screen,
				terminal: false,
				layout: {
					type: 'SingleColumnLayout',
					children: [
						{
							type: 'Form',
							name: 'form',
							children: [{ type: 'Footer', label: 'Next', 'on-click-action': action }],
						},
					],
				},
			},
			second,
		];
		const pretty = (flow: object) => JSON.stringify(flow, null, 2);

		it.each<[string, string, string, RegExp]>([
			['no JSON', '{ "version": }', 'INVALID_FLOW_JSON', /not valid/],
			['nothing', '', 'INVALID_FLOW_JSON', /not valid/],
			['no version', pretty({ screens: [screen] }), 'MISSING_FLOW_JSON_VERSION', /version/],
			[
				'an invalid version',
				pretty({ ...flowJson, version: 'x' }),
				'INVALID_FLOW_JSON_VERSION',
				/version/,
			],
			['no screens', pretty({ version: '7.3', screens: [] }), 'MIN_ITEMS_REQUIRED', /at least 1/],
			[
				'a screen without a layout',
				pretty({ version: '7.3', screens: [{ id: 'A' }] }),
				'MISSING_REQUIRED_TYPE_PROPERTY',
				/'layout' is missing/,
			],
			[
				'a title that is a number',
				pretty({ version: '7.3', screens: [{ ...screen, title: 1 }] }),
				'INVALID_PROPERTY_TYPE',
				/'\$root\/screens\/0\/title' to be string but found number/,
			],
			[
				'a screen ID with digits',
				pretty({ version: '7.3', screens: [{ ...screen, id: 'A1' }] }),
				'PATTERN_MISMATCH',
				/'id'/,
			],
			[
				'an unknown component',
				pretty({
					version: '7.3',
					screens: [{ ...screen, layout: { ...screen?.layout, children: [{ type: 'Slider' }] } }],
				}),
				'INVALID_ENUM_VALUE',
				/one of: \[TextHeading/,
			],
			[
				'a screen without a route',
				pretty({ ...flowJson, routing_model: {} }),
				'INVALID_ROUTING_MODEL',
				/missing in the routing model: \[WELCOME\]/,
			],
			[
				'a route to an unknown screen',
				pretty({ ...flowJson, routing_model: { WELCOME: ['NOWHERE'] } }),
				'INVALID_ROUTING_MODEL',
				/Invalid screens.*\[NOWHERE\]/,
			],
			[
				'a navigation to an unknown screen',
				pretty({
					version: '7.3',
					screens: withAction({ name: 'navigate', next: { type: 'screen', name: 'NOWHERE' } }),
				}),
				'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
				/\[NOWHERE\]/,
			],
			[
				'a navigation to the same screen',
				pretty({
					version: '7.3',
					screens: withAction({ name: 'navigate', next: { type: 'screen', name: 'WELCOME' } }),
				}),
				'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
				/Loop/,
			],
			[
				'a complete action on a screen that is not terminal',
				pretty({ version: '7.3', screens: withAction({ name: 'complete', payload: {} }) }),
				'INVALID_COMPLETE_ACTION',
				/terminal/,
			],
		])('is invalid with %s', (_name, json, error, message) => {
			expect(validateFlowJson(json)).toMatchObject([
				{ error, message: expect.stringMatching(message), line_start: expect.any(Number) },
			]);
		});

		it('has errors with a range that includes the last character', () => {
			const json = '{\n  "version": "7.3",\n  "colour": 1,\n  "screens": []\n}';
			const range = { line_start: 3, line_end: 3, column_start: 3, column_end: 10 };
			expect(validateFlowJson(json)).toMatchObject([
				{ error: 'MIN_ITEMS_REQUIRED', line_start: 4, column_start: 14, column_end: 15 },
				{ error: 'INVALID_PROPERTY_KEY', ...range, pointers: [{ ...range, path: 'colour' }] },
			]);
		});

		it('is valid if screens navigate to each other', () => {
			const next = { name: 'navigate', next: { type: 'screen', name: 'SECOND' }, payload: {} };
			const routing_model = { WELCOME: ['SECOND'], SECOND: [] };
			const flow = { version: '7.3', routing_model, screens: withAction(next) };
			expect(validateFlowJson(pretty(flow))).toEqual([]);
		});
	});

	const encryptionPath = `/v26.0/${firstNumber.id}/whatsapp_business_encryption`;
	const { publicKey, privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});

	describe('the metrics of a Flow', () => {
		const metrics = (fields: string, path = publishedPath) =>
			call(simulator, 'GET', `${path}?fields=${encodeURIComponent(fields)}`);

		it('have a point for each interval of the period', async () => {
			const day = (daysAgo: number) =>
				new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
			// Midnight may pass before the response is here.
			const [since, until] = [day(3), day(2)];
			const period = `.since(${since}).until(${until})`;
			const response = await metrics(
				`metric.name(ENDPOINT_REQUEST_ERROR).granularity(day)${period}`,
			);
			const data = [{ key: 'timeout_error', value: 1 }];
			expect(response.body).toEqual({
				id: publishedFlow.id,
				metric: {
					name: 'ENDPOINT_REQUEST_ERROR',
					granularity: 'DAY',
					data_points: [
						{ timestamp: `${since}T00:00:00+0000`, data },
						{ timestamp: `${until}T00:00:00+0000`, data },
					],
				},
			});
		});

		it.each([
			['an unknown metric', 'metric.name(OPENED).granularity(DAY)'],
			['an unknown granularity', 'metric.name(ENDPOINT_AVAILABILITY).granularity(WEEK)'],
			['a date that is none', 'metric.name(ENDPOINT_AVAILABILITY).granularity(DAY).since(now)'],
		])('are refused with %s', async (_name, fields) => {
			expect((await metrics(fields)).error.code).toBe(100);
		});

		it('are missing with fewer than 250 requests', async () => {
			const response = await metrics(
				'metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY)',
				draftPath,
			);
			expect(response.error).toMatchObject({ code: 100, error_user_title: 'Not enough data' });
		});
	});

	describe('migrating Flows', () => {
		const { sharedWaba } = business.portfolio;
		const migrate = (query: string) =>
			call(simulator, 'POST', `/v25.0/${business.waba.id}/migrate_flows?${query}`);

		it('copies those whose names are free, and says why others are not copied', async () => {
			const [booking, survey] = sharedWaba.flows;
			const { body } = await migrate(`source_waba_id=${sharedWaba.id}`);
			expect(body).toEqual({
				migrated_flows: [
					{ source_name: booking.name, source_id: booking.id, migrated_id: expect.any(String) },
				],
				failed_flows: [
					{
						source_name: survey.name,
						error_code: '4233041',
						error_message:
							'Flows Migration Error: Flow with the same name exists in destination WABA.',
					},
				],
			});
		});

		it('names the Flows that do not exist', async () => {
			const { body } = await migrate(
				`source_waba_id=${sharedWaba.id}&source_flow_names=["lead-gen"]`,
			);
			expect(body).toMatchObject({
				migrated_flows: [],
				failed_flows: [{ source_name: 'lead-gen', error_code: '4233041' }],
			});
		});

		it('needs a source that one may use', async () => {
			expect((await migrate('source_waba_id=1')).error.code).toBe(100);
			expect((await migrate('')).error.code).toBe(100);
		});
	});

	describe('the encryption key of a number', () => {
		it('is stored and returned with its status', async () => {
			expect((await call(simulator, 'GET', encryptionPath)).body).toEqual({ data: [] });
			const form = new FormData();
			form.set('business_public_key', publicKey);
			expect((await call(simulator, 'POST', encryptionPath, form)).body).toEqual({ success: true });
			// Forms write line breaks as CRLF.
			const business_public_key = publicKey.replaceAll('\n', '\r\n');
			expect((await call(simulator, 'GET', encryptionPath)).body).toEqual({
				data: [{ business_public_key, business_public_key_signature_status: 'VALID' }],
			});
		});

		it.each([
			['nothing', {}],
			['a private key', { business_public_key: privateKey }],
			['an incomplete key', { business_public_key: '-----BEGIN PUBLIC KEY-----' }],
		])('cannot be %s', async (_name, body) => {
			expect((await call(simulator, 'POST', encryptionPath, body)).error.code).toBe(100);
		});
	});
});
