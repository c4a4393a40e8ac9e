import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { CustomerMessage, SimulatorSettings, Simulator } from '../../simulator';
import { pablo, Receiver, send, start, subscribe } from '../simulator/support';
import { launchChromium } from './chromium';

/** A simulator, a receiver of its webhooks, and a browser that shows the phone page. */
export class PhonePage {
	/** Errors of the page, and requests to other hosts. */
	readonly problems: string[] = [];

	private constructor(
		readonly simulator: Simulator,
		readonly receiver: Receiver,
		readonly page: Page,
		private readonly browser: Browser,
	) {}

	static async start(settings: Partial<SimulatorSettings> = {}): Promise<PhonePage> {
		const browser = await launchChromium();
		const simulator = await start(settings);
		const receiver = await new Receiver().start();
		await subscribe(simulator, receiver);
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		const phone = new PhonePage(simulator, receiver, page, browser);
		page.on('pageerror', ({ message }) => phone.problems.push(message));
		page.on('request', (request) => {
			const url = request.url();
			const isFromSimulator = url.startsWith(simulator.url) || /^(data|blob):/.test(url);
			if (!isFromSimulator) phone.problems.push(`loads ${url}`);
		});
		return phone;
	}

	/** Opens the chat of a customer. */
	async open(customer: string = pablo.waId): Promise<void> {
		await this.page.goto(`${this.simulator.url}/phone/#${customer}`);
		await this.page.getByRole('textbox', { name: 'Message' }).waitFor();
	}

	/** Sends a message to the customer as the business and returns its wamid. */
	async send(message: Record<string, unknown>): Promise<string> {
		const response = await send(this.simulator, message);
		if (response.status !== 200) throw new Error(JSON.stringify(response.body));
		return response.body.messages[0]?.id ?? '';
	}

	sendInteractive(interactive: Record<string, unknown>): Promise<string> {
		return this.send({ type: 'interactive', interactive });
	}

	writeAs(message: CustomerMessage, customer: string = pablo.waId) {
		return this.simulator.writeAs(customer, message);
	}

	/** The bubble with this text. */
	bubble(text: string | RegExp) {
		return this.page.getByRole('article').filter({ hasText: text });
	}

	button(name: string | RegExp) {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** The newest message from a customer, once `count` messages have arrived. */
	async received(count = 1): Promise<Record<string, unknown>> {
		const { received } = this.simulator.state;
		await until(() => received.length >= count);
		return received.at(-1)?.message ?? {};
	}

	async stop(): Promise<void> {
		await this.browser.close();
		await this.receiver.stop();
		await this.simulator.stop();
	}
}

/** Resolves once the condition is true. The time limit of the test ends it otherwise. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await setTimeout(20);
}
