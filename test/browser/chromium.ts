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

/** Required to start as root. Disables background activity. */
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
 * @throws Error that says how to install Chromium if it is missing
 */
export function launchChromium(): Promise<Browser> {
	const named = process.env.CHROMIUM_PATH;
	const executablePath = named || usualPaths.find((path) => existsSync(path));
	if (!executablePath || !existsSync(executablePath)) {
		throw new Error(
			`${named ? `CHROMIUM_PATH is ${named}, which does not exist.` : 'Chromium was not found.'} ` +
				'Install it with "sudo apt-get install chromium" (Debian, Ubuntu), or set CHROMIUM_PATH to a Chromium or Chrome.',
		);
	}
	return chromium.launch({ executablePath, args: quiet });
}
