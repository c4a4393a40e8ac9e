import type { INodeParameters } from 'n8n-workflow';

import { webhooksOf } from '../../nodes/graphApi/hosts';
import { processState } from '../../nodes/graphApi/processState';
import type { Signer } from '../../nodes/graphApi/webhooks/signer';
import type { PendingQuestion } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator';
import { runNode } from '../support/engine';
import { callKapso, kapsoWebhooks, otherHosts } from '../support/otherHosts';
import type { OtherHost } from '../support/otherHosts';
import { startServer } from '../support/server';
import type { TriggerHost, TriggerHostOptions } from '../support/triggerHost';
import { itemsOf, simulatedTriggers } from '../support/simulatedTriggers';
import { until } from '../support/until';
import { WaitingExecution } from '../support/waitingExecution';

const [number, otherNumber] = business.phoneNumbers;
const [customer] = business.customers;
const otherUrl = 'https://crm.example.com/hook';

const triggers = simulatedTriggers();
const { write } = triggers;

async function play(host: OtherHost): Promise<void> {
	await triggers.simulator.reset();
	triggers.simulator.updateSettings({ hosts: [host.simulated], resolve: {}, ...host.settings });
}

async function start(
	host: OtherHost,
	parameters: INodeParameters = {},
	changes: Partial<TriggerHostOptions> = {},
): Promise<TriggerHost> {
	const trigger = await triggers.start({
		parameters,
		credential: () => host.credential(triggers.simulator.url),
		publicUrl: host.publicUrl,
		...changes,
	});
	if (host.publicUrl !== undefined) {
		triggers.simulator.updateSettings({ resolve: { 'n8n.test': trigger.url } });
	}
	return trigger;
}

/** Sends through Meta's API, as what the host is told does not depend on who sends. */
async function sendText(): Promise<void> {
	const response = await fetch(`${triggers.simulator.url}/v26.0/${number.id}/messages`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${business.accessToken}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({
			messaging_product: 'whatsapp',
			to: customer.waId,
			type: 'text',
			text: { body: 'Hello' },
		}),
	});
	expect(response.status).toBe(200);
}

/** Delivers a body with the proof of the host, and returns the HTTP status. */
async function deliver(host: OtherHost, trigger: TriggerHost, body: string): Promise<number> {
	return await deliverWith(
		webhooksOf(host.credential(triggers.simulator.url)).signer,
		trigger,
		body,
	);
}

async function deliverWith(
	signer: Signer | undefined,
	trigger: TriggerHost,
	body: string,
): Promise<number> {
	const proof = signer?.proofOf(Buffer.from(body)) ?? '';
	const { place, name = '' } = signer ?? {};
	const url = new URL(new URL(trigger.webhookUrl()).pathname, trigger.url);
	if (place === 'query') url.searchParams.set(name, proof);
	const headers = place === 'header' ? { [name]: proof } : undefined;
	return (await fetch(url, { method: 'POST', headers, body })).status;
}

/** The error message of an activation that must fail, which names no secret. */
async function refusal(trigger: TriggerHost): Promise<string> {
	const failed = trigger.activate().then(
		() => 'The activation did not fail',
		(error: unknown) => (error as Error).message,
	);
	const message = await failed;
	const { kapsoApiKey, dialog360ApiKey, onPremises } = business;
	for (const secret of [kapsoApiKey, dialog360ApiKey, onPremises.token, onPremises.hookSecret]) {
		expect(message).not.toContain(secret);
	}
	expect(message).not.toMatch(/[0-9a-f]{64}/);
	return message;
}

