import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { windowLength } from '../../nodes/shared/conversation/lifetimes';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import {
	isoTimestamp,
	messagePayload,
	messagesChange,
	payload,
	phoneNumber,
	statusPayload,
	timestamp,
	userId,
} from '../unit/trigger/payloads';

let simulator: Simulator;
let trigger: TriggerHost;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
	trigger = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: { events: ['messages', 'statuses'], filters: { statuses: ['failed'] } },
	});
});
afterEach(() => trigger.stop());

const deliver = (body: object) => signedPost(trigger.webhookUrl(), JSON.stringify(body));

const stateOf = async (customer: string) => {
	const { outputs } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'conversation', operation: 'getState', customer },
		credential: credentialFor(simulator.url),
		items: [{ json: {} }],
	});
	return outputs[0]?.[0]?.json;
};

const text = { type: 'text', text: { body: 'Hi' } };
const windowOpenUntil = new Date(Date.parse(isoTimestamp) + windowLength).toISOString();
const open = { windowOpen: true, windowOpenUntil, lastMessageInAt: isoTimestamp };
const unknown = { windowOpen: null, windowOpenUntil: null, lastMessageInAt: null };
const sentAt = { lastMessageOutAt: isoTimestamp };

describe('What the trigger remembers of a conversation', () => {
	it.each<[what: string, body: object, state: object, customer?: string]>([
		['a message opens the window', messagePayload(text), open],
		['a tap opens the window', messagePayload({ type: 'button', button: { text: 'Yes' } }), open],
		['a system message does not', messagePayload({ type: 'system', system: {} }), unknown],
		['a message in a group does not', messagePayload({ ...text, group_id: 'Y2Fw' }), unknown],
		[
			'a sent message is noted, though the filter leaves its status out',
			statusPayload({ status: 'sent', recipient_id: phoneNumber }),
			{ ...unknown, ...sentAt },
		],
		[
			'a later status tells nothing new',
			statusPayload({ status: 'read', recipient_id: phoneNumber }),
			{ ...unknown, lastMessageOutAt: null },
		],
		[
			'a message in the business app is one of the business',
			payload({
				...messagesChange({
					message_echoes: [
						{ from: '15550783881', to: phoneNumber, id: 'wamid.1', timestamp, ...text },
					],
				}),
				field: 'smb_message_echoes',
			}),
			{ ...unknown, ...sentAt },
		],
		[
			'a call of the customer opens the window',
			payload({
				...messagesChange({
					calls: [{ id: 'wacid.1', from: phoneNumber, timestamp, event: 'connect' }],
				}),
				field: 'calls',
			}),
			open,
		],
		[
			'a call of a customer who hides the number opens the window',
			payload({
				...messagesChange({
					calls: [
						{
							id: 'wacid.1',
							from_user_id: userId,
							timestamp,
							event: 'connect',
							direction: 'USER_INITIATED',
						},
					],
				}),
				field: 'calls',
			}),
			open,
			userId,
		],
		[
			'a call to a customer who hides the number does not',
			payload({
				...messagesChange({
					calls: [
						{
							id: 'wacid.1',
							to_user_id: userId,
							timestamp,
							event: 'connect',
							direction: 'BUSINESS_INITIATED',
						},
					],
				}),
				field: 'calls',
			}),
			unknown,
			userId,
		],
		[
			'the ringing of such a call does not',
			payload({
				...messagesChange({
					statuses: [
						{
							id: 'wacid.1',
							recipient_user_id: userId,
							timestamp,
							type: 'call',
							status: 'RINGING',
						},
					],
				}),
				field: 'calls',
			}),
			unknown,
			userId,
		],
		[
			'the recording of a call tells nothing of the window',
			payload({
				...messagesChange({
					calls: [
						{
							id: 'wacid.1',
							from: phoneNumber,
							timestamp,
							event: 'call_recording_available',
							call_recording: { type: 'audio', audio: { id: '1002764438271669' } },
						},
					],
				}),
				field: 'calls',
			}),
			unknown,
		],
	])('%s', async (_what, body, expected, customer = phoneNumber) => {
		expect(await deliver(body)).toBe(200);
		expect(await stateOf(customer)).toMatchObject(expected);
	});

	it('is there before the workflow starts, and in its item', async () => {
		await deliver(messagePayload(text));
		expect(trigger.executions).toMatchObject([[{ json: { text: 'Hi', windowOpenUntil } }]]);
		await deliver(statusPayload({ status: 'failed', recipient_id: phoneNumber, id: 'wamid.2' }));
		expect(trigger.executions[1]).toMatchObject([{ json: { type: 'failed', windowOpenUntil } }]);
	});

	it('is nothing of a customer who never wrote', async () => {
		await deliver(statusPayload({ status: 'failed', recipient_id: phoneNumber }));
		expect(trigger.executions).toMatchObject([[{ json: { windowOpenUntil: null } }]]);
	});

	it('is found by the user ID once the number is hidden', async () => {
		await deliver(messagePayload({ ...text, from_user_id: userId }));
		expect(await stateOf(userId)).toMatchObject({ customer: phoneNumber, ...open });
	});
});
