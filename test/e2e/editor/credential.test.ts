import type { Locator } from 'playwright-core';
import { docsUrl } from '../../../nodes/shared/docsUrl';
import { business } from '../../../simulator';
import { actionWorkflow } from '../../../scripts/workflows';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { fieldNames } from '../support/fieldNames';
import { eventually } from '../support/until';
import { world } from '../support/world';

describe('The credential in the editor', () => {
	const page = usePage();
	let dialog: Locator;
	let url: string;

	beforeAll(async () => {
		await Editor.logIn(page(), world.n8n);
		url = world.n8n.url;
		dialog = page().locator('[data-test-id="editCredential-modal"]');
	});

	const input = (name: string) => dialog.locator(`[data-test-id="parameter-input-${name}"]`);
	const fields = () => fieldNames(dialog);
	const save = async () => {
		const saved = page().waitForResponse((response) => response.request().method() === 'PATCH');
		await dialog.locator('[data-test-id="credential-save-button"]').click();
		expect((await saved).status()).toBe(200);
		await dialog.getByText('Connection tested successfully').waitFor();
	};

	test('begins with what most people need, and shows the rest with a switch', async () => {
		await page().goto(`${url}/home/credentials/create`);
		await page().locator('[data-test-id="new-credential-type-select"] input').fill('WhatsApp');
		await page()
			.getByText('WhatsApp Business API', { exact: true })
			.locator('visible=true')
			.first()
			.waitFor();
		await picture(page(), 'credential-list');
		await page()
			.getByText('WhatsApp Business API', { exact: true })
			.locator('visible=true')
			.first()
			.click();
		await page().locator('[data-test-id="new-credential-type-button"]').click();
		await input('accessToken').waitFor();
		await picture(page(), 'credential-new');
		await eventually(async () =>
			expect(await fields()).toEqual([
				'host',
				'accessToken',
				'appSecret',
				'phoneNumberId',
				'businessAccountId',
				'defaultCountry',
				'showAdvanced',
			]),
		);
		await dialog.getByText('Meta shows it under', { exact: false }).first().waitFor();
		const link = dialog.locator('a[href*="whatsapp-business"]').first();
		expect(await link.getAttribute('href')).toContain(docsUrl('credential'));
		await input('showAdvanced').locator('.el-switch__core').click();
		await input('appId').waitFor();
		await picture(page(), 'credential-advanced');
		await eventually(async () =>
			expect((await fields()).slice(7)).toEqual([
				'appId',
				'webhookVerifyToken',
				'flowsPrivateKey',
				'flowsPrivateKeyPassphrase',
				'apiVersion',
				'redisUrl',
			]),
		);
	});

	test('shows and keeps what is filled in behind the switch', async () => {
		const { id } = await world.n8n.createCredential('Filled in', 'whatsAppBusinessApi', {
			...world.credentialData,
			apiVersion: '',
			webhookVerifyToken: 'kept',
		});
		await page().goto(`${url}/home/credentials/${id}`);
		await input('baseUrl').waitFor();
		await picture(page(), 'credential-filled-in');
		await eventually(async () =>
			expect(await fields()).toEqual(
				expect.arrayContaining(['appId', 'webhookVerifyToken', 'host', 'baseUrl']),
			),
		);
		await eventually(async () => expect(await fields()).not.toContain('apiVersion'));
		await input('phoneNumberId').locator('input').fill(` ${world.credentialData.phoneNumberId}`);
		await save();
		await picture(page(), 'credential-saved');
		await page().reload();
		await input('baseUrl').waitFor();
		expect(await input('baseUrl').locator('input').inputValue()).toBe(world.credentialData.baseUrl);
		await eventually(async () => expect(await fields()).toContain('webhookVerifyToken'));
	});

	test('recognises an ID in the wrong field, and so does a list', async () => {
		const [number] = business.phoneNumbers;
		const data = { ...world.credentialData, businessAccountId: number.id };
		const credential = await world.n8n.createCredential('Wrong', 'whatsAppBusinessApi', data);
		const problem = 'is the ID of a phone number, not of a WhatsApp Business Account';
		await page().goto(`${url}/home/credentials/${credential.id}`);
		await dialog.getByText('More details').first().click();
		await dialog.getByText(problem).first().waitFor();
		await picture(page(), 'credential-wrong-id');
		const { id } = await world.n8n.createWorkflow(
			actionWorkflow('Wrong account', credential, {
				parameters: { resource: 'message', operation: 'sendTemplate' },
				items: [{ json: {} }],
			}),
		);
		await new Editor(page(), url).open(id);
		await page()
			.locator('[data-test-id="resource-locator-template"] [data-test-id="rlc-input"]')
			.click();
		await page().getByText(problem).first().waitFor();
		await picture(page(), 'list-wrong-id');
	});
});