describe.each(otherHosts)('The trigger with $title', (host) => {
	beforeEach(() => play(host));

	it('registers its URL once, and removes it', async () => {
		const trigger = await start(host);
		expect(await trigger.activate()).toBe('created');
		expect(await host.registeredUrl(triggers.simulator)).toBe(trigger.webhookUrl());
		expect(await trigger.activate()).toBe('existed');
		expect(await trigger.deactivate()).toBe(true);
		expect(await host.registeredUrl(triggers.simulator)).toBeUndefined();
		expect(trigger.log).toEqual([]);
	});

	it('starts with a message, marks it as read and downloads its file', async () => {
		const trigger = await start(host, {
			triggerOptions: { markAsRead: true, downloadMedia: true },
		});
		await trigger.activate();
		const written = await triggers.simulator.writeAs(customer.waId, {
			type: 'image',
			caption: 'Look',
		});
		await triggers.simulator.settled();
		await until(() => trigger.executions.length === 1);
		expect(itemsOf(trigger)).toMatchObject([
			{
				event: 'message',
				type: 'image',
				text: 'Look',
				from: customer.waId,
				profileName: customer.profileName,
				phoneNumberId: number.id,
			},
		]);
		const [item] = trigger.executions.flat();
		expect(item?.json.media).toMatchObject({ error: null });
		expect(item?.binary?.data?.mimeType).toMatch(/^image\//);
		await until(() => {
			const message = triggers.simulator.state.messages.get(written.id);
			return message !== undefined && 'readAt' in message;
		});
		expect(trigger.log).toEqual([]);
	});

	it('starts with the statuses of a message', async () => {
		const trigger = await start(host, { events: ['statuses'] });
		await trigger.activate();
		await write('Hi');
		expect(trigger.executions).toEqual([]);
		await sendText();
		await triggers.simulator.settled();
		await until(() => trigger.executions.length > 0);
		expect(itemsOf(trigger)).toContainEqual(
			expect.objectContaining({
				event: 'status',
				type: 'delivered',
				recipient: customer.waId,
				phoneNumberId: number.id,
			}),
		);
	});

	it.each(['wrong', 'missing'] as const)('starts nothing if the proof is %s', async (proof) => {
		const trigger = await start(host, { triggerOptions: { acceptUnsigned: true } });
		await trigger.activate();
		const { attempts } = await triggers.simulator.forgeHostWebhook(host.simulated, proof);
		expect(attempts.map(({ status }) => status)).toEqual([401]);
		expect(trigger.executions).toEqual([]);
		// Kapso leaves no signature out.
		const isThere = proof === 'wrong' || host.simulated === 'kapso';
		expect(trigger.log).toHaveLength(isThere ? 1 : 0);
	});

	it('says once what to do when the secret in the credential has been replaced', async () => {
		const credential = host.credential(triggers.simulator.url);
		const trigger = await start(host, {}, { credential: () => credential });
		await trigger.activate();
		const { signer } = webhooksOf(credential);
		Object.assign(credential, {
			apiKey: 'new',
			accessToken: 'new',
			hookSecret: credential.hookSecret && 'new',
		});
		for (let count = 0; count < 3; count++) {
			expect(await deliverWith(signer, trigger, '{}')).toBe(401);
		}
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toEqual([expect.stringMatching(/unpublish the workflow and publish it/)]);
	});

	it('takes a message beside what is nested too deep', async () => {
		const trigger = await start(host);
		await trigger.activate();
		const now = Math.floor(Date.now() / 1000);
		const message = `{"id":"m1","from":"${customer.waId}","timestamp":"${now}","type":"text","text":{"body":"Hi"}}`;
		const deep = '['.repeat(20_000) + ']'.repeat(20_000);
		const value = `{"messages":[${message}],"other":${deep}}`;
		const change = `{"changes":[{"field":"messages","value":${value}}]}`;
		const isFlat = host.simulated === 'onPremises';
		const body = isFlat ? value : `{"object":"whatsapp_business_account","entry":[${change}]}`;
		expect(await deliver(host, trigger, body)).toBe(200);
		expect(itemsOf(trigger)).toMatchObject([{ text: 'Hi' }]);
		expect(trigger.log).toEqual([]);
	});

	it('starts nothing with what Meta would have signed', async () => {
		const trigger = await start(
			host,
			{},
			{
				credential: () => ({
					...host.credential(triggers.simulator.url),
					appSecret: business.app.secret,
				}),
			},
		);
		await trigger.activate();
		await triggers.simulator.forgeHostWebhook(host.simulated);
		expect(trigger.executions).toEqual([]);
	});

	// n8n cannot reach a name that only the simulator knows.
	if (host.publicUrl === undefined) {
		it('hands a delivery to the test run of a published workflow', async () => {
			const trigger = await start(host);
			await trigger.activate();
			await trigger.activate({ isTest: true });
			await write('to the test');
			expect(trigger.modes).toEqual(['manual']);
			expect(itemsOf(trigger)).toMatchObject([{ event: 'message', text: 'to the test' }]);
		});

		it('starts an execution of its own for each event', async () => {
			const trigger = await start(host, { triggerOptions: { separateExecutions: true } });
			await trigger.activate();
			const messages = ['one', 'two'].map((text) => ({ type: 'text', text }) as const);
			await triggers.simulator.writeAllAs(customer.waId, { messages });
			await triggers.simulator.settled();
			await until(() => trigger.executions.length === 2);
			expect(
				itemsOf(trigger)
					.map(({ text }) => text)
					.sort(),
			).toEqual(['one', 'two']);
		});
	}

	it('registers a test run, and puts production back', async () => {
		process.env.EXECUTIONS_MODE = 'queue';
		const trigger = await start(host);
		await trigger.activate();
		await trigger.activate({ isTest: true });
		expect(await host.registeredUrl(triggers.simulator)).toBe(trigger.webhookUrl({ isTest: true }));
		await write('to the test');
		await trigger.deactivate({ isTest: true });
		expect(await host.registeredUrl(triggers.simulator)).toBe(trigger.webhookUrl());
		await write('to production');
		expect(trigger.modes).toEqual(['manual', 'webhook']);
	});

	it("never replaces somebody else's URL unless it is told to", async () => {
		await host.registerOther(triggers.simulator, otherUrl);
		const trigger = await start(host);
		const message = await refusal(trigger);
		expect(message).toContain(otherUrl);
		expect(message).toContain("turn on the option 'Take Over Existing Registration'");
		expect(await host.registeredUrl(triggers.simulator)).toBe(otherUrl);
		const eager = await start(host, { triggerOptions: { takeOver: true } });
		await eager.activate();
		expect(await host.registeredUrl(triggers.simulator)).toBe(eager.webhookUrl());
		await write('Hi');
		expect(itemsOf(eager)).toHaveLength(1);
		await host.registerOther(triggers.simulator, '').catch(() => undefined);
	});

	it("shows no secret in somebody else's URL", async () => {
		await host.registerOther(triggers.simulator, `${otherUrl}?token=of-theirs`);
		const message = await refusal(await start(host));
		expect(message).toContain(`are sent to ${otherUrl}?[hidden], which`);
		expect(message).not.toContain('of-theirs');
		process.env.EXECUTIONS_MODE = 'queue';
		const eager = await start(host, { triggerOptions: { takeOver: true } });
		await eager.activate({ isTest: true });
		await eager.deactivate({ isTest: true });
		expect(eager.log.join()).toContain(`before the test run: ${otherUrl}?[hidden]. `);
		expect(eager.log.join()).not.toContain('of-theirs');
	});

	it('leaves a URL that is no longer its own', async () => {
		const trigger = await start(host);
		await trigger.activate();
		const other = await start(host, { triggerOptions: { takeOver: true } });
		await other.activate();
		await trigger.deactivate();
		expect(await host.registeredUrl(triggers.simulator)).toBe(other.webhookUrl());
	});

	it('forwards what the host delivers, without a secret', async () => {
		const system = await startServer((_request, response) => response.writeHead(200).end());
		const trigger = await start(host, { triggerOptions: { forwardTo: `${system.url}/hook` } });
		await trigger.activate();
		await write('forwarded');
		await until(() => system.received.length === 1);
		await system.stop();
		const [received] = system.received;
		expect(received?.body).toContain('forwarded');
		const proofs = Object.keys(received?.headers ?? {}).filter((name) => name.startsWith('x-'));
		const kapsos = ['event', 'idempotency-key', 'payload-version', 'signature'].map((name) =>
			name === 'idempotency-key' ? `x-${name}` : `x-webhook-${name}`,
		);
		const signed = { Kapso: kapsos, 'Turn.io': ['x-turn-hook-signature'] };
		const expected = Object.hasOwn(signed, host.title) ? signed[host.title as 'Kapso'] : [];
		expect(proofs.sort()).toEqual(expected.sort());
		expect(received?.url).toBe('/hook');
	});

	it('resumes an execution that waits for a reply in the chat, once', async () => {
		const waiting: WaitingExecution[] = [];
		const trigger = await start(
			host,
			{},
			{
				waiting: (request, response) => waiting[0]?.listener(request, response),
			},
		);
		await trigger.activate();
		await write('Hi');
		const credential = host.credential(triggers.simulator.url);
		const { run, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				...{ resource: 'message', operation: 'sendAndWait' },
				...{ to: customer.waId, message: 'Can we send it?' },
			},
			credential,
			items: [{ json: {} }],
		});
		expect(error).toBeUndefined();
		const { question } = run.data.executionData?.contextData['node:Tested'] ?? {};
		const execution = new WaitingExecution(credential, question as PendingQuestion, { id: '2' });
		waiting.push(execution);
		const tap = { type: 'button', title: 'Approve' } as const;
		await triggers.simulator.writeAs(customer.waId, tap);
		await triggers.simulator.settled();
		await triggers.simulator.writeAs(customer.waId, tap);
		await triggers.simulator.settled();
		expect(execution.resumed.flat().map(({ json }) => json.data)).toMatchObject([
			{ approved: true },
		]);
		// The message before the question only.
		expect(itemsOf(trigger)).toMatchObject([
			{ text: 'Hi', reply: null },
			{ text: 'Approve', reply: { expired: true } },
		]);
	});

	it('refuses places that only Meta has, and Flows', async () => {
		expect(await refusal(await start(host, { registration: 'app' }))).toMatch(
			/'Registration' is set to 'Meta App', which only Meta has/,
		);
		expect(await refusal(await start(host, { events: ['messages', 'flowDataExchange'] }))).toMatch(
			/'Events' includes events that .* never sends: Flow Data Exchange/,
		);
		expect(await host.registeredUrl(triggers.simulator)).toBeUndefined();
	});
});

