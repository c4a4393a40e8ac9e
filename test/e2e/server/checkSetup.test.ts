import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { outputItems } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { removeWorkflows, resetSimulator, world } from '../support/world';

/** Runs Account: Check Setup and returns its items by the name of the check. */
async function checkSetup() {
	const { n8n, credential } = world;
	const workflow = await n8n.createWorkflow(
		actionWorkflow('Check Setup', credential, {
			parameters: { resource: 'account', operation: 'checkSetup' },
			items: [{ json: {} }],
		}),
	);
	const execution = await n8n.runWorkflow(workflow, startName);
	const items = outputItems(execution, actionName).map(({ json }) => json);
	return Object.fromEntries(items.map((item) => [String(item.check), item]));
}

describe('The setup in n8n', () => {
	beforeEach(resetSimulator);
	afterAll(removeWorkflows);

	test('Check Setup says what is missing, and that nothing is after publishing a trigger', async () => {
		const webhookChecks = ['App Subscription', 'Webhook Fields'];
		const before = await checkSetup();
		for (const check of webhookChecks) expect(before[check]).toMatchObject({ ok: false });
		await publish(triggerWorkflow('Published', { events: ['messages'] }));
		const after = await checkSetup();
		for (const check of webhookChecks) expect(after[check]).toMatchObject({ ok: true });
		expect(after['Callback URL of the Number']).toMatchObject({
			ok: true,
			found: expect.stringContaining('(this n8n, workflow "Published")'),
		});
	});

	test('a second workflow gets what its option needs, though the app has the URL of the first', async () => {
		await publish(triggerWorkflow('First', { events: ['messages'] }));
		const { app } = world.simulator.state;
		const url = app.subscription?.url;
		const [, { id: phoneNumberId }] = business.phoneNumbers;
		const second = { phoneNumberId: { __rl: true, mode: 'id', value: phoneNumberId } };
		const triggerOptions = { pauseWhilePersonReplies: 60 };
		await publish(triggerWorkflow('Second', { events: ['messages'], ...second, triggerOptions }));
		expect(app.subscription?.url).toBe(url);
		const echoes = ['smb_message_echoes', 'message_echoes'];
		expect(app.subscription?.fields).toEqual(expect.arrayContaining(echoes));
		if (app.subscription) app.subscription.fields = ['messages'];
		expect((await checkSetup())['Webhook Fields']).toMatchObject({
			ok: false,
			todo: expect.stringContaining(
				`"Second" needs this for 'Pause While a Person Replies'`,
			) as string,
		});
	});

	test('publishing ends with an error that says what is missing if nothing can arrive', async () => {
		const { app, phoneNumbers } = world.simulator.state;
		for (const phoneNumber of phoneNumbers) phoneNumber.registered = false;
		await expect(
			publish(triggerWorkflow('Not registered', { events: ['messages'] })),
		).rejects.toThrow(/is not registered.*'Account: Check Setup'/);
		for (const phoneNumber of phoneNumbers) phoneNumber.registered = true;
		app.subscription = { url: 'https://example.com/', verifyToken: 'x', fields: ['security'] };
		await expect(
			publish(triggerWorkflow('Not subscribed', { events: ['messages'] })),
		).rejects.toThrow(/'Events' cannot arrive.*'Account: Check Setup'/);
	});
});
