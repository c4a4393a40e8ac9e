import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { signatureOf } from '../../../simulator/webhooks/payload';
import { ExecutionCounter } from '../support/executions';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { world } from '../support/world';

const [customer] = business.customers;

/** A second system that can go away and come back at the same URL. */
class SecondSystem {
	readonly received: Array<{ body: string; headers: IncomingHttpHeaders }> = [];
	private server: Server | undefined;
	private port = 0;

	get url(): string {
		return `http://127.0.0.1:${this.port}/webhooks/whatsapp`;
	}

	async start(): Promise<void> {
		this.server = createServer((request, response) => {
			void text(request).then((body) => {
				this.received.push({ body, headers: request.headers });
				response.end();
			});
		});
		await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
		this.port = (this.server.address() as AddressInfo).port;
	}

	async stop(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/** What customers wrote, in the order in which it came. */
	texts(): string[] {
		return this.received.flatMap(({ body }) => /"body":"([^"]*)"/.exec(body)?.[1] ?? []);
	}
}

describe('Forward To', () => {
	const system = new SecondSystem();
	let workflow: SavedWorkflow;
	const executions = new ExecutionCounter(() => workflow);

	beforeAll(() => system.start());
	afterAll(() => system.stop());

	const write = async (body: string) => {
		await world.simulator.writeAs(customer.waId, { type: 'text', text: body });
		// Webhooks under way at once may overtake each other.
		await world.simulator.settled();
	};
	const expectTexts = async (...texts: string[]) => {
		await until(`${texts.length} texts at the second system`, () =>
			system.texts().length >= texts.length ? true : undefined,
		);
		expect(system.texts()).toEqual(texts);
	};

	test('gives a second system what Meta signed, and once what came while it was away and n8n ended', async () => {
		const triggerOptions = { forwardTo: system.url };
		workflow = await publish(triggerWorkflow('Forward', { events: ['messages'], triggerOptions }));
		await executions.begin();
		await write('at once');
		await expectTexts('at once');
		const [{ body, headers } = { body: '', headers: {} }] = system.received;
		expect(headers['x-hub-signature-256']).toBe(signatureOf(body, business.app.secret));
		expect(headers['content-type']).toBe('application/json');

		await system.stop();
		await write('while away');
		await executions.expectNew(2);
		await world.restartN8n();
		await write('still away');
		await executions.expectNew(1);
		await world.killAndRestartN8n();
		await system.start();
		await expectTexts('at once', 'while away', 'still away');
		await write('back');
		await expectTexts('at once', 'while away', 'still away', 'back');
		await world.n8n.deactivateWorkflow(workflow);
	});
});