describe('The trigger with Kapso, of which one key has all numbers,', () => {
	it.each([
		['another number than the credential has', { phoneNumberId: number.id }],
		['a number of a credential with nothing but the key', { phoneNumberId: '' }],
	])('downloads a file that came to %s', async (_which, changes) => {
		const [kapso] = otherHosts as [OtherHost];
		await play(kapso);
		const credential = () => ({ ...kapso.credential(triggers.simulator.url), ...changes });
		const parameters = {
			phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
			triggerOptions: { downloadMedia: true },
		};
		const trigger = await start(kapso, parameters, { credential });
		await trigger.activate();
		await triggers.simulator.writeAs(customer.waId, {
			type: 'image',
			phoneNumberId: otherNumber.id,
		});
		await triggers.simulator.settled();
		await until(() => trigger.executions.length === 1);
		const [item] = trigger.executions.flat();
		expect(item?.json.media).toMatchObject({ error: null });
		expect(item?.binary?.data?.mimeType).toMatch(/^image\//);
	});

	const [kapso] = otherHosts as [OtherHost];
	const path = (id: string) => `/kapso/platform/v1/whatsapp/phone_numbers/${id}/webhooks`;
	const metaWebhook = async () =>
		(await kapsoWebhooks(triggers.simulator)).find(({ kind }) => kind === 'meta');

	beforeEach(() => play(kapso));

	it('registers the chosen number, beside another trigger', async () => {
		const first = await start(kapso);
		const second = await start(kapso, {
			phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
		});
		await first.activate();
		await second.activate();
		await triggers.simulator.writeAs(customer.waId, {
			type: 'text',
			text: 'to the other',
			phoneNumberId: otherNumber.id,
		});
		await write('to the first');
		expect(itemsOf(first)).toMatchObject([{ text: 'to the first', phoneNumberId: number.id }]);
		expect(itemsOf(second)).toMatchObject([
			{ text: 'to the other', phoneNumberId: otherNumber.id },
		]);
	});

	it('leaves webhooks of Kapso alone', async () => {
		const url = `${otherUrl}/kapso`;
		await callKapso(triggers.simulator, ['POST', path(number.id)], {
			url,
			events: ['whatsapp.message.received'],
		});
		const trigger = await start(kapso);
		await trigger.activate();
		expect((await kapsoWebhooks(triggers.simulator)).map(({ kind }) => kind).sort()).toEqual([
			'kapso',
			'meta',
		]);
		await trigger.deactivate();
		expect(await kapsoWebhooks(triggers.simulator)).toMatchObject([{ kind: 'kapso', url }]);
	});

	it('finds the webhook behind many others', async () => {
		for (let index = 0; index < 101; index++) {
			await callKapso(triggers.simulator, ['POST', path(number.id)], {
				url: `${otherUrl}/${index}`,
			});
		}
		const trigger = await start(kapso);
		expect(await trigger.activate()).toBe('created');
		expect(await trigger.activate()).toBe('existed');
		await trigger.deactivate();
		expect(await kapso.registeredUrl(triggers.simulator)).toBeUndefined();
	});

	it.each([
		['is paused', { active: false }],
		['signs with another secret', { secret_key: 'of an earlier key' }],
	])('registers again if its webhook %s', async (_, change) => {
		const trigger = await start(kapso);
		await trigger.activate();
		const webhook = await metaWebhook();
		await callKapso(triggers.simulator, ['PATCH', `${path(number.id)}/${webhook?.id}`], change);
		expect(await trigger.activate()).toBe('created');
		expect(await metaWebhook()).toEqual({
			...webhook,
			updated_at: expect.any(String) as string,
		});
		await write('Hi');
		expect(itemsOf(trigger)).toHaveLength(1);
	});

	it('says so if the key is wrong', async () => {
		const credential = () => ({ ...kapso.credential(triggers.simulator.url), apiKey: 'wrong' });
		expect(await refusal(await start(kapso, {}, { credential }))).toMatch(
			/^Kapso does not accept the API key\./,
		);
	});
});

describe('A trigger with a credential for one number', () => {
	it.each(otherHosts.filter(({ simulated }) => simulated !== 'kapso'))(
		'starts with $title whatever its Phone Number ID is',
		async (host) => {
			await play(host);
			let phoneNumberId: string = number.id;
			const credential = () => ({ ...host.credential(triggers.simulator.url), phoneNumberId });
			const trigger = await start(host, {}, { credential });
			await trigger.activate();
			phoneNumberId = '4915112345678';
			// The credential is read again after some seconds.
			processState.reset();
			await write('Still there?');
			expect(itemsOf(trigger)).toMatchObject([{ text: 'Still there?' }]);
		},
	);
});

describe('A credential whose host is changed while the workflow is published', () => {
	const [kapso, , onPremises] = otherHosts as [OtherHost, OtherHost, OtherHost];

	it('takes nothing of the former host any more, and can be unpublished and published again', async () => {
		await play(kapso);
		triggers.simulator.updateSettings({ hosts: ['kapso', 'onPremises'], kapsoTimeScale: 0.001 });
		let host = kapso;
		const credential = () => host.credential(triggers.simulator.url);
		const trigger = await start(kapso, {}, { credential });
		await trigger.activate();
		host = onPremises;
		// The credential is read again after some seconds.
		processState.reset();
		await write('through Kapso');
		expect(trigger.executions).toEqual([]);
		expect(await trigger.deactivate()).toBe(true);
		expect(await trigger.activate()).toBe('created');
		expect(await onPremises.registeredUrl(triggers.simulator)).toBe(trigger.webhookUrl());
		await write('through both');
		expect(itemsOf(trigger)).toMatchObject([{ text: 'through both' }]);
	});
});

describe('Two triggers with different hosts', () => {
	const [kapso, dialog360, onPremises] = otherHosts as [OtherHost, OtherHost, OtherHost];

	it('get each what their host delivers, and remove only that', async () => {
		await play(kapso);
		const withKapso = await start(kapso);
		const with360 = await start(dialog360);
		const withServer = await start(onPremises);
		triggers.simulator.updateSettings({ hosts: ['kapso', '360dialog', 'onPremises'] });
		const all = [withKapso, with360, withServer];
		for (const trigger of all) await trigger.activate();
		await write('Hi');
		expect(all.map((trigger) => itemsOf(trigger).map(({ text }) => text))).toEqual([
			['Hi'],
			['Hi'],
			['Hi'],
		]);
		await withKapso.deactivate();
		expect(await kapso.registeredUrl(triggers.simulator)).toBeUndefined();
		expect(await dialog360.registeredUrl(triggers.simulator)).toBe(with360.webhookUrl());
		expect(await onPremises.registeredUrl(triggers.simulator)).toBe(withServer.webhookUrl());
	});
});
