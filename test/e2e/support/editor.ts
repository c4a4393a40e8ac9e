import type { Locator, Page } from 'playwright-core';
import type { N8nClient } from '../../../scripts/n8n/client';
import { actionName } from '../../../scripts/workflows';
import { fieldNames } from './fieldNames';

/** The panel of a WhatsApp Business node in n8n's editor, worked as a person does. */
export class Editor {
	/** The page of someone who has logged in. */
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Logs in as the owner. */
	static async logIn(page: Page, n8n: N8nClient): Promise<Editor> {
		await page.goto(`${n8n.url}/signin`);
		await page.locator('input[name=emailOrLdapLoginId]').fill(n8n.owner.email);
		await page.locator('input[type=password]').fill(n8n.owner.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL((url) => !url.pathname.includes('signin'));
		return new Editor(page, n8n.url);
	}

	/** Opens a workflow and the panel of a node in it. The node's ID is its name. */
	async open(workflowId: string, node = actionName): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/${encodeURIComponent(node)}`);
		await this.page.locator('[data-test-id="node-parameters"]').first().waitFor();
	}

	async fill(parameter: string, value: string): Promise<void> {
		await this.page
			.locator(`[data-test-id="parameter-input-${parameter}"] input`)
			.first()
			.fill(value);
	}

	/** Types into a 'From List' field until an entry has the text, and chooses that. */
	async choose(parameter: string, search: string): Promise<void> {
		const field = this.page.locator(`[data-test-id="resource-locator-${parameter}"]`);
		await field.locator('[data-test-id="rlc-input"]').click();
		const typed = this.page.locator('[data-test-id="rlc-search"]:visible');
		await typed.fill(search);
		const entries = this.page.locator('[data-test-id="rlc-item"]:visible');
		await entries.filter({ hasText: search }).first().click();
	}

	/** Chooses how a value is given, such as 'From List'. */
	async chooseMode(parameter: string, mode: string): Promise<void> {
		const field = this.page.locator(`[data-test-id="resource-locator-${parameter}"]`);
		await field.locator('[data-test-id="rlc-mode-selector"]').click();
		await this.page.getByRole('option', { name: mode }).locator('visible=true').click();
	}

	/** Chooses an entry of a dropdown. */
	async select(parameter: string, choice: string): Promise<void> {
		await this.page.locator(`[data-test-id="parameter-input-${parameter}"]`).last().click();
		await this.page.getByText(choice, { exact: true }).last().click();
	}

	/** @param button its text in n8n 2.0, where it depends on the collection. */
	async addOption(name: string, button = 'Add Option'): Promise<void> {
		const inNewer = this.page.locator('[data-test-id="collection-parameter-add"]');
		const inOlder = this.page.getByPlaceholder(button);
		await inNewer.or(inOlder).last().click();
		await this.page.getByText(name, { exact: true }).last().click();
	}

	/** The names of the fields in the panel, without the credential. */
	fields(): Promise<string[]> {
		return fieldNames(this.page.locator('[data-test-id="node-parameters"]'));
	}

	/** Saves the workflow. Newer versions of n8n save it by themselves, too. */
	async save(): Promise<void> {
		const saved = this.page.waitForResponse(
			(response) =>
				response.request().method() === 'PATCH' && response.url().includes('/rest/workflows/'),
		);
		await this.page.keyboard.press('Control+s');
		await saved;
	}

	/** The fields of a resource mapper, once they are there. */
	get mappedFields(): Locator {
		return this.page.locator('[data-test-id="mapping-fields-container"]');
	}

	mappedField(column: string): Locator {
		return this.mappedFields.locator(`input[title*='"${column}"']`);
	}

	/** Executes the node and gives its output as JSON. */
	async execute(): Promise<Locator> {
		await this.page.locator('[data-test-id="node-execute-button"]').first().click();
		const output = this.page.locator('[data-test-id="output-panel"]');
		await output
			.getByText(/^\s*1 item/)
			.first()
			.waitFor();
		await output.getByText('JSON', { exact: true }).first().click();
		return output;
	}
}
