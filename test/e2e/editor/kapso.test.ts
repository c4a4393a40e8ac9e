import type { INodeParameters } from 'n8n-workflow';

import type { Credential } from '../../../scripts/n8n/client';
import { actionWorkflow, credentialOf } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { kapsoWebhook, realKapsoObject } from '../../support/realObjects';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { hostCredential, hostStages } from '../support/hostStage';
import { triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { eventually, until } from '../support/until';
import { resetSimulator, world } from '../support/world';

const [number] = business.phoneNumbers;
const [{ waId, profileName }] = business.customers;
const [user] = business.portfolio.users;

interface PanelStory {
	/** Of the node, such as 'kapsoMessage getMany'. */
	of: string;
	parameters?: INodeParameters;
	/** The fields from top to bottom, without resource and operation. */
	fields: string[];
	/** What is chosen from the list of a field, by the start of its name. */
	chosen?: Record<string, string>;
	/** What stands in the panel without a click. */
	seen?: RegExp;
	/** What the output then has. */
	output?: string;
}

const panels: PanelStory[] = [
	{
		of: 'kapsoMessage getMany',
		parameters: { filters: { conversation: { __rl: true, mode: 'list', value: '' } } },
		fields: ['returnAll', 'limit', 'conversation', 'simplify'],
		chosen: { conversation: `${profileName} · +${waId} · active` },
		output: 'Hello from Pablo',
	},
	{
		of: 'kapsoConversation assign',
		fields: ['conversation', 'user'],
		chosen: { conversation: profileName, user: user.name },
		output: '"active"',
	},
	{
		of: 'kapsoSetupLink create',
		fields: ['customer'],
		chosen: { customer: 'Acme Corporation · C-1001' },
		output: '/whatsapp/setup/',
	},
	{
		of: 'kapsoBroadcast create',
		parameters: { broadcastName: 'June offers' },
		fields: ['broadcastName', 'phoneNumber', 'broadcastTemplate'],
		chosen: { phoneNumber: number.displayPhoneNumber, broadcastTemplate: 'hello_world' },
		output: '"draft"',
	},
	{
		of: 'kapsoBroadcast addRecipients',
		parameters: { to: `+${waId}` },
		fields: ['broadcast', 'to', 'template', 'specifyValues'],
		chosen: { broadcast: 'June offers · draft · hello_world' },
		seen: /The template of the broadcast, to fill in its values/,
		output: '"added"',
	},
	{
		of: 'kapsoFunction create',
		fields: ['functionName', 'functionCode'],
		seen: /e\.g\. async function handler\(request, env\)/,
	},
];

/** Each panel sees what those before it have made. */
describe('Panels of the Kapso resources', () => {
	const page = usePage();
	let editor: Editor;
	let credential: Credential;

	beforeAll(async () => {
		const stage = hostStages.find(({ host }) => host === 'kapso');
		if (!stage) throw new Error('No stage is about Kapso.');
		await resetSimulator();
		await realKapsoObject(world.simulator, 'customer');
		await world.simulator.writeAs(waId, { type: 'text', text: 'Hello from Pablo' });
		({ credential } = await hostCredential(stage));
		editor = await Editor.logIn(page(), world.n8n);
	});
	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));
	afterAll(resetSimulator);

	test.each(panels)(
		'$of has its fields in order, names to choose from, and says what it needs',
		async ({ of, parameters, fields, chosen = {}, seen, output }) => {
			const [resource = '', operation = ''] = of.split(' ');
			const { id } = await world.n8n.createWorkflow(
				actionWorkflow(of, credential, {
					parameters: { resource, operation, ...parameters },
					items: [{ json: {} }],
				}),
			);
			await editor.open(id);
			await eventually(async () =>
				expect(await editor.fields()).toEqual(['resource', 'operation', ...fields]),
			);
			if (seen) await page().getByText(seen).first().waitFor();
			for (const [field, name] of Object.entries(chosen)) await editor.choose(field, name);
			if (output === undefined) return;
			const panel = await editor.execute();
			await panel.getByText(output, { exact: false }).first().waitFor();
		},
	);

	test("a trigger receives one of Kapso's events while it is tested", async () => {
		const definition = triggerWorkflow('Kapso', { events: ['whatsapp.message.received'] });
		for (const node of definition.nodes)
			if (node.credentials) node.credentials = credentialOf(credential);
		await editor.open((await world.n8n.createWorkflow(definition)).id, triggerName);
		await page().getByText('Kapso Message Received').first().waitFor();
		await page().locator('[data-test-id="node-execute-button"]').first().click();
		await page()
			.getByText(/Stop Listening/i)
			.first()
			.waitFor();
		// The editor says that it listens before the trigger has registered its URL at Kapso.
		await until('a webhook at Kapso', () => kapsoWebhook(world.simulator));
		await world.simulator.writeAs(waId, { type: 'text', text: 'Hello again' });
		const output = page().locator('[data-test-id="output-panel"]');
		await output
			.getByText(/^\s*1 item/)
			.first()
			.waitFor();
		await output.getByText('JSON', { exact: true }).first().click();
		await output.getByText('Hello again').first().waitFor();
	});
});
