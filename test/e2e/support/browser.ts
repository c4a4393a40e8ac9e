import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium';
import { picturesVariable } from '../setup/variables';
import { world } from './world';

/** Far beyond what a busy machine needs. */
const timeoutMs = 120_000;

/** Opens a page for the tests of this file, and closes it after them. Call it in a `describe`. */
export function usePage(): () => Page {
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		browser = await launchChromium();
		page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
		page.setDefaultTimeout(timeoutMs);
	});
	afterAll(async () => {
		await browser.close();
	});
	return () => page;
}

/** Takes a picture when a folder for pictures is named. */
export async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env[picturesVariable];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	const file = `${world.version.name}-${name.replace(/\W+/g, '-')}.png`;
	await page.screenshot({ path: join(folder, file) });
}
