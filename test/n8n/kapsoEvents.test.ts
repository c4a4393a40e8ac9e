import type { INodeParameters } from 'n8n-workflow';

import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator';
import { runNode } from '../support/engine';
import { callKapso, kapsoWebhooks, otherHosts } from '../support/otherHosts';
import type { ListedWebhook, OtherHost } from '../support/otherHosts';
import { startServer } from '../support/server';
import type { TriggerHost, TriggerHostOptions } from '../support/triggerHost';
import { credentialFor } from '../support/credential';
import { itemsOf, simulatedTriggers } from '../support/simulatedTriggers';
import { until } from '../support/until';
import { WaitingExecution } from '../support/waitingExecution';

const [number, otherNumber] = business.phoneNumbers;
const [customer] = business.customers;
const platform = '/kapso/platform/v1';
const [kapso] = otherHosts as [OtherHost];
const received = 'whatsapp.message.received';
const created = 'whatsapp.conversation.created';
const inactive = 'whatsapp.conversation.inactive';
const numberCreated = 'whatsapp.phone_number.created';
const statuses = ['sent', 'delivered', 'read', 'failed'].map((each) => `whatsapp.message.${each}`);

const triggers = simulatedTriggers();
const { write } = triggers;

beforeEach(async () => {
	await triggers.simulator.reset();
	triggers.simulator.updateSettings({ hosts: ['kapso'], kapsoTimeScale: 0.001 });
});

async function start(
	parameters: INodeParameters,
	changes: Partial<TriggerHostOptions> = {},
): Promise<TriggerHost> {
	const trigger = await triggers.start({
		parameters,
		credential: () => kapso.credential(triggers.simulator.url),
		...changes,
	});
	return trigger;
}

async function published(
	events: string[],
	triggerOptions: INodeParameters = {},
): Promise<TriggerHost> {
	const trigger = await start({ events, triggerOptions });
	await trigger.activate();
	return trigger;
}

/** The trigger with other parameters at the same URL, as after an edit. */
async function edited(trigger: TriggerHost, parameters: INodeParameters): Promise<void> {
	Object.assign(trigger.workflow.getNode('Trigger')?.parameters ?? {}, parameters);
	await trigger.takeDown();
	await trigger.activate();
}

async function ofProject(): Promise<ListedWebhook[]> {
	const listed = await callKapso(triggers.simulator, [
		'GET',
		`${platform}/whatsapp/webhooks?per_page=100`,
	]);
	const { data } = listed as { data: Array<ListedWebhook & { phone_number_id: unknown }> };
	return data.filter(({ phone_number_id }) => phone_number_id === null);
}

const ofNumber = async () =>
	(await kapsoWebhooks(triggers.simulator)).filter(({ kind }) => kind === 'kapso');
const slot = async () =>
	(await kapsoWebhooks(triggers.simulator)).find(({ kind }) => kind === 'meta');

/** Lets Kapso send a made-up event to the trigger's webhook. */
async function test([webhook]: ListedWebhook[], event: string): Promise<void> {
	const path = `${platform}/whatsapp/webhooks/${webhook?.id}/test?event_type=${event}`;
	await callKapso(triggers.simulator, ['POST', path]);
}

async function refusal(trigger: TriggerHost): Promise<string> {
	return await trigger.activate().then(
		() => 'The activation did not fail',
		(error: unknown) => (error as Error).message,
	);
}

