import { LoggerProxy } from 'n8n-workflow';

import { Memory } from '../../nodes/memory/memory';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { messagePayload, statusPayload } from '../unit/trigger/payloads';

let simulator: Simulator;
let trigger: TriggerHost;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
	jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
	trigger = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: {
			events: ['messages', 'statuses'],
			triggerOptions: { whilePaused: 'startNothing' },
		},
	});
});
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.stop();
});

/** Another program writes to the same Redis, or somebody has edited the file. */
describe('A memory in which every value is damaged', () => {
	it.each(['', '{"at":', 'null', '7', '[]', '{}', '{"at":"soon","until":"soon","token":7}'])(
		'%j does not keep the trigger from starting the workflow',
		async (text) => {
			jest.spyOn(Memory.prototype, 'get').mockResolvedValue(text);
			jest.spyOn(Memory.prototype, 'list').mockResolvedValue([text]);
			jest
				.spyOn(Memory.prototype, 'entries')
				.mockImplementation((prefix) => Promise.resolve(new Map([[`${prefix}x`, text]])));
			const deliver = (body: object) => signedPost(trigger.webhookUrl(), JSON.stringify(body));
			const id = `wamid.${text}`;
			expect(await deliver(messagePayload({ id, type: 'text', text: { body: 'Hi' } }))).toBe(200);
			const about = { id, status: 'delivered', biz_opaque_callback_data: 'order-1' };
			expect(await deliver(statusPayload(about))).toBe(200);
			expect(trigger.executions).toHaveLength(2);
			expect(trigger.log).toEqual([]);
		},
	);
});
