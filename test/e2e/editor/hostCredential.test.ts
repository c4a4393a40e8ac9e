import type { Locator } from 'playwright-core';
import { business } from '../../../simulator';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { fieldNames } from '../support/fieldNames';
import { eventually } from '../support/until';
import { resetSimulator, world } from '../support/world';

interface HostStory {
	/** As the list of hosts names it. */
	name: string;
	/** Its fields below the host, up to the switch. */
	fields: string[];
	advanced: string[];
	/** What is typed in, and the path of the simulator that plays the host. */
	typed: Record<string, string>;
	path: string;
	/** The field whose value is then wrong, and what the test says of it. */
	secret: string;
	refused: string;
}

const hosts: HostStory[] = [
	{
		name: 'Kapso',
		fields: ['apiKey', 'phoneNumberId', 'businessAccountId'],
		advanced: ['baseUrl', 'apiVersion'],
		typed: { apiKey: business.kapsoApiKey, phoneNumberId: business.phoneNumbers[0].id },
		path: '/kapso',
		secret: 'apiKey',
		refused: 'Kapso does not accept the API key',
	},
	{
		name: '360dialog',
		fields: ['apiKey', 'phoneNumberId'],
		advanced: ['baseUrl'],
		typed: { apiKey: business.dialog360ApiKey },
		path: '/360dialog',
		secret: 'apiKey',
		refused: '360dialog does not accept the API key',
	},
	{
		name: 'On-Premises Format',
		fields: [
			'baseUrl',
			'accessToken',
			'username',
			'password',
			'phoneNumberId',
			'hookSecret',
			'templateNamespace',
		],
		advanced: ['caCertificate'],
		typed: {
			username: business.onPremises.username,
			password: business.onPremises.password,
			phoneNumberId: '15550783881',
		},
		path: '/onpremises',
		secret: 'password',
		refused: 'The log-in failed',
	},
	{
		name: 'Custom Base URL',
		fields: ['baseUrl', 'accessToken', 'appSecret', 'phoneNumberId', 'businessAccountId'],
		advanced: [
			'appId',
			'webhookVerifyToken',
			'flowsPrivateKey',
			'flowsPrivateKeyPassphrase',
			'apiVersion',
		],
		typed: {
			accessToken: business.accessToken,
			phoneNumberId: business.phoneNumbers[0].id,
			businessAccountId: business.waba.id,
		},
		path: '',
		secret: 'accessToken',
		refused: 'The access token is expired or invalid',
	},
];

describe('The credential of each host in the editor', () => {
	const page = usePage();
	let dialog: Locator;

	beforeAll(async () => {
		await Editor.logIn(page(), world.n8n);
		dialog = page().locator('[data-test-id="editCredential-modal"]');
	});
	beforeEach(async () => {
		await resetSimulator();
		world.simulator.updateSettings({ hosts: ['kapso', '360dialog', 'onPremises'] });
	});

	const input = (name: string) => dialog.locator(`[data-test-id="parameter-input-${name}"]`);
	const fields = () => fieldNames(dialog);
	const chooseHost = async (name: string) => {
		await input('host').locator('input').click();
		await page()
			.locator('.el-select-dropdown__item')
			.locator('visible=true')
			.filter({ hasText: name })
			.first()
			.click();
	};
	const save = async () => {
		await dialog.locator('[data-test-id="credential-save-button"]').click();
	};

	test.each(hosts)(
		'$name shows its own fields, is tested and saved',
		async ({ name, fields: own, advanced, typed, path, secret, refused }) => {
			await page().goto(`${world.n8n.url}/home/credentials/create`);
			await page().locator('[data-test-id="new-credential-type-select"] input').fill('WhatsApp');
			await page()
				.getByText('WhatsApp Business API', { exact: true })
				.locator('visible=true')
				.first()
				.click();
			await page().locator('[data-test-id="new-credential-type-button"]').click();
			await input('accessToken').waitFor();
			await chooseHost(name);
			await input(own.at(-1) ?? '').waitFor();
			await eventually(async () =>
				expect(await fields()).toEqual(['host', ...own, 'defaultCountry', 'showAdvanced']),
			);
			await picture(page(), `host-${name}`);

			await input('showAdvanced').locator('.el-switch__core').click();
			await input('redisUrl').waitFor();
			await eventually(async () =>
				expect(await fields()).toEqual([
					'host',
					...own,
					'defaultCountry',
					'showAdvanced',
					...advanced,
					'redisUrl',
				]),
			);
			await picture(page(), `host-${name}-advanced`);

			const values = { ...typed, baseUrl: `${world.simulator.url}${path}` };
			for (const [field, value] of Object.entries(values)) {
				await input(field).locator('input').fill(value);
			}
			const created = page().waitForResponse(
				(response) =>
					response.request().method() === 'POST' && response.url().endsWith('/rest/credentials'),
			);
			await save();
			const { data } = (await (await created).json()) as { data: { id: string } };
			await dialog.getByText('Connection tested successfully').first().waitFor();
			await picture(page(), `host-${name}-saved`);

			await page().goto(`${world.n8n.url}/home/credentials/${data.id}`);
			await input('baseUrl').waitFor();
			await eventually(async () =>
				expect(await fields()).toEqual(expect.arrayContaining(['host', ...own, 'baseUrl'])),
			);
			expect(await input('host').locator('input').inputValue()).toBe(name);
			expect(await input('baseUrl').locator('input').inputValue()).toBe(values.baseUrl);

			await input(secret).locator('input').fill('wrong');
			await save();
			await dialog.getByText('More details').first().click();
			await dialog.getByText(refused).first().waitFor();
			await picture(page(), `host-${name}-refused`);
		},
	);
});
