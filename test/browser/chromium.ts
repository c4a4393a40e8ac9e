import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usualPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** As root and without network, a browser starts only like this, and does nothing of its own accord. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts the Chromium of this machine without a window.
 *
 * @throws Error that says how to install one when there is none
 */
export function launchChromium(): Promise<Browser> {
	const named = process.env.CHROMIUM_PATH;
	const executablePath = named || usualPaths.find((path) => existsSync(path));
	if (!executablePath || !existsSync(executablePath)) {
		throw new Error(
			`${named ? `CHROMIUM_PATH names ${named}, which is not there.` : 'No Chromium was found.'} ` +
				'Install it with "sudo apt-get install chromium" (Debian, Ubuntu), or set CHROMIUM_PATH to a Chromium or Chrome.',
		);
	}
	return chromium.launch({ executablePath, args: quiet });
}
