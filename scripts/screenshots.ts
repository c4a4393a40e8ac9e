/**
 * `npm run screenshots`: takes the pictures of the documentation, `docs/images/*.png`, from the real editor of
 * the newest n8n and from the simulator's phone page. Needs Chromium, see `test/browser/chromium.ts`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { business } from '../simulator';
import { launchChromium } from '../test/browser/chromium';
import { openWorld } from '../test/e2e/setup/openWorld';
import { Editor } from '../test/e2e/support/editor';
import { until } from '../test/e2e/support/until';
import type { World } from '../test/e2e/support/world';
import { exampleWorkflow } from './exampleWorkflow';
import { Cleanup } from './n8n/processes';
import { readVersion } from './n8n/versions';

const landscape = { width: 1280, height: 800 };
/** High enough to show the fields of a node without scrolling. */
const portrait = { width: 1280, height: 1150 };
const folder = join(__dirname, '..', 'docs', 'images');

async function main(cleanup: Cleanup): Promise<void> {
	const world = await openWorld(readVersion('newest'), cleanup);
	const browser = await launchChromium();
	cleanup.add(() => browser.close());
	await mkdir(folder, { recursive: true });
	const page = await browser.newPage({ viewport: landscape });
	await Editor.logIn(page, world.n8n);
	await editor(page, world);
	await phone(page, world);
}

async function editor(page: Page, world: World): Promise<void> {
	await open(page, world, 'two-way-conversation');
	await picture('workflow', page.locator('[data-test-id="canvas"]').first());
	await panel(page, 'Customer Writes', 'trigger');
	await page.setViewportSize(portrait);
	await panel(page, 'Ask With Buttons', 'send-buttons');
	await open(page, world, 'new-lead-to-template');
	await panel(page, 'Welcome the Lead', 'send-template');
	await page.setViewportSize(landscape);
}

/** Saves an example in n8n and shows it. */
async function open(page: Page, { n8n, credential }: World, name: string): Promise<void> {
	const { id } = await n8n.createWorkflow(exampleWorkflow(name, credential));
	await page.goto(`${n8n.url}/workflow/${id}`);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await still(page);
}

/** Opens a node, takes the picture of its fields, and closes it. */
async function panel(page: Page, nodeName: string, name: string): Promise<void> {
	const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${nodeName}"]`);
	await node.dblclick();
	const fields = page.locator('[data-test-id="node-parameters"]').first();
	await fields.waitFor();
	await still(page);
	await picture(name, fields);
	await page.keyboard.press('Escape');
}

/** The conversation of the demo, as the phone page shows it. */
async function phone(page: Page, { n8n, simulator, credential }: World): Promise<void> {
	const workflow = await n8n.createWorkflow(exampleWorkflow('two-way-conversation', credential));
	await n8n.activateWorkflow(workflow);
	const [customer] = business.customers;
	for (const message of [
		{ type: 'text', text: 'Hello' },
		{ type: 'button', title: 'I will come' },
	] as const) {
		const before = simulator.messages().length;
		await simulator.writeAs(customer.waId, message);
		await until('a reply', () => simulator.messages()[before]);
	}
	await simulator.settled();
	await page.goto(`${simulator.url}/phone/#${customer.waId}`);
	await page.getByRole('textbox', { name: 'Message' }).waitFor();
	await still(page);
	await picture('phone', page.locator('body'));
	await n8n.deactivateWorkflow(workflow);
}

/** Waits until nothing is loaded and nothing moves. */
async function still(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle').catch(() => undefined);
	await page.waitForTimeout(2000);
}

/** @throws Error when an image inside was not loaded: the picture would show a gap. */
async function picture(name: string, what: Locator): Promise<void> {
	for (const image of await what.locator('img:visible').all()) {
		const width = await image.evaluate(
			(element) => (element as unknown as { naturalWidth: number }).naturalWidth,
		);
		if (width > 0) continue;
		throw new Error(`${name}: ${await image.getAttribute('src')} was not loaded.`);
	}
	// A mouse over an element would show its buttons.
	await what.page().mouse.move(0, 0);
	const path = join(folder, `${name}.png`);
	await what.screenshot({ path, animations: 'disabled' });
	console.log(path);
}

const cleanup = new Cleanup();
main(cleanup)
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	.finally(() => cleanup.run());
