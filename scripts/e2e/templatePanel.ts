import { deepStrictEqual, match } from 'node:assert/strict';
import { business } from '../../simulator';
import { actionWorkflow } from '../workflows';
import type { Editor } from './editor';
import type { World } from './world';

const [, sender] = business.phoneNumbers;
const to = `+${business.customers[0].waId}`;

/** 'New lead to template': the panel of Send Template from an empty node to the sent message. */
export async function checkTemplatePanel(
	{ checks, ...world }: World,
	editor: Editor,
	picture: (step: string) => Promise<void>,
): Promise<void> {
	const { n8n, simulator, credential } = world;
	const run = { parameters: { operation: 'sendTemplate' }, items: [{ json: { name: 'Ada' } }] };
	const step = async (name: string, act: () => Promise<void>) => {
		const file = name.replace(/\W+/g, '-');
		await checks.check(`editor: ${name}`, () =>
			act().catch(async (error: unknown) => {
				await picture(`${file}-failed`);
				throw error;
			}),
		);
		await picture(file);
	};

	await step('the panel of a new node opens', async () => {
		const { id } = await n8n.createWorkflow(actionWorkflow('New lead', credential, run));
		await editor.open({ checks, ...world }, id);
	});
	await step('a template is found by its name and shows the values it takes', async () => {
		await editor.fill('to', to);
		await editor.choose('template', 'ticket_purchase');
		await editor.mappedField('header.image.file').waitFor();
		const labels = (await editor.mappedFields.locator('label').allTextContents()).join('\n');
		match(labels, /Header Image/);
		match(labels, /Body \{\{1\}\} · e\.g\. the plant fair · “Your ticket for \{\{1\}\} over/);
	});
	await step('the values are filled in', async () => {
		await editor.mappedField('header.image.file').fill('https://example.com/plant.jpg');
		await editor.mappedField('body.1').fill('the plant fair');
		await editor.mappedField('body.2').fill('€9.99');
		await editor.mappedField('body.3').fill('March 1');
	});
	await step('the sender is chosen by its number', async () => {
		await editor.addOption('Sender Number');
		await editor.choose('senderPhoneNumberId', sender.displayPhoneNumber);
	});
	await step('the output shows the message as it reads', async () => {
		const output = await editor.execute();
		const text = /Your ticket for the plant fair over €9\.99 is valid on March 1\./;
		await output.getByText(text).first().waitFor();
		const [sent] = simulator.messages();
		deepStrictEqual([sent?.phoneNumberId, sent?.body.to], [sender.id, to]);
	});
}