describe("The registration for Kapso's events", () => {
	it('has the events, and how they are delivered', async () => {
		const trigger = await published([received, inactive, numberCreated], {
			kapsoBuffering: { settings: { seconds: 2, messages: 10 } },
			kapsoInactiveAfter: 30,
		});
		const url = trigger.webhookUrl();
		expect(await ofNumber()).toMatchObject([
			{
				...{ url, events: [received, inactive, ...statuses], active: true },
				payload_version: 'v2',
				...{ buffer_enabled: true, buffer_window_seconds: 2, max_buffer_size: 10 },
				inactivity_minutes: 30,
			},
		]);
		expect(await ofProject()).toMatchObject([{ url, events: [numberCreated] }]);
		expect(await slot()).toBeUndefined();
		expect(await trigger.activate()).toBe('existed');
		expect(await trigger.deactivate()).toBe(true);
		expect([...(await ofNumber()), ...(await ofProject())]).toEqual([]);
		expect(trigger.log).toEqual([]);
	});

	it('has the statuses of messages too, unless Meta reports them', async () => {
		const trigger = await published([received]);
		expect(await ofNumber()).toMatchObject([{ events: [received, ...statuses] }]);
		await edited(trigger, { events: [received, 'messages'] });
		expect(await ofNumber()).toMatchObject([{ events: [received] }]);
		await edited(trigger, { events: ['whatsapp.message.failed'] });
		expect(await ofNumber()).toMatchObject([{ events: ['whatsapp.message.failed'] }]);
	});

	it('is removed after a publication that failed, of which n8n has stored nothing', async () => {
		const trigger = await published(['messages', received, numberCreated]);
		trigger.workflow.staticData = {};
		await trigger.deactivate();
		expect([...(await kapsoWebhooks(triggers.simulator)), ...(await ofProject())]).toEqual([]);
	});

	it('is removed for the project when the number has left it', async () => {
		const trigger = await published([received, numberCreated]);
		const path = `${platform}/whatsapp/phone_numbers/${number.id}`;
		await callKapso(triggers.simulator, ['DELETE', path]);
		await trigger.deactivate();
		expect(await ofProject()).toEqual([]);
		expect(trigger.log).toEqual([expect.stringContaining('could not remove its callback URL')]);
	});

	it('is found by its URL, and not among all of the project', async () => {
		const trigger = await published([received, numberCreated]);
		const lists = triggers.simulator
			.requests()
			.filter(({ method, path }) => method === 'GET' && path.includes('/webhooks'));
		expect(lists).not.toEqual([]);
		for (const { query } of lists) expect(query.url_contains).toBe(trigger.webhookUrl());
	});

	it('goes beside that of what Meta reports', async () => {
		const trigger = await published(['messages', created]);
		expect(await slot()).toMatchObject({ url: trigger.webhookUrl() });
		expect(await ofNumber()).toMatchObject([{ url: trigger.webhookUrl(), events: [created] }]);
		await trigger.deactivate();
		expect(await kapsoWebhooks(triggers.simulator)).toEqual([]);
	});

	it('follows the settings, with the same webhook', async () => {
		const trigger = await published([received]);
		const [before] = await ofNumber();
		await edited(trigger, {
			events: [created],
			triggerOptions: { kapsoVersion: 'v1' },
		});
		expect(await ofNumber()).toMatchObject([
			{ id: before?.id, events: [created], payload_version: 'v1' },
		]);
		await edited(trigger, { events: [numberCreated] });
		expect(await ofNumber()).toEqual([]);
		expect(await ofProject()).toHaveLength(1);
		await edited(trigger, { events: ['messages'] });
		expect(await ofProject()).toEqual([]);
		expect(await slot()).toBeDefined();
	});

	it('resumes a webhook that Kapso has paused', async () => {
		const trigger = await published([received]);
		const [webhook] = await ofNumber();
		const path = `${platform}/whatsapp/phone_numbers/${number.id}/webhooks/${webhook?.id}`;
		await callKapso(triggers.simulator, ['PATCH', path], { active: false });
		expect(await trigger.activate()).toBe('created');
		expect(await ofNumber()).toMatchObject([{ id: webhook?.id, active: true }]);
	});

	it('leaves the webhooks of others', async () => {
		const url = 'https://crm.example.com/kapso';
		const scopes = [`/phone_numbers/${number.id}/webhooks`, '/webhooks'];
		for (const [index, path] of scopes.entries()) {
			const events = [index === 0 ? received : numberCreated];
			await callKapso(triggers.simulator, ['POST', `${platform}/whatsapp${path}`], { url, events });
		}
		const first = await published([received, numberCreated], { takeOver: true });
		const second = await published([received, numberCreated], { takeOver: true });
		const urls = async () =>
			[...(await ofNumber()), ...(await ofProject())].map((each) => each.url);
		expect((await urls()).sort()).toEqual(
			[
				url,
				url,
				...[first, second].flatMap((each) => Array<string>(2).fill(each.webhookUrl())),
			].sort(),
		);
		await first.deactivate();
		await second.deactivate();
		expect(await urls()).toEqual([url, url]);
	});

	it('is removed when somebody else has the webhook for what Meta reports', async () => {
		const trigger = await published(['messages', received]);
		const other = await start({ events: ['messages'], triggerOptions: { takeOver: true } });
		await other.activate();
		await trigger.deactivate();
		expect(await ofNumber()).toEqual([]);
		expect(await slot()).toMatchObject({ url: other.webhookUrl() });
	});

	it('is of the chosen number, and none is made by hand', async () => {
		const trigger = await start({
			events: [received],
			phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
		});
		await trigger.activate();
		expect(await kapsoWebhooks(triggers.simulator, otherNumber.id)).toHaveLength(1);
		expect(await kapsoWebhooks(triggers.simulator)).toEqual([]);
		const byHand = await start({ events: [received], registration: 'byHand' });
		await byHand.activate();
		expect(await kapsoWebhooks(triggers.simulator)).toEqual([]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		[
			'a place that only Meta has',
			{ events: [received], registration: 'app' },
			/'Registration' is set to 'Meta App', which only Meta has/,
		],
		[
			'a window of 61 seconds',
			{ events: [received], triggerOptions: { kapsoBuffering: { settings: { seconds: 61 } } } },
			/'Kapso Buffering: Window \(Seconds\)' is not a whole number from 1 to 60/,
		],
		[
			'a silence of half a minute',
			{ events: [inactive], triggerOptions: { kapsoInactiveAfter: '0.5' } },
			/'Kapso Inactive After \(Minutes\)' is not a whole number from 1 to 1440/,
		],
		[
			'a third version',
			{ events: [received], triggerOptions: { kapsoVersion: 'v3' } },
			/'Kapso Payload Version' is not a valid version/,
		],
		[
			'an event of version 1 with version 2',
			{ events: ['whatsapp.config.created'] },
			/'Events' includes 'Kapso WhatsApp Configuration Created', which Kapso sends with 'Version 1'/,
		],
		[
			'an option that needs what Meta reports',
			{ events: [received], triggerOptions: { pauseWhilePersonReplies: 60 } },
			/'Pause While a Person Replies' needs webhooks of Meta .* Kapso's own/,
		],
	])('refuses %s', async (_, parameters, message) => {
		expect(await refusal(await start(parameters))).toMatch(message);
		expect(await kapsoWebhooks(triggers.simulator)).toEqual([]);
	});

	it('is refused with a credential of Meta', async () => {
		const credential = () => credentialFor(triggers.simulator.url);
		const trigger = await start({ events: ['messages', received, numberCreated] }, { credential });
		expect(await refusal(trigger)).toContain(
			"'Events' includes events that only Kapso sends: Kapso Message Received, Kapso Phone Number Created. Remove them there, or use a credential whose host is Kapso.",
		);
	});
});

describe("The trigger with Kapso's events", () => {
	it('starts with a message as with one of Meta', async () => {
		const trigger = await published([received], { downloadMedia: true });
		await triggers.simulator.writeAs(customer.waId, { type: 'image', caption: 'Look' });
		await until(() => trigger.executions.length === 1);
		const [item] = trigger.executions.flat();
		expect(item?.json).toMatchObject({
			...{ event: 'message', type: 'image', text: 'Look', from: customer.waId },
			...{ profileName: customer.profileName, phoneNumberId: number.id },
			...{ sessionId: `${number.id}:${customer.waId}`, media: { error: null } },
			extra: { kapso: { event: received, is_new_conversation: true } },
		});
		expect(item?.json.windowOpenUntil).toEqual(expect.any(String));
		expect(item?.binary?.data?.mimeType).toMatch(/^image\//);
	});

	it('starts once when Meta reports the same', async () => {
		const trigger = await published(['messages', received]);
		await write('Hi');
		expect(itemsOf(trigger)).toMatchObject([{ event: 'message', text: 'Hi' }]);
	});

	it.each(['v1', 'v2'])('reads conversations and statuses of version %s', async (kapsoVersion) => {
		const trigger = await published([created, 'whatsapp.message.delivered'], { kapsoVersion });
		await write('Hi');
		await fetch(`${triggers.simulator.url}/v26.0/${number.id}/messages`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${business.accessToken}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({
				...{ messaging_product: 'whatsapp', to: customer.waId },
				...{ type: 'text', text: { body: 'Hello' } },
			}),
		});
		await triggers.simulator.settled();
		await until(() => trigger.executions.length === 2);
		expect(itemsOf(trigger)).toMatchObject([
			{ event: created, type: 'created', from: customer.waId, id: expect.any(String) },
			{ event: 'status', type: 'delivered', recipient: customer.waId, phoneNumberId: number.id },
		]);
	});

	it.each<[string, string[], INodeParameters]>([
		['alone', [received], {}],
		['in a batch', [received], { kapsoBuffering: { settings: { seconds: 5 } } }],
		[
			'as Meta reports it, and later in a batch',
			['messages', received],
			{ kapsoBuffering: { settings: { seconds: 60 } } },
		],
	])('resumes what waits for a written reply that comes %s', async (_, events, triggerOptions) => {
		const waiting: WaitingExecution[] = [];
		const trigger = await start(
			{ events, triggerOptions },
			{ waiting: (request, response) => waiting[0]?.listener(request, response) },
		);
		await trigger.activate();
		await write('Hi');
		await until(() => trigger.executions.length === 1);
		const credential = kapso.credential(triggers.simulator.url);
		const { run, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				...{ resource: 'message', operation: 'sendAndWait', responseType: 'freeText' },
				...{ to: customer.waId, message: 'How many?' },
			},
			credential,
			items: [{ json: {} }],
		});
		expect(error).toBeUndefined();
		const { question } = run.data.executionData?.contextData['node:Tested'] ?? {};
		const execution = new WaitingExecution(credential, question as PendingQuestion, { id: '2' });
		waiting.push(execution);
		await triggers.simulator.settled();
		await write('Three');
		const deliveries = () =>
			triggers.simulator.webhooks().filter(({ field }) => field === received);
		await until(() => deliveries().length === 2);
		await triggers.simulator.settled();
		expect(execution.resumed.flat().map(({ json }) => json.data)).toMatchObject([
			{ text: 'Three' },
		]);
		expect(itemsOf(trigger)).toMatchObject([{ text: 'Hi' }]);
	});

	it('does not start with what another number gets at the same URL', async () => {
		const trigger = await published([received]);
		const [own] = await ofNumber();
		await callKapso(
			triggers.simulator,
			['POST', `${platform}/whatsapp/phone_numbers/${otherNumber.id}/webhooks`],
			{ url: own?.url, secret_key: own?.secret_key, events: [received] },
		);
		const phoneNumberId = otherNumber.id;
		await triggers.simulator.writeAs(customer.waId, {
			type: 'text',
			text: 'to the other',
			phoneNumberId,
		});
		await write('to its own');
		expect(itemsOf(trigger)).toMatchObject([{ text: 'to its own' }]);
	});

	it('starts with an inactive conversation', async () => {
		triggers.simulator.updateSettings({ kapsoTimeScale: 0.0001 });
		const trigger = await published([inactive], { kapsoInactiveAfter: 1 });
		await write('Hello?');
		await until(() => trigger.executions.length === 1);
		expect(itemsOf(trigger)).toMatchObject([
			{ event: inactive, type: 'inactive', raw: { inactivity: { minutes: 1 } } },
		]);
	});

	it('starts with a number that is not its own, and with workflows', async () => {
		const failed = 'workflow.execution.failed';
		// With 'Message', the trigger is for the number of the credential.
		const events = ['messages', numberCreated, failed, 'workflow.execution.handoff'];
		const trigger = await published(events);
		for (const event of [numberCreated, 'workflow.execution.handoff', failed]) {
			await test(await ofProject(), event);
		}
		expect(itemsOf(trigger)).toMatchObject([
			{ event: numberCreated, phoneNumberId: '123456789012345' },
			{ type: 'handoff', text: 'User requested human assistance' },
			{ type: 'failed', text: 'Workflow execution timed out' },
		]);
	});

	it('starts with the messages of a batch, or with each', async () => {
		const kapsoBuffering = { settings: { messages: 2 } };
		const together = await published([received], { kapsoBuffering });
		const apart = await published([received], { kapsoBuffering, separateExecutions: true });
		for (const text of ['one', 'two']) {
			await triggers.simulator.writeAs(customer.waId, { type: 'text', text });
		}
		await triggers.simulator.settled();
		await until(() => apart.executions.length === 2);
		const texts = ({ executions }: TriggerHost) =>
			executions.map((items) => items.map(({ json }) => json.text));
		expect(texts(together)).toEqual([['one', 'two']]);
		expect(texts(apart).flat().sort()).toEqual(['one', 'two']);
	});

	it('starts once with a delivery that comes again, and not with a forged one', async () => {
		const trigger = await published([created]);
		await write('Hi');
		const delivery = triggers.simulator.webhooks().find(({ field }) => field === created);
		triggers.simulator.redeliverWebhook(delivery?.id ?? '');
		await triggers.simulator.settled();
		expect(delivery?.attempts.map(({ status }) => status)).toEqual([200, 200]);
		for (const proof of ['wrong', 'missing'] as const) {
			const { attempts } = await triggers.simulator.forgeHostWebhook('kapso', proof);
			expect(attempts.map(({ status }) => status)).toEqual([401]);
		}
		expect(trigger.executions).toHaveLength(1);
	});

	it('hands a delivery to a test run of the same events', async () => {
		const trigger = await published([created]);
		await trigger.activate({ isTest: true });
		expect(await ofNumber()).toHaveLength(1);
		await write('to the test');
		expect(trigger.modes).toEqual(['manual']);
		expect(itemsOf(trigger)).toMatchObject([{ event: created }]);
	});

	it('lets a test run have webhooks of its own while nothing is published', async () => {
		const trigger = await start({ events: [received, numberCreated] });
		await trigger.activate({ isTest: true });
		const url = trigger.webhookUrl({ isTest: true });
		expect(await ofNumber()).toMatchObject([{ url }]);
		await write('to the test');
		expect(trigger.modes).toEqual(['manual']);
		await trigger.deactivate({ isTest: true });
		expect([...(await ofNumber()), ...(await ofProject())]).toEqual([]);
	});

	it('forwards what says which event it is', async () => {
		const system = await startServer((_request, response) => response.writeHead(200).end());
		await published([created], { forwardTo: `${system.url}/hook` });
		await write('Hi');
		await until(() => system.received.length === 1);
		await system.stop();
		expect(system.received[0]?.headers).toMatchObject({
			'x-webhook-event': created,
			'x-webhook-payload-version': 'v2',
			'x-idempotency-key': expect.any(String),
			'x-webhook-signature': expect.any(String),
		});
	});
});
