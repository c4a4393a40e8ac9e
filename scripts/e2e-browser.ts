/**
 * The editor in a real browser: a new user chooses number and template, fills in what the template asks for,
 * executes, and sees the message. `npm run e2e:browser -- --n8n oldest|newest|all` (default: all); pictures
 * of every step go to the folder that `--pictures` names. Needs Chromium, see `test/browser/chromium.ts`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../test/browser/chromium';
import { checkAnswerPage } from './e2e/answerPage';
import { Checks } from './e2e/checks';
import { Editor } from './e2e/editor';
import { openWorld } from './e2e/openWorld';
import { checkTemplatePanel } from './e2e/templatePanel';
import { Cleanup } from './n8n/processes';
import { chosenVersions, versionOption, type N8nVersion } from './n8n/versions';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { ...versionOption, pictures: { type: 'string' } },
	});
	const checks = new Checks();
	const cleanup = new Cleanup();
	for (const version of chosenVersions(values.n8n)) {
		try {
			await checkVersion(version, checks, cleanup, values.pictures);
		} finally {
			await cleanup.run();
		}
	}
	if (!checks.summary()) process.exitCode = 1;
}

async function checkVersion(
	version: N8nVersion,
	checks: Checks,
	cleanup: Cleanup,
	pictures?: string,
): Promise<void> {
	const { world } = await openWorld(version, checks, cleanup);
	const browser = await launchChromium();
	cleanup.add(() => browser.close());
	const page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
	const picture = async (step: string) => {
		if (pictures) await page.screenshot({ path: join(pictures, `${version.name}-${step}.png`) });
	};
	const editor = await Editor.logIn(page, world);
	await checkTemplatePanel(world, editor, picture);
	await checkAnswerPage(world, page);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
